/** A node in the same process: no socket, no port. */

import { sdkError } from '../errors.ts';
import { withDeadline } from './deadline.ts';
import type { RequestOptions, SubscribeTo, Transport, Unsubscribe } from './transport.ts';

/** What a node in the same process offers; package node's in-process door has this form. */
export interface NodeLike {
  request(method: string, params?: readonly unknown[]): Promise<unknown>;
  /** Calls `listener` with each message until the returned function is called. */
  subscribe?(method: string, params: readonly unknown[], listener: (message: unknown) => void): Promise<() => unknown>;
}

export function openInProcess(node: NodeLike, defaults: RequestOptions): Transport {
  const ends = new Set<Unsubscribe>();
  const name = 'node in this process';
  return {
    name,
    canSubscribe: node.subscribe !== undefined,
    request: (method, params, options = {}) => withDeadline(method, { timeout: defaults.timeout ?? Infinity, ...options }, (resolve, reject) => {
      node.request(method, params).then(resolve, reject);
    }),
    subscribe: async ({ method, params, next }: SubscribeTo) => {
      if (node.subscribe === undefined) throw sdkError('NoSubscriptions', { node: name });
      const stop = await node.subscribe(method, params, next);
      const end: Unsubscribe = () => {
        if (ends.delete(end)) stop();
      };
      ends.add(end);
      return end;
    },
    close: async () => { for (const end of ends) end(); },
  };
}
