/** State roots of a block under construction over the trie of its parent state. */

import { bytesToHex, type Hash } from '@taonet/primitives';
import type { Overlay } from '../state/overlay.ts';
import type { StateTrie, TrieSnapshot } from '../trie/stateTrie.ts';

/** Gives the root of an overlay's content; asked for in the middle of a block and at its end. */
export interface StateRoots {
  rootOf(state: Overlay): Hash;
}

/**
 * Roots by changing the parent's trie. What one root left in the trie the next one of the same overlay builds upon: only what was
 * written in between is looked at. `release` gives the parent's trie back.
 */
export class TrieRoots implements StateRoots {
  readonly #trie: StateTrie;
  readonly #parent: TrieSnapshot;
  /** Whose content the trie has, as it was at `#mark`. */
  #state: Overlay | undefined;
  #mark: number | undefined;

  constructor(trie: StateTrie) {
    this.#trie = trie;
    this.#parent = trie.snapshot();
  }

  rootOf(state: Overlay): Hash {
    if (this.#state !== undefined && this.#state !== state) this.release();
    for (const { key, below, change } of state.changedSince(this.#mark)) {
      const value = change === undefined ? below : change;
      if (value === null || value === undefined) this.#trie.delete(key);
      else this.#trie.set(key, value);
    }
    this.#state = state;
    this.#mark = state.mark();
    return bytesToHex(this.#trie.root());
  }

  /** Makes the trie the parent's again. */
  release(): void {
    this.#trie.restore(this.#parent);
    this.#state = undefined;
    this.#mark = undefined;
  }
}
