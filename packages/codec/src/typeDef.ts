/** The type description that each codec carries; metadata is built from these, after scale-info's portable types. */

export type PrimitiveName =
  | 'bool' | 'char' | 'str' | 'u8' | 'u16' | 'u32' | 'u64' | 'u128' | 'u256' | 'i8' | 'i16' | 'i32' | 'i64' | 'i128' | 'i256';

export interface FieldDef {
  readonly name?: string | undefined;
  /** A function where the type is recursive or declared later. */
  readonly type: TypeRef;
  /** The type as its author spelled it (`T::AccountId`); clients use it to choose a representation. */
  readonly typeName?: string | undefined;
}

export interface VariantDef {
  readonly name: string;
  /** Wire index; written, never positional. */
  readonly index: number;
  readonly fields: readonly FieldDef[];
  readonly docs?: readonly string[];
}

export type TypeRef = TypeDef | (() => TypeDef);

export interface TypeParam {
  readonly name: string;
  readonly type?: TypeRef | undefined;
}

interface Named {
  readonly path?: readonly string[] | undefined;
  readonly params?: readonly TypeParam[] | undefined;
}

export type TypeDef = Named &
  (
    | { readonly kind: 'primitive'; readonly name: PrimitiveName }
    | { readonly kind: 'composite'; readonly fields: readonly FieldDef[] }
    | { readonly kind: 'variant'; readonly variants: readonly VariantDef[] }
    | { readonly kind: 'sequence'; readonly of: TypeRef }
    | { readonly kind: 'array'; readonly length: number; readonly of: TypeRef }
    | { readonly kind: 'tuple'; readonly of: readonly TypeRef[] }
    | { readonly kind: 'compact'; readonly of: TypeRef }
    | { readonly kind: 'bitSequence'; readonly store: TypeRef; readonly order: TypeRef }
  );

export function resolveType(ref: TypeRef): TypeDef {
  return typeof ref === 'function' ? ref() : ref;
}
