/** A node of the development network for tests, and clients of it. */

import { startNode, type NodeOptions, type RunningNode } from '@taonet/node';
import { WebSocket } from 'ws';
import { connect, type ConnectOptions, type DevClient, type NodeLike } from '../src/index.ts';

export const startDevNode = (options: Partial<NodeOptions> = {}): Promise<RunningNode> =>
  startNode({ preset: 'dev', build: { fast: true, powFaucet: false }, blockTime: 'instant', port: 0, seed: 1, ...options });

/** Methods as an official node has them: nothing of ours. */
const OURS = /^(dev|why|engine)_/;

/** The node seen through an object in this process; `change` may alter answers. */
export async function likeUpstream(node: RunningNode, change: (method: string, result: unknown, params: readonly unknown[]) => unknown = (_, result) => result): Promise<NodeLike & { close(): void }> {
  const socket = new WebSocket(node.endpoints[0]!);
  await new Promise((resolve, reject) => { socket.once('open', resolve); socket.once('error', reject); });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>();
  const listeners = new Map<string, (message: unknown) => void>();
  const early = new Map<string, unknown[]>();
  let nextId = 1;
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as { id?: number; result?: unknown; error?: { code: number; message: string }; params?: { subscription: string; result: unknown } };
    if (message.params !== undefined) {
      const { subscription, result } = message.params;
      const listener = listeners.get(subscription);
      if (listener === undefined) early.set(subscription, [...(early.get(subscription) ?? []), result]);
      else listener(result);
      return;
    }
    const found = waiting.get(message.id!);
    waiting.delete(message.id!);
    if (message.error === undefined) found?.resolve(message.result);
    else found?.reject(Object.assign(new Error(message.error.message), message.error));
  });
  const ask = (method: string, params: readonly unknown[]): Promise<unknown> => new Promise((resolve, reject) => {
    waiting.set(nextId, { resolve, reject });
    socket.send(JSON.stringify({ jsonrpc: '2.0', id: nextId++, method, params }));
  });
  return {
    request: async (method, params = []) => {
      if (OURS.test(method)) throw Object.assign(new Error('Method not found'), { code: -32601 });
      const result = await ask(method, params);
      if (method === 'rpc_methods') return { methods: (result as { methods: string[] }).methods.filter((name) => !OURS.test(name)) };
      return change(method, result, params);
    },
    subscribe: async (method, params, listener) => {
      const id = (await ask(method, params)) as string;
      listeners.set(id, listener);
      for (const message of early.get(id) ?? []) listener(message);
      return () => listeners.delete(id);
    },
    close: () => socket.terminate(),
  };
}

/** Over its port, as others come. */
export const open = (node: RunningNode, options?: ConnectOptions): Promise<DevClient> => connect(node.endpoints[0]!, { ...options, dev: true });
