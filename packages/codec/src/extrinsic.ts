/**
 * Extrinsics on the wire: a length prefix, a preamble, the call. Three preambles exist: bare (inherents; formats 4 and 5),
 * signed (format 4) and general (format 5: extensions without address and signature).
 *
 * source: sp-runtime 42.0.0, generic/unchecked_extrinsic.rs
 */

import type { Codec } from './codec.ts';
import type { AnyCodec } from './composite.ts';
import { Writer, type Reader } from './cursor.ts';
import type { PalletItem } from './palletEnums.ts';
import { bytes, compactU32, writeCompact } from './scalars.ts';

const LEGACY_FORMAT = 4;
const FORMAT = 5;
const TYPE_BARE = 0x00;
const TYPE_GENERAL = 0x40;
const TYPE_SIGNED = 0x80;
const TYPE_MASK = 0xc0;

/** A decoded call: pallet, call, arguments by name. */
export interface CallValue {
  readonly type: string;
  readonly value: PalletItem;
}

export type Preamble<A, S> =
  | { readonly kind: 'bare'; readonly format: number }
  | { readonly kind: 'signed'; readonly address: A; readonly signature: S; readonly extra: readonly unknown[] }
  /** Decodes, but nothing on this chain authorises it: it is refused as UnknownOrigin. */
  | { readonly kind: 'general'; readonly extensionVersion: number; readonly extra: readonly unknown[] };

export interface Extrinsic<A, S> {
  readonly preamble: Preamble<A, S>;
  readonly call: CallValue;
}

/** How a chain writes its extrinsics. */
export interface ExtrinsicFormat<A, S> {
  readonly address: Codec<A>;
  readonly signature: Codec<S>;
  readonly call: Codec<CallValue>;
  /** Extensions in signing order; `explicit` is what stands in the extrinsic. */
  readonly extensions: readonly { readonly explicit: AnyCodec }[];
}

/** Codec of whole extrinsics, their length prefix included. A wrong length prefix does not decode. */
export function extrinsicCodec<A, S>(format: ExtrinsicFormat<A, S>): Codec<Extrinsic<A, S>> {
  return {
    type: bytes.type,
    encode: (writer, extrinsic) => {
      const body = new Writer(512);
      writePreamble(format, body, extrinsic.preamble);
      format.call.encode(body, extrinsic.call);
      writeCompact(writer, body.length);
      writer.raw(body.bytes());
    },
    decode: (reader) => {
      const length = compactU32.decode(reader);
      const start = reader.offset;
      const preamble = readPreamble(format, reader);
      const call = format.call.decode(reader);
      if (reader.offset - start !== length) reader.fail(`${length} bytes, as the length prefix says`);
      return { preamble, call };
    },
  };
}

function writePreamble<A, S>(format: ExtrinsicFormat<A, S>, writer: Writer, preamble: Preamble<A, S>): void {
  switch (preamble.kind) {
    case 'bare': return writer.byte(TYPE_BARE | preamble.format);
    case 'signed':
      writer.byte(TYPE_SIGNED | LEGACY_FORMAT);
      format.address.encode(writer, preamble.address);
      format.signature.encode(writer, preamble.signature);
      return writeExtra(format, writer, preamble.extra);
    case 'general':
      writer.byte(TYPE_GENERAL | FORMAT);
      writer.byte(preamble.extensionVersion);
      return writeExtra(format, writer, preamble.extra);
  }
}

function writeExtra(format: Pick<ExtrinsicFormat<never, never>, 'extensions'>, writer: Writer, extra: readonly unknown[]): void {
  format.extensions.forEach(({ explicit }, i) => explicit.encode(writer, extra[i]));
}

function readPreamble<A, S>(format: ExtrinsicFormat<A, S>, reader: Reader): Preamble<A, S> {
  const first = reader.byte();
  const version = first & ~TYPE_MASK;
  const type = first & TYPE_MASK;
  const readExtra = (): unknown[] => format.extensions.map(({ explicit }) => explicit.decode(reader) as unknown);
  if (type === TYPE_BARE && (version === LEGACY_FORMAT || version === FORMAT)) return { kind: 'bare', format: version };
  if (type === TYPE_SIGNED && version === LEGACY_FORMAT) {
    const address = format.address.decode(reader);
    const signature = format.signature.decode(reader);
    return { kind: 'signed', address, signature, extra: readExtra() };
  }
  if (type === TYPE_GENERAL && version === FORMAT) {
    const extensionVersion = reader.byte();
    return { kind: 'general', extensionVersion, extra: readExtra() };
  }
  return reader.fail('an extrinsic of format 4 or 5');
}

/** Longer payloads are hashed before they are signed. */
const PAYLOAD_MAX_BYTES = 256;

/** What the signer of an extrinsic signs: call, what stands in the extrinsic, what does not; hashed when it is long. */
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
  codecs.forEach((codec, i) => codec.encode(writer, values[i]));
  return writer.bytes();
}
