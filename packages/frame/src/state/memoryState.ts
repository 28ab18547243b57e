/** The whole current state in memory: values by key, and the keys in order, item by item. */

import { groupOf, ITEM_PREFIX_CHARS, type Backend, type Cell } from './backend.ts';
import { SortedKeys } from './sortedKeys.ts';

export class MemoryState implements Backend {
  readonly #cells = new Map<string, Cell>();
  readonly #groups = new Map<string, SortedKeys>();

  constructor(entries: Iterable<readonly [string, Uint8Array]> = []) {
    for (const [key, value] of entries) this.set(key, value);
  }

  /** Number of keys. */
  get size(): number {
    return this.#cells.size;
  }

  get(key: string): Uint8Array | undefined {
    return this.#cells.get(key)?.value;
  }

  cellOf(key: string): Cell | undefined {
    return this.#cells.get(key);
  }

  set(key: string, value: Uint8Array): void {
    const cell = this.#cells.get(key);
    if (cell !== undefined) {
      cell.value = value;
      return;
    }
    this.#cells.set(key, { value });
    const name = groupOf(key);
    const group = this.#groups.get(name);
    if (group !== undefined) group.add(key);
    else {
      const first = new SortedKeys();
      first.add(key);
      this.#groups.set(name, first);
    }
  }

  delete(key: string): void {
    const cell = this.#cells.get(key);
    if (cell === undefined) return;
    cell.value = undefined;
    this.#cells.delete(key);
    this.#groups.get(groupOf(key))!.remove(key);
  }

  keysWithPrefix(prefix: string): readonly string[] {
    if (prefix.length === ITEM_PREFIX_CHARS) return this.#groups.get(prefix)?.all() ?? [];
    if (prefix.length > ITEM_PREFIX_CHARS) return this.#groups.get(groupOf(prefix))?.withPrefix(prefix) ?? [];
    const found: string[] = [];
    const names = [...this.#groups.keys()].sort();
    for (const name of names) {
      if (name === '') found.push(...this.#groups.get(name)!.withPrefix(prefix));
      else if (name.startsWith(prefix)) for (const key of this.#groups.get(name)!.all()) found.push(key);
    }
    return names.includes('') ? found.sort() : found;
  }

  keysAfter(prefix: string, after: string, limit: number): readonly string[] {
    if (prefix.length >= ITEM_PREFIX_CHARS) return this.#groups.get(groupOf(prefix))?.following(after, prefix, limit) ?? [];
    const found: string[] = [];
    for (const name of [...this.#groups.keys()].sort()) {
      if (name === '' || found.length >= limit) continue;
      if (name.startsWith(prefix) && name >= groupOf(after)) found.push(...this.#groups.get(name)!.following(after, prefix, limit - found.length));
    }
    const short = this.#groups.get('')?.following(after, prefix, limit) ?? [];
    return short.length === 0 ? found : [...found, ...short].sort().slice(0, limit);
  }

  /** All pairs in raw key order. */
  entries(): [string, Uint8Array][] {
    return this.keysWithPrefix('').map((key) => [key, this.get(key)!]);
  }
}
