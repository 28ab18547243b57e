/** Sequences: vectors, arrays, bounded vectors. */

import { defect } from '@taonet/primitives';
import type { Codec } from './codec.ts';
import { param, spelling } from './composite.ts';
import { bytes, readLength, u8, writeCompact } from './scalars.ts';
import type { TypeDef, TypeRef } from './typeDef.ts';
import { isU16Pair, tryReadU16Pairs, tryWriteU16Pairs } from './u16Pairs.ts';

/** Whether upstream reads a vector of it in one go; other vectors count as a level of nesting. */
function isPlainInteger(type: TypeRef): boolean {
  return typeof type !== 'function' && type.kind === 'primitive' && type.name !== 'bool' && type.name !== 'str' && type.name !== 'char';
}

/** `Vec<T>`. Every item takes at least one byte, so a length beyond the input is refused before anything is read. */
export function vec<T>(item: Codec<T>): Codec<T[]> {
  const plain = isPlainInteger(item.type);
  const pairs = isU16Pair(item);
  return {
    ...spelling('Vec<', [item], '>'),
    type: { kind: 'sequence', of: item.type },
    encode: (writer, value) => {
      writeCompact(writer, value.length);
      if (pairs && tryWriteU16Pairs(writer, value as never)) return;
      for (let i = 0; i < value.length; i++) item.encode(writer, value[i]!);
    },
    decode: (reader) => {
      const length = readLength(reader, 1);
      if (!plain) reader.enter();
      const known = pairs ? tryReadU16Pairs(reader, length) : undefined;
      const value: T[] = (known as T[] | undefined) ?? [];
      if (known === undefined) for (let i = 0; i < length; i++) value.push(item.decode(reader));
      if (!plain) reader.leave();
      return value;
    },
  };
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
