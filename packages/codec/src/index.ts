export * from './cursor.ts';
export * from './typeDef.ts';
export * from './codec.ts';
export * from './scalars.ts';
export * from './composite.ts';
export { array, boundedBytes, boundedVec, vec, weakBoundedVec } from './sequence.ts';
export { boundedBtreeMap, btreeMap, btreeSet } from './ordered.ts';
export {
  row, variant, plainEnum, result, fieldsCodec, fieldDefs, variantDefs,
  type VariantFields, type VariantRow, type AnyRow, type Rows, type FieldsValue, type VariantValue, type ResultValue,
} from './variant.ts';
export * from './declare.ts';
export { digest, digestItem, header, type Digest, type DigestItem, type Header } from './header.ts';
export { era, eraBirth, eraDeath, mortalEra, IMMORTAL, type Era } from './era.ts';
export { metadata, METADATA_VERSIONS, type Metadata } from './metadata/metadata.ts';
export { metadataV14, type MetadataV14 } from './metadata/metadataV14.ts';
export { metadataV15, type MetadataV15 } from './metadata/metadataV15.ts';
export { deprecation, metadataV16, type Deprecation, type MetadataV16 } from './metadata/metadataV16.ts';
export {
  portableTypes, type PortableDef, type PortableField, type PortableType, type PortableVariant,
} from './metadata/portableTypes.ts';
export { palletCalls, palletErrors, palletEvents, type PalletItem } from './palletEnums.ts';
export type {
  DeprecationNotes, ExtensionDecl, MetadataDocs, PalletDocs, PalletExtras, RuntimeDescription, ViewFunctionDecl,
} from './describe.ts';
export {
  encodeEach, extrinsicCodec, signedPayload, type CallValue, type Extrinsic, type ExtrinsicFormat, type Preamble,
} from './extrinsic.ts';
