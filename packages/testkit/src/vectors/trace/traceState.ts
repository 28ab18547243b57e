/** The state that a trace is replayed on: values and their trie, moved on block by block. */

import { MemoryState, StateTrie, TrieRoots } from '@taonet/frame';
import { hexToBytes, type Hash, type Hashers } from '@taonet/primitives';
import { bare, type TraceBlock } from './format.ts';

/** A key and what it becomes; null = removed. */
export type KeyChange = readonly [key: string, value: Uint8Array | null];

export class TraceState {
  readonly values: MemoryState;
  readonly #trie: StateTrie;
  readonly #eventsKey: string;
  /** Hash of the block whose state this is. */
  head: Hash;

  constructor(hashers: Hashers, eventsKey: string, entries: Iterable<readonly [string, Uint8Array]>, head: Hash) {
    this.values = new MemoryState(entries);
    this.#trie = new StateTrie(hashers);
    this.#trie.load(this.values.entries());
    this.#eventsKey = eventsKey;
    this.head = head;
  }

  /** Roots of blocks on this state; to be released before the state moves on. */
  roots(): TrieRoots {
    return new TrieRoots(this.#trie);
  }

  apply(changes: Iterable<KeyChange>, head: Hash): void {
    for (const [key, value] of changes) {
      if (value === null) {
        this.values.delete(key);
        this.#trie.delete(key);
      } else {
        this.values.set(key, value);
        this.#trie.set(key, value);
      }
    }
    this.head = head;
  }

  /** What the recorded block changes, events included; undefined for light blocks. */
  recordedChanges({ diff, events }: TraceBlock): Map<string, Uint8Array | null> | undefined {
    if (diff === undefined || events === undefined) return undefined;
    const changes = new Map<string, Uint8Array | null>();
    for (const [key, value] of Object.entries(diff)) changes.set(bare(key), value === null ? null : hexToBytes(bare(value)));
    changes.set(this.#eventsKey, hexToBytes(bare(events)));
    return changes;
  }
}
