/** Ordered sets and maps. Input out of order is put in order, as upstream's collect does. */

import { compareBytes } from '@taonet/primitives';
import type { Codec } from './codec.ts';
import { param, spelling, tuple } from './composite.ts';
import { vec } from './sequence.ts';

/** Rust's derived order of decoded values: numbers by size, names and bytes byte by byte, tuples and records field by field. */
function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'bigint' && typeof b === 'bigint') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (a instanceof Uint8Array && b instanceof Uint8Array) return compareBytes(a, b);
  const [x, y] = [Object.values(a as object) as unknown[], Object.values(b as object) as unknown[]];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const order = compareValues(x[i], y[i]);
    if (order !== 0) return order;
  }
  return x.length - y.length;
}

/** `BTreeSet<T>` as an ascending array; input out of order is put in order, as upstream's collect does. */
export function btreeSet<T>(item: Codec<T>): Codec<T[]> {
  const inner = vec(item);
  const inOrder = (values: readonly T[]): T[] => {
    const sorted = [...values].sort(compareValues);
    return sorted.filter((value, i) => i === 0 || compareValues(sorted[i - 1]!, value) !== 0);
  };
  return {
    ...spelling('BTreeSet<', [item], '>'),
    type: { kind: 'composite', path: ['BTreeSet'], params: [{ name: 'T', type: item.type }], fields: [{ type: inner.type }] },
    encode: (writer, value) => inner.encode(writer, inOrder(value)),
    decode: (reader) => inOrder(inner.decode(reader)),
  };
}

/** `BTreeMap<K, V>` as ascending pairs; of pairs with one key the last counts, as upstream's collect has it. */
export function btreeMap<K, V>(key: Codec<K>, value: Codec<V>): Codec<[K, V][]> {
  const inner = vec(tuple(key, value)) as Codec<[K, V][]>;
  const inOrder = (pairs: readonly [K, V][]): [K, V][] => {
    const sorted = [...pairs].sort((a, b) => compareValues(a[0], b[0]));
    return sorted.filter((pair, i) => i + 1 === sorted.length || compareValues(pair[0], sorted[i + 1]![0]) !== 0);
  };
  return {
    ...spelling('BTreeMap<', [key, value], '>'),
    type: {
      kind: 'composite',
      path: ['BTreeMap'],
      params: [{ name: 'K', type: key.type }, { name: 'V', type: value.type }],
      fields: [{ type: inner.type }],
    },
    encode: (writer, pairs) => inner.encode(writer, inOrder(pairs)),
    decode: (reader) => inOrder(inner.decode(reader)),
  };
}

/** `BoundedBTreeMap<K, V, S>`: more than `max` pairs do not decode. */
export function boundedBtreeMap<K, V>(key: Codec<K>, value: Codec<V>, max: number): Codec<[K, V][]> {
  const inner = btreeMap(key, value);
  return {
    type: {
      kind: 'composite',
      path: ['bounded_collections', 'bounded_btree_map', 'BoundedBTreeMap'],
      params: [param('K', key), param('V', value), { name: 'S' }],
      fields: [{ type: inner.type, typeName: 'BTreeMap<K, V>' }],
    },
    encode: inner.encode,
    decode: (reader) => {
      const pairs = inner.decode(reader);
      if (pairs.length > max) reader.fail(`at most ${max} pairs`);
      return pairs;
    },
  };
}
