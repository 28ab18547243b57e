/** Codecs built of other codecs: structs, tuples, sequences, options, maps, lazily resolved ones. */

import { compareBytes, defect } from '@taonet/primitives';
import { encode, type Codec } from './codec.ts';
import { Writer } from './cursor.ts';
import { bytes, lastSegment, readLength, u8, writeCompact, type Spelled } from './scalars.ts';
import { resolveType, type TypeDef, type TypeParam, type TypeRef } from './typeDef.ts';

/** `codec`, shown in metadata with `typeName` where it stands as a field or an argument. */
export function spelled<T>(codec: Codec<T>, typeName: string): Spelled<T> {
  return { type: codec.type, encode: codec.encode, decode: codec.decode, typeName };
}

/** `codec` whose fields show no type name in metadata. */
export function unspelled<T>(codec: Codec<T>): Codec<T> {
  return { type: codec.type, encode: codec.encode, decode: codec.decode };
}

/** How the type of `codec` is spelled in Rust, when it is known. */
export function typeNameOf(codec: Codec<unknown>): string | undefined {
  return (codec as Partial<Spelled<unknown>>).typeName;
}

/** `Outer<A, B>` when all parts are known. */
function spelling(open: string, parts: readonly AnyCodec[], close: string): { readonly typeName?: string } {
  const names = parts.map(typeNameOf);
  return names.includes(undefined) ? {} : { typeName: open + names.join(', ') + close };
}

/** A type parameter bound to the type of `codec`. */
export function param(name: string, codec: AnyCodec): TypeParam {
  return { name, type: codec.type };
}

export type Fields = Readonly<Record<string, Codec<never>>>;
// `any` is the only way to say "a codec of something" in both positions.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyCodec = Codec<any>;
export type FieldCodecs = Readonly<Record<string, AnyCodec>>;
export type StructValue<F extends FieldCodecs> = { [K in keyof F]: F[K] extends Codec<infer T> ? T : never };

/** Spelling of a type by its path. */
export function named(path: string): { readonly typeName?: string } {
  return path === '' ? {} : { typeName: lastSegment(path) };
}

/** A composite with named fields. `path` is written `crate::module::Name`, or empty for none. */
export function struct<F extends FieldCodecs>(path: string, fields: F, params: readonly TypeParam[] = []): Codec<StructValue<F>> {
  const names = Object.keys(fields);
  const codecs = names.map((name) => fields[name]!);
  return {
    ...named(path),
    type: {
      kind: 'composite',
      path: path === '' ? [] : path.split('::'),
      params,
      fields: names.map((name, i) => ({ name, type: codecs[i]!.type, typeName: typeNameOf(codecs[i]!) })),
    },
    encode: (writer, value) => {
      for (let i = 0; i < names.length; i++) codecs[i]!.encode(writer, value[names[i]!]);
    },
    decode: (reader) => {
      const value: Record<string, unknown> = {};
      for (let i = 0; i < names.length; i++) value[names[i]!] = codecs[i]!.decode(reader);
      return value as StructValue<F>;
    },
  };
}

/** A one-field composite around `inner`, transparent in values. */
export function wrapped<T>(path: string, inner: Codec<T>, options: { params?: readonly TypeParam[]; typeName?: string; name?: string } = {}): Codec<T> {
  const typeName = options.typeName ?? typeNameOf(inner);
  return {
    ...named(path),
    type: {
      kind: 'composite',
      path: path.split('::'),
      params: options.params ?? [],
      fields: [{ name: options.name, type: inner.type, typeName }],
    },
    encode: inner.encode,
    decode: inner.decode,
  };
}

export type TupleValue<C extends readonly AnyCodec[]> = { -readonly [K in keyof C]: C[K] extends Codec<infer T> ? T : never };

export function tuple<const C extends readonly AnyCodec[]>(...codecs: C): Codec<TupleValue<C>> {
  return {
    ...spelling('(', codecs, ')'),
    type: { kind: 'tuple', of: codecs.map((codec) => codec.type) },
    encode: (writer, value) => {
      for (let i = 0; i < codecs.length; i++) codecs[i]!.encode(writer, (value as readonly unknown[])[i]);
    },
    decode: (reader) => codecs.map((codec) => codec.decode(reader)) as TupleValue<C>,
  };
}

/** The empty tuple. */
export const unit: Spelled<undefined> = {
  typeName: '()',
  type: { kind: 'tuple', of: [] },
  encode: () => undefined,
  decode: () => undefined,
};

export function vec<T>(item: Codec<T>): Codec<T[]> {
  return {
    ...spelling('Vec<', [item], '>'),
    type: { kind: 'sequence', of: item.type },
    encode: (writer, value) => {
      writeCompact(writer, value.length);
      for (let i = 0; i < value.length; i++) item.encode(writer, value[i]!);
    },
    decode: (reader) => {
      const length = readLength(reader, isZeroSized(item.type) ? 0 : 1);
      const value: T[] = [];
      for (let i = 0; i < length; i++) value.push(item.decode(reader));
      return value;
    },
  };
}

function isZeroSized(ref: TypeRef): boolean {
  if (typeof ref === 'function') return false;
  return (ref.kind === 'tuple' && ref.of.length === 0) || (ref.kind === 'composite' && ref.fields.length === 0);
}

export function array<T>(item: Codec<T>, length: number): Codec<T[]> {
  return {
    ...spelling('[', [item], `; ${length}]`),
    type: { kind: 'array', length, of: item.type },
    encode: (writer, value) => {
      if (value.length !== length) throw defect('EncodeLength', { expected: length, got: value.length });
      for (const one of value) item.encode(writer, one);
    },
    decode: (reader) => Array.from({ length }, () => item.decode(reader)),
  };
}

/** `BoundedVec<T, S>`: longer input does not decode. `bound` is shown as type parameter S in metadata (none). */
export function boundedVec<T>(item: Codec<T>, max: number): Codec<T[]> {
  const inner = vec(item);
  return {
    type: {
      kind: 'composite',
      path: ['bounded_collections', 'bounded_vec', 'BoundedVec'],
      params: [{ name: 'T', type: item.type }, { name: 'S' }],
      fields: [{ type: inner.type, typeName: 'Vec<T>' }],
    },
    encode: inner.encode,
    decode: (reader) => {
      const value = inner.decode(reader);
      if (value.length > max) reader.fail(`at most ${max} items`);
      return value;
    },
  };
}

/** `BoundedVec<u8, S>` as bytes: longer input does not decode. */
export function boundedBytes(max: number): Codec<Uint8Array> {
  return {
    type: { ...(boundedVec(u8, max).type as TypeDef) },
    encode: bytes.encode,
    decode: (reader) => {
      const length = readLength(reader, 1);
      if (length > max) reader.fail(`at most ${max} bytes`);
      return reader.raw(length);
    },
  };
}

/** `WeakBoundedVec<T, S>`: the bound is not enforced on input. */
export function weakBoundedVec<T>(item: Codec<T>): Codec<T[]> {
  const inner = vec(item);
  return {
    type: {
      kind: 'composite',
      path: ['bounded_collections', 'weak_bounded_vec', 'WeakBoundedVec'],
      params: [param('T', item), { name: 'S' }],
      fields: [{ type: inner.type, typeName: 'Vec<T>' }],
    },
    encode: inner.encode,
    decode: inner.decode,
  };
}

/** `Cow<'_, T>`, like T on the wire. */
export function cow<T>(of: Codec<T>): Codec<T> {
  return {
    type: { kind: 'composite', path: ['Cow'], params: [param('T', of)], fields: [{ type: of.type }] },
    encode: of.encode,
    decode: of.decode,
  };
}

/** `Option<T>` with undefined for None. `bool` inside is not special-cased: today's SCALE writes it like any other. */
export function option<T>(some: Codec<T>): Codec<T | undefined> {
  return {
    ...spelling('Option<', [some], '>'),
    type: {
      kind: 'variant',
      path: ['Option'],
      params: [{ name: 'T', type: some.type }],
      variants: [
        { name: 'None', index: 0, fields: [] },
        { name: 'Some', index: 1, fields: [{ type: some.type }] },
      ],
    },
    encode: (writer, value) => {
      if (value === undefined) return writer.byte(0);
      writer.byte(1);
      some.encode(writer, value);
    },
    decode: (reader) => {
      const tag = reader.byte();
      if (tag === 0) return undefined;
      if (tag !== 1) reader.fail('an option (0 or 1)');
      return some.decode(reader);
    },
  };
}

function compareEncoded<T>(codec: Codec<T>): (a: T, b: T) => number {
  return (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    if (typeof a === 'bigint' && typeof b === 'bigint') return a < b ? -1 : a > b ? 1 : 0;
    if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
    return compareBytes(encode(codec, a), encode(codec, b));
  };
}

/** `BTreeSet<T>` as an ascending array; input out of order is put in order, as upstream's collect does. */
export function btreeSet<T>(item: Codec<T>): Codec<T[]> {
  const inner = vec(item);
  const compare = compareEncoded(item);
  const inOrder = (values: readonly T[]): T[] => {
    const sorted = [...values].sort(compare);
    return sorted.filter((value, i) => i === 0 || compare(sorted[i - 1]!, value) !== 0);
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
  const compare = compareEncoded(key);
  const inOrder = (pairs: readonly [K, V][]): [K, V][] => {
    const sorted = [...pairs].sort((a, b) => compare(a[0], b[0]));
    return sorted.filter((pair, i) => i + 1 === sorted.length || compare(pair[0], sorted[i + 1]![0]) !== 0);
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

/** A codec that is only known later (recursive types). */
export function lazy<T>(get: () => Codec<T>): Codec<T> {
  return {
    type: () => resolveType(get().type),
    encode: (writer, value) => get().encode(writer, value),
    decode: (reader) => get().decode(reader),
  };
}

/** `codec`, with another description. */
export function described<T>(codec: Codec<T>, type: TypeDef): Codec<T> {
  return { type, encode: codec.encode, decode: codec.decode };
}

/** Another value form over the same bytes and type. */
export function mapped<A, B>(codec: Codec<A>, to: (a: A) => B, from: (b: B) => A): Codec<B> {
  const typeName = typeNameOf(codec);
  return {
    ...(typeName === undefined ? {} : { typeName }),
    type: codec.type,
    encode: (writer, value) => codec.encode(writer, from(value)),
    decode: (reader) => to(codec.decode(reader)),
  };
}

/** The raw bytes of one value of `codec`, kept undecoded. */
export function bytesOf<T>(codec: Codec<T>, value: T): Uint8Array {
  const writer = new Writer();
  codec.encode(writer, value);
  return writer.bytes();
}
