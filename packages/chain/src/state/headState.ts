/** The state at the head: all values in memory, and the trie that gives its root. */

import { MemoryState, StateTrie, type Cell, type TrieSnapshot } from '@taonet/frame';
import type { Hashers } from '@taonet/primitives';
import type { KeyChange, ParentState } from '../ports.ts';

export class HeadState implements ParentState {
  readonly #hashers: Hashers;
  readonly #values: MemoryState;
  readonly #trie: StateTrie;

  constructor(hashers: Hashers, entries: Iterable<readonly [string, Uint8Array]>) {
    this.#hashers = hashers;
    this.#values = new MemoryState(entries);
    this.#trie = new StateTrie(hashers);
    this.#trie.load(this.#values.entries());
  }

  get size(): number { return this.#values.size; }

  get(key: string): Uint8Array | undefined {
    return this.#values.get(key);
  }

  keysWithPrefix(prefix: string): readonly string[] {
    return this.#values.keysWithPrefix(prefix);
  }

  keysAfter(prefix: string, after: string, limit: number): readonly string[] {
    return this.#values.keysAfter(prefix, after, limit);
  }

  cellOf(key: string): Cell | undefined {
    return this.#values.cellOf(key);
  }

  root(): Uint8Array {
    return this.#trie.root();
  }

  trie(): StateTrie {
    const copy = new StateTrie(this.#hashers);
    copy.restore(this.#trie.snapshot());
    return copy;
  }

  /** What `changes` would replace, in their order. */
  undoOf(changes: readonly KeyChange[]): KeyChange[] {
    return changes.map(([key]) => [key, this.#values.get(key) ?? null]);
  }

  /** `trie`: what the trie then is, when that is known already. */
  apply(changes: readonly KeyChange[], trie?: TrieSnapshot): void {
    for (const [key, value] of changes) {
      if (value === null) this.#values.delete(key);
      else this.#values.set(key, value);
    }
    if (trie === undefined) putInTrie(this.#trie, changes);
    else this.#trie.restore(trie);
  }

  entries(): [string, Uint8Array][] {
    return this.#values.entries();
  }
}

/** Makes the changes in `trie`. */
export function putInTrie(trie: StateTrie, changes: readonly KeyChange[]): void {
  for (const [key, value] of changes) {
    if (value === null) trie.delete(key);
    else trie.set(key, value);
  }
}
