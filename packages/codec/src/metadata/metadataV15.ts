/** Metadata version 15: adds runtime APIs, the outer enums and the parts of an extrinsic. source: crate frame-metadata 23.0.0, v15.rs */

import type { ValueOf } from '../codec.ts';
import { struct } from '../composite.ts';
import { str, u8 } from '../scalars.ts';
import { vec } from '../sequence.ts';
import { customValues, extensionMetadata, methodFields, outerEnums, palletFields } from './metadataParts.ts';
import { docLines, portableTypes, typeId } from './portableTypes.ts';

export const metadataV15 = struct('', {
  types: portableTypes,
  pallets: vec(struct('', { ...palletFields, docs: docLines })),
  extrinsic: struct('', {
    version: u8,
    address: typeId,
    call: typeId,
    signature: typeId,
    extra: typeId,
    extensions: vec(extensionMetadata),
  }),
  runtimeType: typeId,
  apis: vec(struct('', { name: str, methods: vec(struct('', methodFields)), docs: docLines })),
  outerEnums,
  custom: customValues,
});
export type MetadataV15 = ValueOf<typeof metadataV15>;
