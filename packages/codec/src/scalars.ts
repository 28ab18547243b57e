/** Codecs of plain numbers, booleans, byte strings and 32-byte names. */

import { bytesToHex, defect, hexToBytes, utf8ToBytes } from '@taonet/primitives';
import type { Codec } from './codec.ts';
import type { Reader, Writer } from './cursor.ts';
import type { PrimitiveName, TypeDef } from './typeDef.ts';

/** A codec that knows how Rust spells its type, so that fields need not. Clients tell amounts of TAO and alpha apart by the spelling `N`. */
export interface Spelled<T, N extends string = string> extends Codec<T> {
  readonly typeName: N;
}

function primitive(name: PrimitiveName): TypeDef {
  return { kind: 'primitive', name };
}

function smallUint(name: 'u8' | 'u16' | 'u32', size: number, max: number): Spelled<number> {
  return {
    type: primitive(name),
    typeName: name,
    encode(writer, value) {
      if (!Number.isInteger(value) || value < 0 || value > max) throw defect('EncodeOutOfRange', { type: name, value });
      writer.uintLe(value, size);
    },
    decode: (reader) => reader.uintLe(size),
  };
}

function bigInteger(name: PrimitiveName, size: number, signed: boolean): Spelled<bigint> {
  const bits = size * 8;
  const min = signed ? -(1n << BigInt(bits - 1)) : 0n;
  const max = signed ? (1n << BigInt(bits - 1)) - 1n : (1n << BigInt(bits)) - 1n;
  return {
    type: primitive(name),
    typeName: name,
    encode(writer, value) {
      if (typeof value !== 'bigint' || value < min || value > max) throw defect('EncodeOutOfRange', { type: name, value: String(value) });
      writer.bigLe(value, size);
    },
    decode: (reader) => {
      const value = reader.bigLe(size);
      return signed && value > max ? value - (1n << BigInt(bits)) : value;
    },
  };
}

/** `half` is 2^(bits − 1), the first value that does not fit. */
function smallInt(name: 'i8' | 'i16' | 'i32', size: number, half: number): Spelled<number> {
  const span = half * 2;
  return {
    type: primitive(name),
    typeName: name,
    encode(writer, value) {
      if (!Number.isInteger(value) || value < -half || value >= half) throw defect('EncodeOutOfRange', { type: name, value });
      writer.uintLe(value < 0 ? value + span : value, size);
    },
    decode: (reader) => {
      const value = reader.uintLe(size);
      return value >= half ? value - span : value;
    },
  };
}

export const u8 = smallUint('u8', 1, 0xff);
export const u16 = smallUint('u16', 2, 0xffff);
export const u32 = smallUint('u32', 4, 0xffff_ffff);
export const u64 = bigInteger('u64', 8, false);
export const u128 = bigInteger('u128', 16, false);
export const u256Primitive = bigInteger('u256', 32, false);
export const i8 = smallInt('i8', 1, 0x80);
export const i16 = smallInt('i16', 2, 0x8000);
export const i32 = smallInt('i32', 4, 0x8000_0000);
export const i64 = bigInteger('i64', 8, true);
export const i128 = bigInteger('i128', 16, true);

export const bool: Spelled<boolean> = {
  type: primitive('bool'),
  typeName: 'bool',
  encode: (writer, value) => writer.byte(value ? 1 : 0),
  decode: (reader) => {
    const byte = reader.byte();
    if (byte > 1) reader.fail('a boolean (0 or 1)');
    return byte === 1;
  },
};

/** Writes SCALE's compact form of a non-negative integer. */
export function writeCompact(writer: Writer, value: bigint | number): void {
  if (typeof value === 'number' && value < 0x4000_0000) {
    if (value < 0x40) writer.byte(value << 2);
    else if (value < 0x4000) writer.uintLe((value << 2) | 1, 2);
    else writer.uintLe(((value << 2) | 2) >>> 0, 4);
    return;
  }
  const big = BigInt(value);
  if (big < 0x4000_0000n) return writeCompact(writer, Number(big));
  let size = 4;
  while (big >> BigInt(8 * size) !== 0n) size += 1;
  writer.byte(((size - 4) << 2) | 3);
  for (let i = 0; i < size; i++) writer.byte(Number((big >> BigInt(8 * i)) & 255n));
}

/** Reads SCALE's compact form; refuses forms longer than needed, as upstream does. */
export function readCompact(reader: Reader, max: bigint): bigint {
  const first = reader.byte();
  const mode = first & 3;
  let value: bigint;
  if (mode === 0) value = BigInt(first >> 2);
  else if (mode === 1) {
    value = BigInt((first >> 2) | (reader.byte() << 6));
    if (value < 0x40n) reader.fail('a shortest compact integer');
  } else if (mode === 2) {
    value = BigInt((first >> 2) + reader.uintLe(3) * 64);
    if (value < 0x4000n) reader.fail('a shortest compact integer');
  } else {
    const size = (first >> 2) + 4;
    const bytes = reader.raw(size);
    value = 0n;
    for (let i = size - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]!);
    if (value < 0x4000_0000n || value >> BigInt(8 * (size - 1)) === 0n) reader.fail('a shortest compact integer');
  }
  if (value > max) reader.fail(`a compact integer of at most ${max}`);
  return value;
}

const U32_LIMIT = 0xffff_ffffn;

/** A length prefix, bounded by what is left when every item takes at least `itemBytes`. */
export function readLength(reader: Reader, itemBytes: number): number {
  const length = Number(readCompact(reader, U32_LIMIT));
  if (itemBytes > 0 && length * itemBytes > reader.remaining) reader.fail(`${length} items, ${reader.remaining} bytes are left`);
  return length;
}

function compactNumber(of: Spelled<number>, max: bigint): Spelled<number> {
  return {
    typeName: `Compact<${of.typeName}>`,
    type: { kind: 'compact', of: of.type },
    encode: (writer, value) => {
      if (!Number.isInteger(value) || value < 0 || BigInt(value) > max) throw defect('EncodeOutOfRange', { type: 'compact', value });
      writeCompact(writer, value);
    },
    decode: (reader) => Number(readCompact(reader, max)),
  };
}

function compactBig(of: Spelled<bigint>, max: bigint): Spelled<bigint> {
  return {
    typeName: `Compact<${of.typeName}>`,
    type: { kind: 'compact', of: of.type },
    encode: (writer, value) => {
      if (value < 0n || value > max) throw defect('EncodeOutOfRange', { type: 'compact', value });
      writeCompact(writer, value);
    },
    decode: (reader) => readCompact(reader, max),
  };
}

export const compactU8 = compactNumber(u8, 0xffn);
export const compactU16 = compactNumber(u16, 0xffffn);
export const compactU32 = compactNumber(u32, U32_LIMIT);
export const compactU64 = compactBig(u64, (1n << 64n) - 1n);
export const compactU128 = compactBig(u128, (1n << 128n) - 1n);

/** `Vec<u8>` as bytes. */
export const bytes: Spelled<Uint8Array> = {
  typeName: 'Vec<u8>',
  type: { kind: 'sequence', of: u8.type },
  encode: (writer, value) => {
    writeCompact(writer, value.length);
    writer.raw(value);
  },
  decode: (reader) => reader.raw(readLength(reader, 1)),
};

/** `[u8; length]` as bytes. */
export function fixedBytes(length: number): Spelled<Uint8Array> {
  return {
    typeName: `[u8; ${length}]`,
    type: { kind: 'array', length, of: u8.type },
    encode: (writer, value) => {
      if (value.length !== length) throw defect('EncodeLength', { expected: length, got: value.length });
      writer.raw(value);
    },
    decode: (reader) => reader.raw(length),
  };
}

/** The last segment of `crate::module::Name`. */
export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf(':') + 1);
}

/** `[u8; length]` wrapped in a named one-field composite, as lower-case hex without prefix. */
export function namedHex(path: string, length: number, inside: string = `[u8; ${length}]`): Spelled<string> {
  const inner = fixedBytes(length);
  return {
    typeName: lastSegment(path),
    type: { kind: 'composite', path: path.split('::'), fields: [{ type: inner.type, typeName: inside }] },
    encode: (writer, value) => inner.encode(writer, hexToBytes(value)),
    decode: (reader) => bytesToHex(reader.raw(length)),
  };
}

export const accountId = namedHex('sp_core::crypto::AccountId32', 32);
export const h256 = namedHex('primitive_types::H256', 32);
export const h160 = namedHex('primitive_types::H160', 20);

/** `U256` as upstream stores it: four little-endian u64 limbs. */
export const u256: Spelled<bigint> = {
  typeName: 'U256',
  type: {
    kind: 'composite',
    path: ['primitive_types', 'U256'],
    fields: [{ type: { kind: 'array', length: 4, of: primitive('u64') }, typeName: '[u64; 4]' }],
  },
  encode: u256Primitive.encode,
  decode: u256Primitive.decode,
};

/** Compact form of nothing: no bytes. */
export const compactUnit: Codec<undefined> = {
  type: { kind: 'compact', of: { kind: 'tuple', of: [] } },
  encode: () => undefined,
  decode: () => undefined,
};

/** UTF-8 text with a length prefix. */
export const str: Spelled<string> = {
  typeName: 'String',
  type: primitive('str'),
  encode: (writer, value) => bytes.encode(writer, utf8ToBytes(value)),
  decode: (reader) => utf8Text(reader, readLength(reader, 1)),
};

/** A text of fewer characters is made at once: an argument for each has to fit on the stack. */
const ASCII_AT_ONCE = 2048;

/** The next `length` bytes when all of them are ASCII, as nearly all text on a chain is. */
function asciiText(reader: Reader, length: number): string | undefined {
  if (length > ASCII_AT_ONCE) return undefined;
  const end = reader.offset + length;
  for (let at = reader.offset; at < end; at++) if (reader.bytes[at]! > 0x7f) return undefined;
  const text = String.fromCharCode(...reader.bytes.subarray(reader.offset, end));
  reader.offset = end;
  return text;
}

/** Decodes UTF-8 strictly: overlong forms, surrogates and code points above U+10FFFF do not fit. */
function utf8Text(reader: Reader, length: number): string {
  const plain = asciiText(reader, length);
  if (plain !== undefined) return plain;
  const end = reader.offset + length;
  let text = '';
  while (reader.offset < end) {
    const first = reader.byte();
    const more = first < 0x80 ? 0 : first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : -1;
    if (more < 0 || reader.offset + more > end) reader.fail('UTF-8 text');
    let point = more === 0 ? first : first & (0x3f >> more);
    for (let i = 0; i < more; i++) {
      const next = reader.byte();
      if ((next & 0xc0) !== 0x80) reader.fail('UTF-8 text');
      point = (point << 6) | (next & 0x3f);
    }
    const smallest = more === 3 ? 0x10000 : more === 2 ? 0x800 : 0;
    if (point < smallest || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) reader.fail('UTF-8 text');
    text += String.fromCodePoint(point);
  }
  return text;
}
