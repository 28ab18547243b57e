/** Who wants to know what happens to a transaction. */

import type { Hash } from '@taonet/primitives';
import { isLast, type TransactionEvent } from './transaction.ts';

export type TransactionListener = (event: TransactionEvent) => void;

export class Watchers {
  readonly #listeners = new Map<Hash, Set<TransactionListener>>();
  readonly #onThrown: (thrown: unknown) => void;

  /** onThrown: told what a listener threw; the others are called all the same. */
  constructor(onThrown: (thrown: unknown) => void) {
    this.#onThrown = onThrown;
  }

  /** Calls `listener` with every later event of `hash`; the answer stops that. */
  watch(hash: Hash, listener: TransactionListener): () => void {
    let listeners = this.#listeners.get(hash);
    if (listeners === undefined) this.#listeners.set(hash, (listeners = new Set()));
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(hash) === listeners) this.#listeners.delete(hash);
    };
  }

  emit(hash: Hash, event: TransactionEvent): void {
    const listeners = this.#listeners.get(hash);
    if (listeners === undefined) return;
    if (isLast(event)) this.#listeners.delete(hash);
    for (const listener of [...listeners]) {
      try {
        listener(event);
      } catch (thrown) {
        this.#onThrown(thrown);
      }
    }
  }
}
