/**
 * Metadata version 16: adds deprecations, associated types, view functions and extrinsic versions.
 * source: crate frame-metadata 23.0.0, v16.rs
 */

import type { ValueOf } from '../codec.ts';
import { option, struct } from '../composite.ts';
import { btreeMap } from '../ordered.ts';
import { compactU32, fixedBytes, str, u8 } from '../scalars.ts';
import { vec } from '../sequence.ts';
import { row, variant } from '../variant.ts';
import { constantFields, customValues, extensionMetadata, methodFields, outerEnums, palletStorage, storageEntryFields } from './metadataParts.ts';
import { docLines, portableTypes, typeId, typeIds } from './portableTypes.ts';

const note = { note: str, since: option(str) };

/** Whether a whole item should no longer be used. */
export const deprecation = variant('', { NotDeprecated: row(0), DeprecatedWithoutNote: row(1), Deprecated: row(2, note) });
export type Deprecation = ValueOf<typeof deprecation>;

/** Deprecated variants by index; the others are not named. */
export const variantDeprecations = btreeMap(u8, variant('', { DeprecatedWithoutNote: row(1), Deprecated: row(2, note) }));

const enumMetadata = option(struct('', { type: typeId, deprecation: variantDeprecations }));

const palletV16 = struct('', {
  name: str,
  storage: palletStorage({ ...storageEntryFields, deprecation }),
  calls: enumMetadata,
  events: enumMetadata,
  constants: vec(struct('', { ...constantFields, deprecation })),
  errors: enumMetadata,
  associatedTypes: vec(struct('', { name: str, type: typeId, docs: docLines })),
  viewFunctions: vec(struct('', { id: fixedBytes(32), ...methodFields, deprecation })),
  index: u8,
  docs: docLines,
  deprecation,
});

const apiV16 = struct('', {
  name: str,
  methods: vec(struct('', { ...methodFields, deprecation })),
  docs: docLines,
  version: compactU32,
  deprecation,
});

export const metadataV16 = struct('', {
  types: portableTypes,
  pallets: vec(palletV16),
  extrinsic: struct('', {
    versions: vec(u8),
    address: typeId,
    call: typeId,
    signature: typeId,
    /** Extension version → numbers of its extensions in the list below. */
    extensionsByVersion: btreeMap(u8, typeIds),
    extensions: vec(extensionMetadata),
  }),
  apis: vec(apiV16),
  outerEnums,
  custom: customValues,
});
export type MetadataV16 = ValueOf<typeof metadataV16>;
