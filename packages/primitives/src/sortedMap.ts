/** A map whose order is its keys' order, whatever the history of insertions. Kept in two sorted arrays: finding is O(log n), inserting O(n). */

export const compareNumbers = (a: number, b: number): number => a - b;
export const compareBigints = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
/** Order of UTF-16 units; for lower-case hex of one length it is the order of the bytes. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export class SortedMap<K, V> {
  readonly #compare: (a: K, b: K) => number;
  readonly #keys: K[] = [];
  readonly #values: V[] = [];

  constructor(compare: (a: K, b: K) => number, entries: Iterable<readonly [K, V]> = []) {
    this.#compare = compare;
    for (const [key, value] of entries) this.set(key, value);
  }

  get size(): number {
    return this.#keys.length;
  }

  get(key: K): V | undefined {
    const at = this.#find(key);
    return at < 0 ? undefined : this.#values[at];
  }

  has(key: K): boolean {
    return this.#find(key) >= 0;
  }

  set(key: K, value: V): this {
    const at = this.#find(key);
    if (at >= 0) {
      this.#values[at] = value;
    } else if (~at === this.#keys.length) {
      this.#keys.push(key);
      this.#values.push(value);
    } else {
      this.#keys.splice(~at, 0, key);
      this.#values.splice(~at, 0, value);
    }
    return this;
  }

  /** Puts `change(old)`; `old` is undefined for a new key. */
  update(key: K, change: (old: V | undefined) => V): this {
    return this.set(key, change(this.get(key)));
  }

  delete(key: K): boolean {
    const at = this.#find(key);
    if (at < 0) return false;
    this.#keys.splice(at, 1);
    this.#values.splice(at, 1);
    return true;
  }

  clear(): void {
    this.#keys.length = 0;
    this.#values.length = 0;
  }

  /** Keys in order; a live view, not to be changed. */
  keys(): readonly K[] {
    return this.#keys;
  }

  /** Values in the order of their keys. */
  values(): readonly V[] {
    return this.#values;
  }

  /** Pairs in the order of the keys. */
  *entries(): IterableIterator<[K, V]> {
    for (let i = 0; i < this.#keys.length; i++) yield [this.#keys[i]!, this.#values[i]!];
  }

  [Symbol.iterator](): IterableIterator<[K, V]> {
    return this.entries();
  }

  /** Index of the key, or the complement of where it belongs. */
  #find(key: K): number {
    let low = 0;
    let high = this.#keys.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = this.#compare(this.#keys[middle]!, key);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return ~low;
  }
}
