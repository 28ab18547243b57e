/** The state when an earlier block ended, read through the history of the store. */

import { lowerBound, type StateTrie } from '@taonet/frame';
import type { BlockStore, KeyChange, ParentState } from '../ports.ts';
import { putInTrie, type HeadState } from './headState.ts';

export class PastState implements ParentState {
  readonly #head: HeadState;
  readonly #store: BlockStore;
  readonly number: number;

  constructor(head: HeadState, store: BlockStore, number: number) {
    this.#head = head;
    this.#store = store;
    this.number = number;
  }

  /** cost: O(log of the key's changes) */
  get(key: string): Uint8Array | undefined {
    const change = this.#store.beforeNextChange(key, this.number);
    return change === undefined ? this.#head.get(key) : (change.value ?? undefined);
  }

  keysWithPrefix(prefix: string): readonly string[] {
    const now = this.#head.keysWithPrefix(prefix);
    const changed = this.#store.changedKeys(prefix, this.number);
    if (changed.length === 0) return now;
    const gone = new Set<string>();
    const added: string[] = [];
    for (const key of changed) {
      const before = this.#store.beforeNextChange(key, this.number)!.value;
      if (before === null) gone.add(key);
      else if (now[lowerBound(now, key)] !== key) added.push(key);
    }
    if (gone.size === 0 && added.length === 0) return now;
    return [...now.filter((key) => !gone.has(key)), ...added].sort();
  }

  /** cost: O(keys changed since) */
  trie(): StateTrie {
    const trie = this.#head.trie();
    putInTrie(trie, this.#store.changedKeys('', this.number).map((key): KeyChange => [key, this.get(key) ?? null]));
    return trie;
  }
}
