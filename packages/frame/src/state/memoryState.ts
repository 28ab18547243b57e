/** The whole current state in memory, grouped by storage item, each group in raw key order when asked for. */

import { groupOf, ITEM_PREFIX_CHARS, withPrefix, type Backend } from './backend.ts';

interface Group {
  readonly values: Map<string, Uint8Array>;
  /** Ascending keys, or undefined when keys came or went since they were last sorted. */
  sorted: string[] | undefined;
}

export class MemoryState implements Backend {
  readonly #groups = new Map<string, Group>();
  #size = 0;

  constructor(entries: Iterable<readonly [string, Uint8Array]> = []) {
    for (const [key, value] of entries) this.set(key, value);
  }

  /** Number of keys. */
  get size(): number {
    return this.#size;
  }

  get(key: string): Uint8Array | undefined {
    return this.#groups.get(groupOf(key))?.values.get(key);
  }

  set(key: string, value: Uint8Array): void {
    const name = groupOf(key);
    let group = this.#groups.get(name);
    if (group === undefined) {
      group = { values: new Map(), sorted: undefined };
      this.#groups.set(name, group);
    }
    const before = group.values.size;
    group.values.set(key, value);
    if (group.values.size !== before) {
      group.sorted = undefined;
      this.#size += 1;
    }
  }

  delete(key: string): void {
    const group = this.#groups.get(groupOf(key));
    if (group?.values.delete(key) === true) {
      group.sorted = undefined;
      this.#size -= 1;
    }
  }

  keysWithPrefix(prefix: string): readonly string[] {
    if (prefix.length >= ITEM_PREFIX_CHARS) {
      const group = this.#groups.get(prefix.slice(0, ITEM_PREFIX_CHARS));
      return group === undefined ? [] : withPrefix(sortedKeys(group), prefix);
    }
    const found: string[] = [];
    const names = [...this.#groups.keys()].sort();
    for (const name of names) {
      if (name === '' || name.startsWith(prefix)) found.push(...withPrefix(sortedKeys(this.#groups.get(name)!), prefix));
    }
    return names.includes('') ? found.sort() : found;
  }

  /** All pairs in raw key order. */
  entries(): [string, Uint8Array][] {
    return this.keysWithPrefix('').map((key) => [key, this.get(key)!]);
  }
}

function sortedKeys(group: Group): string[] {
  group.sorted ??= [...group.values.keys()].sort();
  return group.sorted;
}
