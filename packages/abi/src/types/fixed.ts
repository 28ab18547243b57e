/** Fixed-point numbers as their bits. source: crate substrate-fixed 0.6.0, types FixedU128 and kin */

import { i128, i64, struct, u128, type Codec, type Spelled, type TypeDef } from '@taonet/codec';
import type { Fixed } from '@taonet/primitives';

const bit = (name: 'B0' | 'B1'): TypeDef => ({ kind: 'composite', path: ['substrate_typenum', 'bit', name], fields: [] });

/** A type-level number: its bits from the highest down, as nested `UInt<rest, lowest bit>`. */
function typeNumber(value: number): TypeDef {
  if (value === 0) return { kind: 'composite', path: ['substrate_typenum', 'uint', 'UTerm'], fields: [] };
  const high = typeNumber(value >>> 1);
  const low = bit((value & 1) === 0 ? 'B0' : 'B1');
  return {
    kind: 'composite',
    path: ['substrate_typenum', 'uint', 'UInt'],
    params: [{ name: 'U', type: high }, { name: 'B', type: low }],
    fields: [{ name: 'msb', type: high, typeName: 'U' }, { name: 'lsb', type: low, typeName: 'B' }],
  };
}

/** Format `name` with `frac` bits after the point; the value is the raw bits. */
function fixedCodec<N extends string>(name: N, container: string, bits: Codec<bigint>, frac: number): Spelled<Fixed<N>> {
  const inner = struct('', { bits });
  const type = inner.type as Extract<TypeDef, { kind: 'composite' }>;
  return {
    typeName: name,
    type: { ...type, path: ['substrate_fixed', container], params: [{ name: 'Frac', type: typeNumber(frac) }] },
    encode: (writer, value) => bits.encode(writer, value),
    decode: (reader) => bits.decode(reader) as Fixed<N>,
  };
}

export const i32f32 = fixedCodec('I32F32', 'FixedI64', i64, 32);
export const i64f64 = fixedCodec('I64F64', 'FixedI128', i128, 64);
export const i96f32 = fixedCodec('I96F32', 'FixedI128', i128, 32);
export const u64f64 = fixedCodec('U64F64', 'FixedU128', u128, 64);
export const u96f32 = fixedCodec('U96F32', 'FixedU128', u128, 32);
