export * from './cursor.ts';
export * from './typeDef.ts';
export * from './codec.ts';
export * from './scalars.ts';
export * from './composite.ts';
export {
  row, variant, plainEnum, fieldsCodec, fieldDefs, variantDefs,
  type VariantFields, type VariantRow, type AnyRow, type Rows, type FieldsValue, type VariantValue,
} from './variant.ts';
export * from './declare.ts';
