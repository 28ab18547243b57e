/** A node in the same process: no socket, no port. */

import { sdkError } from '../errors.ts';
import { withDeadline } from './deadline.ts';
import { rpcError, type RpcErrorObject } from './rpcAnswer.ts';
import type { RequestOptions, SubscribeTo, Transport, Unsubscribe } from './transport.ts';

/** What a node in the same process offers; what `startNode` of package node gives has this form. */
export interface NodeLike {
  /** Fails with `code`, `message` and `data` of the node's answer. */
  request(method: string, params?: readonly unknown[]): Promise<unknown>;
  /** Calls `listener` with each message until the returned function is called; `failed` when the node ends first. */
  subscribe?(method: string, params: readonly unknown[], listener: (message: unknown) => void, failed?: (error: unknown) => void): Promise<() => unknown>;
}

/** What the node's error means; errors that are none of a node's stay as they are. */
function meaningOf(node: string, method: string, error: unknown): unknown {
  const { code, object } = (error ?? {}) as { readonly code?: unknown; readonly object?: RpcErrorObject };
  if (code === 'NodeClosed') return sdkError('Disconnected', { node }, { cause: error });
  const answer = object ?? (typeof code === 'number' ? error as RpcErrorObject : undefined);
  return answer === undefined ? error : rpcError(method, answer);
}

export function openInProcess(node: NodeLike, defaults: RequestOptions): Transport {
  const ends = new Set<Unsubscribe>();
  const name = 'node in this process';
  return {
    name,
    canSubscribe: node.subscribe !== undefined,
    request: (method, params, options = {}) => withDeadline(method, { timeout: defaults.timeout ?? Infinity, ...options }, (resolve, reject) => {
      node.request(method, params).then(resolve, (error: unknown) => reject(meaningOf(name, method, error)));
    }),
    subscribe: async ({ method, params, next, failed }: SubscribeTo) => {
      if (node.subscribe === undefined) throw sdkError('NoSubscriptions', { node: name });
      const stop = await node.subscribe(method, params, next, (error) => failed(meaningOf(name, method, error)))
        .catch((error: unknown) => { throw meaningOf(name, method, error); });
      const end: Unsubscribe = () => {
        if (ends.delete(end)) stop();
      };
      ends.add(end);
      return end;
    },
    close: async () => { for (const end of ends) end(); },
  };
}
