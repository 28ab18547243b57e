/**
 * Extrinsics on the wire: a length prefix, a preamble (bare, signed or general), the call.
 *
 * source: sp-runtime 42.0.0, generic/unchecked_extrinsic.rs
 */

import { bytes, encode, readCompact, Writer, writeCompact, type AnyCodec, type Codec, type Reader } from '@taonet/codec';
import type { RuntimeCall } from '../call.ts';
import type { TransactionExtension } from './extension.ts';

const LEGACY_FORMAT = 4;
const FORMAT = 5;
const TYPE_BARE = 0x00;
const TYPE_GENERAL = 0x40;
const TYPE_SIGNED = 0x80;
const TYPE_MASK = 0xc0;

export type Preamble<A, S> =
  | { readonly kind: 'bare'; readonly format: number }
  | { readonly kind: 'signed'; readonly address: A; readonly signature: S; readonly extra: readonly unknown[] }
  | { readonly kind: 'general'; readonly extensionVersion: number; readonly extra: readonly unknown[] };

export interface Extrinsic<A, S> {
  readonly preamble: Preamble<A, S>;
  readonly call: RuntimeCall;
}

/** How a chain writes its extrinsics. */
export interface ExtrinsicFormat<A, S> {
  readonly address: Codec<A>;
  readonly signature: Codec<S>;
  readonly call: Codec<RuntimeCall>;
  readonly extensions: readonly Pick<TransactionExtension, 'explicit'>[];
}

/** Codec of whole extrinsics, their length prefix included. A wrong length prefix does not decode. */
export function extrinsicCodec<A, S>(format: ExtrinsicFormat<A, S>): Codec<Extrinsic<A, S>> {
  return {
    type: bytes.type,
    encode: (writer, extrinsic) => {
      const body = new Writer(512);
      writeBody(format, body, extrinsic);
      writeCompact(writer, body.length);
      writer.raw(body.bytes());
    },
    decode: (reader) => {
      const length = Number(readCompact(reader, U32_LIMIT));
      const start = reader.offset;
      const preamble = readPreamble(format, reader);
      const call = format.call.decode(reader);
      if (reader.offset - start !== length) reader.fail(`${length} bytes, as the length prefix says`);
      return { preamble, call };
    },
  };
}

const U32_LIMIT = 0xffff_ffffn;

function writeBody<A, S>(format: ExtrinsicFormat<A, S>, body: Writer, { preamble, call }: Extrinsic<A, S>): void {
  switch (preamble.kind) {
    case 'bare':
      body.byte(TYPE_BARE | preamble.format);
      break;
    case 'signed':
      body.byte(TYPE_SIGNED | LEGACY_FORMAT);
      format.address.encode(body, preamble.address);
      format.signature.encode(body, preamble.signature);
      writeExtra(format, body, preamble.extra);
      break;
    case 'general':
      body.byte(TYPE_GENERAL | FORMAT);
      body.byte(preamble.extensionVersion);
      writeExtra(format, body, preamble.extra);
  }
  format.call.encode(body, call);
}

function writeExtra<A, S>(format: ExtrinsicFormat<A, S>, writer: Writer, extra: readonly unknown[]): void {
  format.extensions.forEach((extension, i) => (extension.explicit as AnyCodec).encode(writer, extra[i]));
}

function readPreamble<A, S>(format: ExtrinsicFormat<A, S>, reader: Reader): Preamble<A, S> {
  const first = reader.byte();
  const version = first & ~TYPE_MASK;
  const type = first & TYPE_MASK;
  if (type === TYPE_BARE && (version === LEGACY_FORMAT || version === FORMAT)) return { kind: 'bare', format: version };
  if (type === TYPE_SIGNED && version === LEGACY_FORMAT) {
    const address = format.address.decode(reader);
    const signature = format.signature.decode(reader);
    return { kind: 'signed', address, signature, extra: readExtra(format, reader) };
  }
  if (type === TYPE_GENERAL && version === FORMAT) {
    const extensionVersion = reader.byte();
    return { kind: 'general', extensionVersion, extra: readExtra(format, reader) };
  }
  return reader.fail('an extrinsic of format 4 or 5');
}

function readExtra<A, S>(format: ExtrinsicFormat<A, S>, reader: Reader): unknown[] {
  return format.extensions.map((extension) => extension.explicit.decode(reader));
}

/** Longer payloads are hashed before they are signed. */
const PAYLOAD_MAX_BYTES = 256;

/** What the signer of an extrinsic signs. */
export function signedPayload(
  parts: { readonly call: Uint8Array; readonly extra: Uint8Array; readonly implicit: Uint8Array },
  blake2b256: (data: Uint8Array) => Uint8Array,
): Uint8Array {
  const writer = new Writer(512);
  writer.raw(parts.call);
  writer.raw(parts.extra);
  writer.raw(parts.implicit);
  const payload = writer.bytes();
  return payload.length > PAYLOAD_MAX_BYTES ? blake2b256(payload) : payload;
}

/** The values of all extensions, one after the other. */
export function encodeEach(codecs: readonly AnyCodec[], values: readonly unknown[]): Uint8Array {
  const writer = new Writer(64);
  codecs.forEach((codec, i) => writer.raw(encode(codec, values[i])));
  return writer.bytes();
}
