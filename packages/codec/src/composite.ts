/** Codecs built of other codecs: structs, tuples, options, boxes, lazily resolved ones. */

import type { Codec } from './codec.ts';
import { Writer } from './cursor.ts';
import { lastSegment, type Spelled } from './scalars.ts';
import { resolveType, type TypeDef, type TypeParam } from './typeDef.ts';

/** `codec`, shown in metadata with `typeName` where it stands as a field or an argument. */
export function spelled<T, const N extends string>(codec: Codec<T>, typeName: N): Spelled<T, N> {
  return { type: codec.type, encode: codec.encode, decode: codec.decode, typeName };
}

/** `codec` whose fields show no type name in metadata. */
export function unspelled<T>(codec: Codec<T>): Codec<T> {
  return { type: codec.type, encode: codec.encode, decode: codec.decode };
}

/** How the type of `codec` is spelled in Rust, when it is known. */
export function typeNameOf(codec: Codec<unknown>): string | undefined {
  return (codec as Partial<Spelled<unknown>>).typeName;
}

/** `Outer<A, B>` when all parts are known. */
export function spelling(open: string, parts: readonly AnyCodec[], close: string): { readonly typeName?: string } {
  const names = parts.map(typeNameOf);
  return names.includes(undefined) ? {} : { typeName: open + names.join(', ') + close };
}

/** A type parameter bound to the type of `codec`. */
export function param(name: string, codec: AnyCodec): TypeParam {
  return { name, type: codec.type };
}

export type Fields = Readonly<Record<string, Codec<never>>>;
// `any` is the only way to say "a codec of something" in both positions.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyCodec = Codec<any>;
export type FieldCodecs = Readonly<Record<string, AnyCodec>>;
export type StructValue<F extends FieldCodecs> = { [K in keyof F]: F[K] extends Codec<infer T> ? T : never };

/** Spelling of a type by its path. */
export function named(path: string): { readonly typeName?: string } {
  return path === '' ? {} : { typeName: lastSegment(path) };
}

/** A composite with named fields. `path` is written `crate::module::Name`, or empty for none. */
export function struct<F extends FieldCodecs>(path: string, fields: F, params: readonly TypeParam[] = []): Codec<StructValue<F>> {
  const names = Object.keys(fields);
  const codecs = names.map((name) => fields[name]!);
  return {
    ...named(path),
    type: {
      kind: 'composite',
      path: path === '' ? [] : path.split('::'),
      params,
      fields: names.map((name, i) => ({ name, type: codecs[i]!.type, typeName: typeNameOf(codecs[i]!) })),
    },
    encode: (writer, value) => {
      for (let i = 0; i < names.length; i++) codecs[i]!.encode(writer, value[names[i]!]);
    },
    decode: (reader) => {
      const value: Record<string, unknown> = {};
      for (let i = 0; i < names.length; i++) value[names[i]!] = codecs[i]!.decode(reader);
      return value as StructValue<F>;
    },
  };
}

/** A one-field composite around `inner`, transparent in values. */
export function wrapped<T>(path: string, inner: Codec<T>, options: { params?: readonly TypeParam[]; typeName?: string; name?: string } = {}): Codec<T> {
  const typeName = options.typeName ?? typeNameOf(inner);
  return {
    ...named(path),
    type: {
      kind: 'composite',
      path: path.split('::'),
      params: options.params ?? [],
      fields: [{ name: options.name, type: inner.type, typeName }],
    },
    encode: inner.encode,
    decode: inner.decode,
  };
}

export type TupleValue<C extends readonly AnyCodec[]> = { -readonly [K in keyof C]: C[K] extends Codec<infer T> ? T : never };

/** A tuple that tells what it is made of, for sequences that read and write many at once. */
export interface TupleCodec<C extends readonly AnyCodec[]> extends Codec<TupleValue<C>> {
  readonly parts: C;
}

export function tuple<const C extends readonly AnyCodec[]>(...codecs: C): TupleCodec<C> {
  return {
    parts: codecs,
    ...spelling('(', codecs, ')'),
    type: { kind: 'tuple', of: codecs.map((codec) => codec.type) },
    encode: (writer, value) => {
      for (let i = 0; i < codecs.length; i++) codecs[i]!.encode(writer, (value as readonly unknown[])[i]);
    },
    decode: (reader) => {
      const value: unknown[] = [];
      for (let i = 0; i < codecs.length; i++) value.push(codecs[i]!.decode(reader));
      return value as TupleValue<C>;
    },
  };
}

/** The empty tuple. */
export const unit: Spelled<undefined> = {
  typeName: '()',
  type: { kind: 'tuple', of: [] },
  encode: () => undefined,
  decode: () => undefined,
};

/** `Cow<'_, T>`, like T on the wire. */
export function cow<T>(of: Codec<T>): Codec<T> {
  return {
    type: { kind: 'composite', path: ['Cow'], params: [param('T', of)], fields: [{ type: of.type }] },
    encode: of.encode,
    decode: of.decode,
  };
}

/** `Option<T>` with undefined for None. `bool` inside is not special-cased: today's SCALE writes it like any other. */
export function option<T>(some: Codec<T>): Codec<T | undefined> {
  return {
    ...spelling('Option<', [some], '>'),
    type: {
      kind: 'variant',
      path: ['Option'],
      params: [{ name: 'T', type: some.type }],
      variants: [
        { name: 'None', index: 0, fields: [] },
        { name: 'Some', index: 1, fields: [{ type: some.type }] },
      ],
    },
    encode: (writer, value) => {
      if (value === undefined) return writer.byte(0);
      writer.byte(1);
      some.encode(writer, value);
    },
    decode: (reader) => {
      const tag = reader.byte();
      if (tag === 0) return undefined;
      if (tag !== 1) reader.fail('an option (0 or 1)');
      return some.decode(reader);
    },
  };
}

/** A codec that is only known later (recursive types). */
export function lazy<T>(get: () => Codec<T>): Codec<T> {
  return {
    type: () => resolveType(get().type),
    encode: (writer, value) => get().encode(writer, value),
    decode: (reader) => get().decode(reader),
  };
}

/** `Box<T>`, like T on the wire; a level of nesting. */
export function boxed<T>(codec: Codec<T>): Codec<T> {
  const name = typeNameOf(codec);
  return {
    ...(name === undefined ? {} : { typeName: `Box<${name}>` }),
    type: codec.type,
    encode: codec.encode,
    decode: (reader) => {
      reader.enter();
      const value = codec.decode(reader);
      reader.leave();
      return value;
    },
  };
}

/** `codec`, with another description. */
export function described<T>(codec: Codec<T>, type: TypeDef): Codec<T> {
  return { type, encode: codec.encode, decode: codec.decode };
}

/** Another value form over the same bytes and type. */
export function mapped<A, B>(codec: Codec<A>, to: (a: A) => B, from: (b: B) => A): Codec<B> {
  const typeName = typeNameOf(codec);
  return {
    ...(typeName === undefined ? {} : { typeName }),
    type: codec.type,
    encode: (writer, value) => codec.encode(writer, from(value)),
    decode: (reader) => to(codec.decode(reader)),
  };
}

/** The raw bytes of one value of `codec`, kept undecoded. */
export function bytesOf<T>(codec: Codec<T>, value: T): Uint8Array {
  const writer = new Writer();
  codec.encode(writer, value);
  return writer.bytes();
}
