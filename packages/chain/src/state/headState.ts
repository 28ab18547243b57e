/** The state at the head: all values in memory, and the trie that gives its root. */

import { MemoryState, type Change } from '@taonet/frame';
import type { Hashers } from '@taonet/primitives';
import type { KeyChange, ParentState } from '../ports.ts';
import { StateTrie } from '@taonet/frame';

export class HeadState implements ParentState {
  readonly #values: MemoryState;
  readonly #trie: StateTrie;

  constructor(hashers: Hashers, entries: Iterable<readonly [string, Uint8Array]>) {
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

  root(): Uint8Array {
    return this.#trie.root();
  }

  /** The root this state would have with `changes`; nothing is changed. */
  rootWith(changes: readonly KeyChange[]): Uint8Array {
    return this.withChanges(changes, (trie) => trie.root());
  }

  /** Lets `read` look at the trie as it would be with `changes`. */
  withChanges<T>(changes: readonly KeyChange[], read: (trie: StateTrie) => T): T {
    const snapshot = this.#trie.snapshot();
    for (const [key, value] of changes) putInTrie(this.#trie, key, value);
    const result = read(this.#trie);
    this.#trie.restore(snapshot);
    return result;
  }

  /** What `changes` would replace, in their order. */
  undoOf(changes: readonly KeyChange[]): KeyChange[] {
    return changes.map(([key]) => [key, this.#values.get(key) ?? null]);
  }

  apply(changes: readonly KeyChange[]): void {
    for (const [key, value] of changes) {
      if (value === null) this.#values.delete(key);
      else this.#values.set(key, value);
      putInTrie(this.#trie, key, value);
    }
  }

  entries(): [string, Uint8Array][] {
    return this.#values.entries();
  }
}

function putInTrie(trie: StateTrie, key: string, value: Change): void {
  if (value === null) trie.delete(key);
  else trie.set(key, value);
}
