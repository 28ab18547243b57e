/** JSON-RPC over HTTP POST: requests only. */

import { sdkError } from '../errors.ts';
import { REQUEST_TIMEOUT_MS } from './deadline.ts';
import { rpcError, type RpcErrorObject } from './rpcAnswer.ts';
import type { RequestOptions, Transport } from './transport.ts';

export function openHttp(url: string, defaults: RequestOptions): Transport {
  let nextId = 1;
  async function request(method: string, params: readonly unknown[], options: RequestOptions = {}): Promise<unknown> {
    const timeout = options.timeout ?? defaults.timeout ?? REQUEST_TIMEOUT_MS;
    const limit = AbortSignal.timeout(timeout);
    const signal = options.signal === undefined ? limit : AbortSignal.any([options.signal, limit]);
    const body = JSON.stringify({ jsonrpc: '2.0', id: nextId++, method, params });
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal })
      .then(async (response) => (await response.json()) as { readonly result?: unknown; readonly error?: RpcErrorObject })
      .catch((error: unknown) => {
        if (options.signal?.aborted === true) throw sdkError('Aborted', {}, { cause: options.signal.reason });
        if (limit.aborted) throw sdkError('Timeout', { what: method, milliseconds: timeout });
        throw sdkError('CannotConnect', { node: url }, { cause: error });
      });
    if (answer.error !== undefined) throw rpcError(method, answer.error);
    return answer.result;
  }
  return {
    name: url,
    canSubscribe: false,
    request,
    subscribe: () => Promise.reject(sdkError('NoSubscriptions', { node: url })),
    close: () => Promise.resolve(),
  };
}
