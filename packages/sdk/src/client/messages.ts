/** Subscriptions as something to loop over. */

import { sdkError } from '../errors.ts';
import type { RequestOptions, SubscribeTo } from '../transport/transport.ts';
import type { Connection } from './connection.ts';

type Order = Pick<SubscribeTo, 'method' | 'unsubscribe' | 'params'>;

/** Messages of a subscription, none lost, until the loop or the signal ends it. Ends with an error when the connection does. */
export async function* messages(connection: Connection, order: Order, options: RequestOptions): AsyncGenerator<unknown, void> {
  const inbox: unknown[] = [];
  let wake: (() => void) | undefined;
  let failure: unknown;
  const stir = (): void => { wake?.(); };
  const aborted = (): void => {
    failure ??= sdkError('Aborted', {}, { cause: options.signal?.reason });
    stir();
  };
  const stop = await connection.subscribe({
    ...order,
    next: (message) => {
      inbox.push(message);
      stir();
    },
    failed: (error) => {
      failure ??= error;
      stir();
    },
  }, options);
  options.signal?.addEventListener('abort', aborted, { once: true });
  try {
    for (;;) {
      if (inbox.length > 0) yield inbox.shift();
      else if (failure !== undefined) throw failure;
      else await new Promise<void>((resolve) => { wake = resolve; });
    }
  } finally {
    options.signal?.removeEventListener('abort', aborted);
    stop();
  }
}
