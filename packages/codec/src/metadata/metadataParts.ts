/** Parts that several metadata versions share. source: crate frame-metadata 23.0.0 */

import type { ValueOf } from '../codec.ts';
import { option, struct, type FieldCodecs } from '../composite.ts';
import type { HasherName } from '../declare.ts';
import { bytes, str, u8 } from '../scalars.ts';
import { vec } from '../sequence.ts';
import { plainEnum, row, variant } from '../variant.ts';
import { docLines, namedTypes, typeId } from './portableTypes.ts';

const HASHERS: Readonly<Record<HasherName, number>> = {
  Blake2_128: 0, Blake2_256: 1, Blake2_128Concat: 2, Twox128: 3, Twox256: 4, Twox64Concat: 5, Identity: 6,
};

/** Fields of a storage entry; the last version adds to them. */
export const storageEntryFields = {
  name: str,
  modifier: plainEnum('', { Optional: 0, Default: 1 }),
  shape: variant('', {
    Plain: row(0, [typeId]),
    Map: row(1, { hashers: vec(plainEnum('', HASHERS)), key: typeId, value: typeId }),
  }),
  fallback: bytes,
  docs: docLines,
};

/** A pallet's storage: name of the prefix and entries. */
export function palletStorage<F extends FieldCodecs>(entry: F) {
  return option(struct('', { prefix: str, entries: vec(struct('', entry)) }));
}

export const constantFields = { name: str, type: typeId, value: bytes, docs: docLines };
export const methodFields = { name: str, inputs: namedTypes, output: typeId, docs: docLines };

/** A transaction extension: type of what is in the transaction, and of what is only signed. */
export const extensionMetadata = struct('', { identifier: str, type: typeId, implicit: typeId });
export type ExtensionMetadata = ValueOf<typeof extensionMetadata>;

/** Types of the three outermost enums. */
export const outerEnums = struct('', { call: typeId, event: typeId, error: typeId });

/** Free entries by name; upstream leaves the map empty. */
export const customValues = vec(struct('', { name: str, type: typeId, value: bytes }));

/** Fields of a pallet in versions 14 and 15. */
export const palletFields = {
  name: str,
  storage: palletStorage(storageEntryFields),
  calls: option(typeId),
  events: option(typeId),
  constants: vec(struct('', constantFields)),
  errors: option(typeId),
  index: u8,
};
