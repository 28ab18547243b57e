/** The type registry inside metadata: types by number. source: crate scale-info 2.11, portable.rs and ty */

import type { Codec, ValueOf } from '../codec.ts';
import { option, struct } from '../composite.ts';
import { compactU32, str, u32, u8 } from '../scalars.ts';
import { vec } from '../sequence.ts';
import type { PrimitiveName } from '../typeDef.ts';
import { plainEnum, row, variant } from '../variant.ts';

/** Index into the registry. */
export const typeId = compactU32;
const lines = vec(str);

/** Prose; readers may leave it out. */
export const docLines: Codec<string[]> = {
  type: lines.type,
  encode: lines.encode,
  decode: (reader) => {
    if (!reader.leaveOutDocs) return lines.decode(reader);
    for (let count = compactU32.decode(reader); count > 0; count--) {
      const length = compactU32.decode(reader);
      if (length > reader.remaining) reader.fail(`${length} bytes, ${reader.remaining} are left`);
      reader.offset += length;
    }
    return [];
  },
};

const PRIMITIVES: Readonly<Record<PrimitiveName, number>> = {
  bool: 0, char: 1, str: 2, u8: 3, u16: 4, u32: 5, u64: 6, u128: 7, u256: 8, i8: 9, i16: 10, i32: 11, i64: 12, i128: 13, i256: 14,
};

const portableField = struct('', { name: option(str), type: typeId, typeName: option(str), docs: docLines });
export type PortableField = ValueOf<typeof portableField>;

const portableVariant = struct('', { name: str, fields: vec(portableField), index: u8, docs: docLines });
export type PortableVariant = ValueOf<typeof portableVariant>;

const portableDef = variant('', {
  composite: row(0, [vec(portableField)]),
  variant: row(1, [vec(portableVariant)]),
  sequence: row(2, [typeId]),
  array: row(3, { length: u32, of: typeId }),
  tuple: row(4, [vec(typeId)]),
  primitive: row(5, [plainEnum('', PRIMITIVES)]),
  compact: row(6, [typeId]),
  bitSequence: row(7, { store: typeId, order: typeId }),
});
export type PortableDef = ValueOf<typeof portableDef>;

const portableType = struct('', {
  id: typeId,
  path: vec(str),
  params: vec(struct('', { name: str, type: option(typeId) })),
  def: portableDef,
  docs: docLines,
});
export type PortableType = ValueOf<typeof portableType>;

/** All types; each stands at the place of its number. */
export const portableTypes: Codec<PortableType[]> = vec(portableType);

/** Names with types: arguments of API methods and view functions. */
export const namedTypes = vec(struct('', { name: str, type: typeId }));

export const typeIds = vec(typeId);
