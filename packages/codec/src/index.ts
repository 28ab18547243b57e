export * from './cursor.ts';
export * from './typeDef.ts';
export * from './codec.ts';
export * from './scalars.ts';
export * from './composite.ts';
export {
  row, variant, plainEnum, result, fieldsCodec, fieldDefs, variantDefs,
  type VariantFields, type VariantRow, type AnyRow, type Rows, type FieldsValue, type VariantValue, type ResultValue,
} from './variant.ts';
export * from './declare.ts';
export { digest, digestItem, header, type Digest, type DigestItem, type Header } from './header.ts';
export { era, eraBirth, eraDeath, mortalEra, IMMORTAL, type Era } from './era.ts';
