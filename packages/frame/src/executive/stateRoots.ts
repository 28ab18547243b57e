/** State roots of a block under construction over the trie of its parent state. */

import { bytesToHex, type Hash } from '@taonet/primitives';
import type { Overlay } from '../state/overlay.ts';
import type { StateTrie, TrieSnapshot } from '../trie/stateTrie.ts';

/** Gives the root of an overlay's content; asked for in the middle of a block and at its end. */
export interface StateRoots {
  rootOf(state: Overlay): Hash;
}

/**
 * Roots by changing the parent's trie. What one root left in the trie the next one builds upon, so that only paths that changed
 * in between are hashed again. `release` gives the parent's trie back.
 */
export class TrieRoots implements StateRoots {
  readonly #trie: StateTrie;
  readonly #parent: TrieSnapshot;
  /** Keys whose content in the trie may differ from the backend's. */
  #touched = new Set<string>();

  constructor(trie: StateTrie) {
    this.#trie = trie;
    this.#parent = trie.snapshot();
  }

  rootOf(state: Overlay): Hash {
    const touched = new Set<string>();
    for (const [key, change] of state.changes()) {
      touched.add(key);
      if (change === null) this.#trie.delete(key);
      else this.#trie.set(key, change);
    }
    // eslint-disable-next-line zone/ordered -- a trie's root does not depend on the order of its changes
    for (const key of this.#touched) {
      if (touched.has(key)) continue;
      const below = state.backend.get(key);
      if (below === undefined) this.#trie.delete(key);
      else this.#trie.set(key, below);
    }
    this.#touched = touched;
    return bytesToHex(this.#trie.root());
  }

  /** Makes the trie the parent's again. */
  release(): void {
    this.#trie.restore(this.#parent);
    this.#touched = new Set();
  }
}
