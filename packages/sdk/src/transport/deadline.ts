/** Work that ends in time, or when its caller says so. */

import { sdkError } from '../errors.ts';
import type { RequestOptions } from './transport.ts';

/** Of one request, unless told otherwise. */
export const REQUEST_TIMEOUT_MS = 30_000;

export function ensureNotAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw sdkError('Aborted', {}, { cause: signal.reason });
}

/** What `start` resolves or fails with; Timeout or Aborted when that comes first. `what` names the work in the error. */
export function withDeadline<T>(what: string, { signal, timeout = REQUEST_TIMEOUT_MS }: RequestOptions, start: (resolve: (value: T) => void, reject: (error: unknown) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(sdkError('Aborted', {}, { cause: signal.reason }));
      return;
    }
    const timer = timeout === Infinity ? undefined : setTimeout(() => end(() => reject(sdkError('Timeout', { what, milliseconds: timeout }))), timeout);
    const aborted = (): void => end(() => reject(sdkError('Aborted', {}, { cause: signal?.reason })));
    let ended = false;
    function end(then: () => void): void {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
      then();
    }
    signal?.addEventListener('abort', aborted, { once: true });
    start((value) => end(() => resolve(value)), (error) => end(() => reject(error instanceof Error ? error : sdkError('RpcError', {}, { cause: error }))));
  });
}
