/**
 * Enums. A value is `{ type, value }`; `value` is absent for a bare variant, the field itself for one unnamed field,
 * a tuple for several unnamed fields, a record for named fields.
 */

import { defect } from '@taonet/primitives';
import type { Codec } from './codec.ts';
import { named, param, struct, tuple, typeNameOf, unit, type AnyCodec, type FieldCodecs, type StructValue, type TupleValue } from './composite.ts';
import { type FieldDef, type TypeDef, type TypeParam, type VariantDef } from './typeDef.ts';

/** Fields of a variant: none, unnamed (array), or named (record). */
export type VariantFields = readonly AnyCodec[] | FieldCodecs | undefined;

export interface VariantRow<I extends number, F extends VariantFields> {
  readonly index: I;
  readonly fields: F;
}

/** One row of an enum: its wire index and its fields. */
export function row<const I extends number>(index: I): VariantRow<I, undefined>;
export function row<const I extends number, const F extends VariantFields>(index: I, fields: F): VariantRow<I, F>;
export function row(index: number, fields?: VariantFields): VariantRow<number, VariantFields> {
  return { index, fields };
}

export type AnyRow = VariantRow<number, VariantFields>;
export type Rows = Readonly<Record<string, AnyRow>>;

export type FieldsValue<F> = F extends readonly [AnyCodec]
  ? TupleValue<F>[0]
  : F extends readonly AnyCodec[]
    ? F['length'] extends 0 ? undefined : TupleValue<F>
    : F extends FieldCodecs ? StructValue<F> : undefined;

export type VariantValue<R extends Rows> = {
  [N in keyof R & string]: FieldsValue<R[N]['fields']> extends undefined
    ? { readonly type: N; readonly value?: undefined }
    : { readonly type: N; readonly value: FieldsValue<R[N]['fields']> };
}[keyof R & string];

/** Codec of a variant's fields alone. */
export function fieldsCodec(fields: VariantFields): AnyCodec {
  if (fields === undefined) return unit;
  if (!Array.isArray(fields)) return struct('', fields as FieldCodecs);
  const list = fields as readonly AnyCodec[];
  if (list.length === 0) return unit;
  return list.length === 1 ? list[0]! : tuple(...list);
}

export function fieldDefs(fields: VariantFields): FieldDef[] {
  if (fields === undefined) return [];
  if (Array.isArray(fields)) return (fields as readonly AnyCodec[]).map((codec) => ({ type: codec.type, typeName: typeNameOf(codec) }));
  const named = fields as FieldCodecs;
  return Object.keys(named).map((name) => ({ name, type: named[name]!.type, typeName: typeNameOf(named[name]!) }));
}

export function variantDefs(rows: Rows, docs: Readonly<Record<string, string>> = {}): VariantDef[] {
  return Object.keys(rows).map((name) => ({
    name,
    index: rows[name]!.index,
    fields: fieldDefs(rows[name]!.fields),
    docs: docs[name] === undefined ? [] : [docs[name]],
  }));
}

/** An enum of the given rows. */
export function variant<const R extends Rows>(path: string, rows: R, params: readonly TypeParam[] = []): Codec<VariantValue<R>> {
  const names = Object.keys(rows);
  const codecs = new Map(names.map((name) => [name, { index: rows[name]!.index, codec: fieldsCodec(rows[name]!.fields) }]));
  const nameOf: (string | undefined)[] = [];
  for (const name of names) nameOf[rows[name]!.index] = name;
  const type: TypeDef = { kind: 'variant', path: path === '' ? [] : path.split('::'), params, variants: variantDefs(rows) };
  return {
    ...named(path),
    type,
    encode: (writer, value) => {
      const found = codecs.get(value.type);
      if (found === undefined) throw defect('EncodeUnknownVariant', { path, name: value.type });
      writer.byte(found.index);
      found.codec.encode(writer, value.value);
    },
    decode: (reader) => {
      const name = nameOf[reader.byte()];
      if (name === undefined) return reader.fail(`a variant of ${path}`);
      const value = codecs.get(name)!.codec.decode(reader);
      return (value === undefined ? { type: name } : { type: name, value }) as VariantValue<R>;
    },
  };
}

export type ResultValue<T, E> = (T extends undefined ? { readonly type: 'Ok'; readonly value?: undefined } : { readonly type: 'Ok'; readonly value: T })
  | (E extends undefined ? { readonly type: 'Err'; readonly value?: undefined } : { readonly type: 'Err'; readonly value: E });

/** `Result<T, E>`. */
export function result<T, E>(ok: Codec<T>, err: Codec<E>): Codec<ResultValue<T, E>> {
  return {
    type: {
      kind: 'variant',
      path: ['Result'],
      params: [param('T', ok), param('E', err)],
      variants: [
        { name: 'Ok', index: 0, fields: [{ type: ok.type }] },
        { name: 'Err', index: 1, fields: [{ type: err.type }] },
      ],
    },
    encode: (writer, value) => {
      writer.byte(value.type === 'Ok' ? 0 : 1);
      ((value.type === 'Ok' ? ok : err) as AnyCodec).encode(writer, value.value);
    },
    decode: (reader) => {
      const tag = reader.byte();
      if (tag > 1) reader.fail('a result (0 or 1)');
      const inner = (tag === 0 ? ok : err).decode(reader);
      const type = tag === 0 ? 'Ok' : 'Err';
      return (inner === undefined ? { type } : { type, value: inner }) as ResultValue<T, E>;
    },
  };
}

/** An enum without fields, as its name. */
export function plainEnum<const N extends string>(path: string, indices: Readonly<Record<N, number>>): Codec<N> {
  const names: (N | undefined)[] = [];
  for (const name of Object.keys(indices) as N[]) names[indices[name]] = name;
  const type: TypeDef = {
    kind: 'variant',
    path: path.split('::'),
    variants: (Object.keys(indices) as N[]).map((name) => ({ name, index: indices[name], fields: [] })),
  };
  return {
    ...named(path),
    type,
    encode: (writer, value) => {
      const index: number | undefined = indices[value];
      if (index === undefined) throw defect('EncodeUnknownVariant', { path, name: value });
      writer.byte(index);
    },
    decode: (reader) => names[reader.byte()] ?? reader.fail(`a variant of ${path}`),
  };
}

