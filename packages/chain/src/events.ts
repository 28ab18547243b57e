/** What the chain tells those who listen, in the order in which it happens. */

import type { Header } from './header.ts';
import type { Block, KeyChange } from './ports.ts';

export interface ChainEvents {
  /** A block is the new head and can be read. */
  imported: { readonly block: Block; readonly header: Header; readonly changes: readonly KeyChange[] };
  /** These blocks cannot be undone any more, ascending. */
  finalized: { readonly blocks: readonly Block[] };
  /** A developer turned the chain back to `head`. */
  reverted: { readonly head: Block; readonly removed: readonly Block[]; readonly changes: readonly KeyChange[] };
  /** A developer changed the state at the head. */
  amended: { readonly head: Block; readonly changes: readonly KeyChange[] };
  /** Production ended because of a mistake of ours. */
  stopped: { readonly reason: unknown };
}

export class EventBus<E extends object> {
  readonly #listeners = new Map<keyof E, Set<(event: never) => void>>();
  readonly #onThrown: (thrown: unknown) => void;

  /** onThrown: told what a listener threw; the others are called all the same. */
  constructor(onThrown: (thrown: unknown) => void) {
    this.#onThrown = onThrown;
  }

  /** The answer ends it. */
  on<N extends keyof E>(name: N, listener: (event: E[N]) => void): () => void {
    let listeners = this.#listeners.get(name);
    if (listeners === undefined) this.#listeners.set(name, (listeners = new Set()));
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  emit<N extends keyof E>(name: N, event: E[N]): void {
    for (const listener of [...(this.#listeners.get(name) ?? [])]) {
      try {
        (listener as (event: E[N]) => void)(event);
      } catch (thrown) {
        this.#onThrown(thrown);
      }
    }
  }
}
