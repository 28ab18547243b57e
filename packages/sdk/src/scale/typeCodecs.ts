/**
 * Codecs made from a runtime's own type registry. Values have the form that package abi declares (a test compares all types), but accounts are
 * SS58 and hashes `0x…`. What goes in may be looser: a bare value where a wrapper with one field is wanted, `number` where u64 is wanted.
 */

import { CannotDecode, Reader, writeCompact, readCompact, Writer, type PortableField, type PortableType, type PortableVariant } from '@taonet/codec';
import type { PrimitiveName } from '@taonet/codec';
import { tryHexToBytes } from '@taonet/primitives';
import { badInput, sdkError } from '../errors.ts';
import { primitiveCodec } from './primitives.ts';
import { specialCodec } from './specialCodecs.ts';

export interface TypeCodec {
  /** `where` names the value in errors. refuses: BadInput */
  encode(writer: Writer, value: unknown, where: string): void;
  /** Throws `CannotDecode`. */
  decode(reader: Reader): unknown;
}

const NESTING_LIMIT = 256;
const lastOf = (path: readonly string[]): string => path[path.length - 1] ?? '';

export class TypeCodecs {
  readonly #types: readonly PortableType[];
  readonly #made: (TypeCodec | undefined)[] = [];

  constructor(types: readonly PortableType[]) {
    this.#types = types;
  }

  type(id: number): PortableType {
    const type = this.#types[id];
    if (type === undefined) throw sdkError('NotOnThisChain', { type: id });
    return type;
  }

  codec(id: number): TypeCodec {
    const made = this.#made[id];
    if (made !== undefined) return made;
    // Recursive types find this one while theirs is being made.
    const later: TypeCodec = {
      encode: (writer, value, where) => this.#made[id]!.encode(writer, value, where),
      decode: (reader) => this.#made[id]!.decode(reader),
    };
    this.#made[id] = later;
    const codec = this.#make(this.type(id));
    this.#made[id] = codec;
    return codec;
  }

  encode(id: number, value: unknown, where: string): Uint8Array {
    const writer = new Writer();
    this.codec(id).encode(writer, value, where);
    return writer.bytes();
  }

  /** refuses: CannotDecode, also when bytes are left over and `whole` is set */
  decode(id: number, bytes: Uint8Array, where: string, whole = false): unknown {
    const reader = new Reader(bytes);
    try {
      const value = this.codec(id).decode(reader);
      if (whole && reader.remaining > 0) reader.fail('the end of the value');
      return value;
    } catch (error) {
      if (!(error instanceof CannotDecode)) throw error;
      throw sdkError('CannotDecode', { item: where, expected: error.expected, offset: error.offset });
    }
  }

  #make(type: PortableType): TypeCodec {
    return specialCodec(type, this) ?? this.structural(type);
  }

  /** By its structure alone, whatever its name. */
  structural({ def, path }: PortableType): TypeCodec {
    switch (def.type) {
      case 'primitive': return primitiveCodec(def.value);
      case 'compact': return this.#compact(def.value);
      case 'sequence': return this.#sequence(def.value);
      case 'array': return this.#array(def.value.of, def.value.length);
      case 'tuple': return this.#tuple(def.value);
      case 'composite': return this.#fields(def.value);
      case 'variant': return lastOf(path) === 'Option' ? this.#option(def.value) : this.#variant(def.value, path);
      case 'bitSequence': return { encode: (_, value, where) => { throw badInput(where, 'nothing: bit sequences are not supported', value); }, decode: (reader) => reader.fail('no bit sequence') };
    }
  }

  /** The primitive inside of wrappers, for compact forms. */
  #innermost(id: number): PrimitiveName | undefined {
    const { def } = this.type(id);
    if (def.type === 'primitive') return def.value;
    if (def.type === 'composite' && def.value.length === 1) return this.#innermost(def.value[0]!.type);
    return undefined;
  }

  #compact(id: number): TypeCodec {
    const name = this.#innermost(id);
    if (name === undefined) return { encode: () => undefined, decode: () => undefined };
    const plain = primitiveCodec(name);
    const bits = BigInt(name.slice(1));
    const max = (1n << bits) - 1n;
    const narrow = bits <= 32n;
    return {
      encode: (writer, value, where) => {
        const checked = new Writer(32);
        plain.encode(checked, value, where);
        writeCompact(writer, plain.decode(new Reader(checked.bytes())) as number | bigint);
      },
      decode: (reader) => {
        const value = readCompact(reader, max);
        return narrow ? Number(value) : value;
      },
    };
  }

  #isByte(id: number): boolean {
    const { def } = this.type(id);
    return def.type === 'primitive' && def.value === 'u8';
  }

  #sequence(id: number): TypeCodec {
    if (this.#isByte(id)) return bytesCodec(undefined);
    const item = this.codec(id);
    return {
      encode: (writer, value, where) => {
        const list = toList(value, where);
        writeCompact(writer, list.length);
        list.forEach((one, i) => item.encode(writer, one, `${where}[${i}]`));
      },
      decode: (reader) => {
        const length = Number(readCompact(reader, 0xffff_ffffn));
        if (length > reader.remaining) reader.fail(`${length} items, ${reader.remaining} bytes are left`);
        if (++reader.depth > NESTING_LIMIT) reader.fail('less nesting');
        const list: unknown[] = [];
        for (let i = 0; i < length; i++) list.push(item.decode(reader));
        reader.depth -= 1;
        return list;
      },
    };
  }

  #array(id: number, length: number): TypeCodec {
    if (this.#isByte(id)) return bytesCodec(length);
    const item = this.codec(id);
    return {
      encode: (writer, value, where) => {
        const list = toList(value, where);
        if (list.length !== length) throw badInput(where, `${length} values`, value);
        list.forEach((one, i) => item.encode(writer, one, `${where}[${i}]`));
      },
      decode: (reader) => Array.from({ length }, () => item.decode(reader)),
    };
  }

  #tuple(ids: readonly number[]): TypeCodec {
    if (ids.length === 0) return { encode: () => undefined, decode: () => undefined };
    const parts = ids.map((id) => this.codec(id));
    return {
      encode: (writer, value, where) => {
        const list = toList(value, where);
        if (list.length !== parts.length) throw badInput(where, `${parts.length} values`, value);
        parts.forEach((part, i) => part.encode(writer, list[i], `${where}[${i}]`));
      },
      decode: (reader) => parts.map((part) => part.decode(reader)),
    };
  }

  /** Fields of a composite or a variant: none, one (transparent), several unnamed (a list), named (a record). */
  #fields(fields: readonly PortableField[]): TypeCodec {
    const [first] = fields;
    if (first === undefined) return { encode: () => undefined, decode: () => undefined };
    if (first.name !== undefined) return this.record(fields);
    return fields.length === 1 ? withUnit(this.codec(first.type), first.typeName) : this.#tuple(fields.map(({ type }) => type));
  }

  /** A record of named fields. One field alone may be given bare. */
  record(fields: readonly PortableField[]): TypeCodec {
    const names = fields.map(({ name }, i) => name ?? String(i));
    const parts = fields.map(({ type, typeName }) => withUnit(this.codec(type), typeName));
    return {
      encode: (writer, value, where) => {
        const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
        if (parts.length === 1 && !(isRecord && names[0]! in value)) return parts[0]!.encode(writer, value, where);
        if (!isRecord) throw badInput(where, `a record of ${names.join(', ')}`, value);
        parts.forEach((part, i) => part.encode(writer, (value as Readonly<Record<string, unknown>>)[names[i]!], `${where}.${names[i]!}`));
      },
      decode: (reader) => {
        const record: Record<string, unknown> = {};
        for (let i = 0; i < parts.length; i++) record[names[i]!] = parts[i]!.decode(reader);
        return record;
      },
    };
  }

  #option([, some]: readonly PortableVariant[]): TypeCodec {
    const inner = this.#fields(some!.fields);
    return {
      encode: (writer, value, where) => {
        writer.byte(value === undefined || value === null ? 0 : 1);
        if (value !== undefined && value !== null) inner.encode(writer, value, where);
      },
      decode: (reader) => {
        const tag = reader.byte();
        if (tag > 1) reader.fail('an option (0 or 1)');
        return tag === 0 ? undefined : inner.decode(reader);
      },
    };
  }

  #variant(variants: readonly PortableVariant[], path: readonly string[]): TypeCodec {
    const rows = variants.map(({ name, index, fields }) => ({ name, index, codec: this.#fields(fields), bare: fields.length === 0 }));
    const byName = new Map(rows.map((row) => [row.name, row]));
    const byIndex: (typeof rows[number] | undefined)[] = [];
    for (const row of rows) byIndex[row.index] = row;
    const isPlain = rows.every(({ bare }) => bare);
    const isCall = lastOf(path) === 'Call';
    const what = lastOf(path);
    return {
      encode: (writer, value, where) => {
        const given = typeof value === 'string' ? { type: value } : value as { readonly type?: unknown; readonly value?: unknown } | null | undefined;
        const row = typeof given?.type === 'string' ? byName.get(given.type) : undefined;
        if (row === undefined) throw badInput(where, `{ type, value } of ${what} (${variants.slice(0, 8).map(({ name }) => name).join(', ')}${variants.length > 8 ? ', …' : ''})`, value);
        writer.byte(row.index);
        row.codec.encode(writer, given!.value, `${where}.${row.name}`);
      },
      decode: (reader) => {
        const row = byIndex[reader.byte()];
        if (row === undefined) return reader.fail(`a variant of ${what}`);
        if (isPlain && !isCall) return row.name;
        if (row.bare) return isCall ? { type: row.name, value: {} } : { type: row.name };
        return { type: row.name, value: row.codec.decode(reader) };
      },
    };
  }
}

/** Amounts must carry the unit that the field's own type name tells. */
function withUnit(codec: TypeCodec, typeName: string | undefined): TypeCodec {
  const wanted = typeName === undefined ? undefined : /TaoBalance|BalanceOf<T>|T::Balance/.test(typeName) ? 'Tao' : typeName.includes('AlphaBalance') ? 'Alpha' : undefined;
  if (wanted === undefined) return codec;
  return {
    decode: codec.decode.bind(codec),
    encode: (writer, value, where) => {
      const unit = typeof value === 'object' && value !== null ? (value as { readonly unit?: unknown }).unit : undefined;
      if (unit !== undefined && unit !== wanted) throw badInput(where, `an amount of ${wanted}`, String(value));
      codec.encode(writer, value, where);
    },
  };
}

function toList(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint8Array);
  throw badInput(where, 'a list', value);
}

/** Bytes: a `Uint8Array`, hex with `0x`, or a text that stands for its UTF-8. */
function bytesCodec(length: number | undefined): TypeCodec {
  return {
    encode: (writer, value, where) => {
      const bytes = toBytes(value);
      if (bytes === undefined || (length !== undefined && bytes.length !== length)) throw badInput(where, length === undefined ? 'bytes (Uint8Array, 0x… or text)' : `${length} bytes`, value);
      if (length === undefined) writeCompact(writer, bytes.length);
      writer.raw(bytes);
    },
    decode: (reader) => {
      if (length !== undefined) return reader.raw(length);
      return reader.raw(Number(readCompact(reader, 0xffff_ffffn)));
    },
  };
}

function toBytes(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value;
  if (typeof value === 'string') return value.startsWith('0x') ? tryHexToBytes(value) : new TextEncoder().encode(value);
  if (Array.isArray(value) && value.every((one) => Number.isInteger(one) && one >= 0 && one <= 255)) return Uint8Array.from(value as number[]);
  return undefined;
}
