/** Codecs of plain values. Integers of at most 32 bits are `number`, wider ones `bigint`; either goes in, as does an amount (`{ rao }`). */

import { bool, i128, i16, i32, i64, i8, str, u128, u16, u256Primitive, u32, u64, u8, type AnyCodec, type Codec, type PrimitiveName } from '@taonet/codec';
import { badInput } from '../errors.ts';
import type { TypeCodec } from './typeCodecs.ts';

const CODECS: Readonly<Partial<Record<PrimitiveName, AnyCodec>>> = { bool, str, u8, u16, u32, u64, u128, u256: u256Primitive, i8, i16, i32, i64, i128 };

/** A whole number of any way of writing one. */
function wholeOf(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if ('rao' in value && typeof value.rao === 'bigint') return value.rao;
  // A wrapper with one field given for a bare integer, as newer runtimes have them.
  const inside = Object.values(value);
  return inside.length === 1 ? wholeOf(inside[0]) : undefined;
}

function integerCodec(name: PrimitiveName, codec: Codec<unknown>): TypeCodec {
  const bits = BigInt(name.slice(1));
  const signed = name.startsWith('i');
  const min = signed ? -(1n << (bits - 1n)) : 0n;
  const max = (1n << (signed ? bits - 1n : bits)) - 1n;
  return {
    decode: codec.decode,
    encode: (writer, value, where) => {
      const whole = wholeOf(value);
      if (whole === undefined || whole < min || whole > max) throw badInput(where, `${name}, a whole number from ${min} to ${max}`, value);
      codec.encode(writer, bits <= 32n ? Number(whole) : whole);
    },
  };
}

export function primitiveCodec(name: PrimitiveName): TypeCodec {
  const codec = CODECS[name] as Codec<unknown> | undefined;
  if (codec === undefined) return { encode: (_, value, where) => { throw badInput(where, `nothing: ${name} is not supported`, value); }, decode: (reader) => reader.fail(`no ${name}`) };
  if (name !== 'bool' && name !== 'str') return integerCodec(name, codec);
  const wanted = name === 'bool' ? 'boolean' : 'string';
  return {
    decode: codec.decode,
    encode: (writer, value, where) => {
      if (typeof value !== wanted) throw badInput(where, `a ${wanted}`, value);
      codec.encode(writer, value);
    },
  };
}
