/** Metadata version 14: pallets and one extrinsic type. source: crate frame-metadata 23.0.0, v14.rs */

import type { ValueOf } from '../codec.ts';
import { struct } from '../composite.ts';
import { u8 } from '../scalars.ts';
import { vec } from '../sequence.ts';
import { extensionMetadata, palletFields } from './metadataParts.ts';
import { portableTypes, typeId } from './portableTypes.ts';

export const metadataV14 = struct('', {
  types: portableTypes,
  pallets: vec(struct('', palletFields)),
  extrinsic: struct('', { type: typeId, version: u8, extensions: vec(extensionMetadata) }),
  runtimeType: typeId,
});
export type MetadataV14 = ValueOf<typeof metadataV14>;
