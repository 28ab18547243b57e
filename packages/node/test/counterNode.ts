/** A served chain over the counter runtime, in memory, on a free port. */

import { createHashers } from '@taonet/crypto';
import { Chain, MemoryStore, type SealMode } from '@taonet/chain';
import { CounterRuntime } from '../../chain/test/counterRuntime.ts';
import { VirtualTimer } from '../../chain/test/virtualTimer.ts';
import type { NodeContext } from '../src/nodeContext.ts';
import { Dispatcher } from '../src/rpc/dispatcher.ts';
import { ROWS } from '../src/rpc/registry.ts';
import { startRpcServer, type RpcServer, type RpcServerOptions } from '../src/rpc/server/rpcServer.ts';
import { RpcClient } from './rpcClient.ts';

export interface CounterNode {
  readonly chain: Chain;
  readonly timer: VirtualTimer;
  readonly server: RpcServer;
  readonly defects: string[];
  readonly impersonated: string[];
  connect(options?: { origin?: string; host?: string }): Promise<RpcClient>;
  close(): Promise<void>;
}

export async function startCounterNode(options: Partial<RpcServerOptions> & { readonly seal?: SealMode } = {}): Promise<CounterNode> {
  const hashers = await createHashers();
  const timer = new VirtualTimer();
  const chain = new Chain({ runtime: new CounterRuntime(hashers), hashers, timer, store: new MemoryStore(), seal: options.seal ?? { kind: 'manual' } });
  const defects: string[] = [];
  const impersonated: string[] = [];
  const context: NodeContext = {
    chain,
    info: { name: 'test', version: '0', chainName: 'Counter', chainType: 'Local', properties: { ss58Format: 42, tokenDecimals: 9, tokenSymbol: 'TAO' } },
    developer: { impersonate: (account) => impersonated.push(account), stopImpersonating: () => { impersonated.length = 0; } },
    code: () => Uint8Array.of(1, 2, 3),
    methodNames: () => dispatcher.names,
    offchain: new Map(),
    onDefect: (method, thrown) => defects.push(`${method}: ${String((thrown as Error).message)}`),
  };
  const dispatcher = new Dispatcher(context, ROWS);
  const server = await startRpcServer({ dispatcher, ports: [0], ...options });
  chain.producer.start();
  const clients: RpcClient[] = [];
  return {
    chain, timer, server, defects, impersonated,
    connect: async (how = {}) => {
      const client = await RpcClient.connect(server.ports[0]!, how);
      clients.push(client);
      return client;
    },
    close: async () => {
      for (const client of clients) client.close();
      await server.close();
      await chain.close();
    },
  };
}
