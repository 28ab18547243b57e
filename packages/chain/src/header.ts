/** Block headers: parent hash, number, state root, extrinsics root, digest items. */

import { bytes, compactU32, readLength, Reader, Writer, writeCompact } from '@taonet/codec';
import { bytesToHex, concatBytes, hexToBytes, type Hash, type Hashers } from '@taonet/primitives';

export interface Header {
  readonly parentHash: Hash;
  readonly number: number;
  readonly stateRoot: Hash;
  readonly extrinsicsRoot: Hash;
  /** Encoded digest items. */
  readonly digest: readonly Uint8Array[];
}

const OTHER = 0;
const CONSENSUS = 4;
const SEAL = 5;
const PRE_RUNTIME = 6;
const RUNTIME_ENVIRONMENT_UPDATED = 8;
const ENGINE_ID_BYTES = 4;
const AURA = Uint8Array.of(0x61, 0x75, 0x72, 0x61);

/** `DigestItem::PreRuntime("aura", slot)`: u64 little-endian. */
export function auraSlotItem(slot: number): Uint8Array {
  const writer = new Writer(16);
  writer.byte(PRE_RUNTIME);
  writer.raw(AURA);
  writeCompact(writer, 8);
  writer.bigLe(BigInt(slot), 8);
  return writer.bytes();
}

/** The slot named by a pre-runtime item of Aura; undefined when there is none. */
export function slotOf(header: Header): number | undefined {
  for (const item of header.digest) {
    if (isPreRuntime(item) && AURA.every((byte, i) => item[1 + i] === byte) && item.length === 14) return Number(new Reader(item, 6).bigLe(8));
  }
  return undefined;
}

/** Whether a digest item was there before the block ran. */
export function isPreRuntime(item: Uint8Array): boolean {
  return item[0] === PRE_RUNTIME;
}

export function encodeHeader(header: Header): Uint8Array {
  const writer = new Writer(256);
  writer.raw(hexToBytes(header.parentHash));
  compactU32.encode(writer, header.number);
  writer.raw(hexToBytes(header.stateRoot));
  writer.raw(hexToBytes(header.extrinsicsRoot));
  writeCompact(writer, header.digest.length);
  writer.raw(concatBytes(...header.digest));
  return writer.bytes();
}

/** Throws `CannotDecode` on bytes that are no header. */
export function decodeHeader(encoded: Uint8Array): Header {
  const reader = new Reader(encoded);
  const parentHash = bytesToHex(reader.raw(32));
  const number = compactU32.decode(reader);
  const stateRoot = bytesToHex(reader.raw(32));
  const extrinsicsRoot = bytesToHex(reader.raw(32));
  const digest: Uint8Array[] = [];
  for (let left = readLength(reader, 1); left > 0; left--) digest.push(readDigestItem(reader));
  return { parentHash, number, stateRoot, extrinsicsRoot, digest };
}

function readDigestItem(reader: Reader): Uint8Array {
  const start = reader.offset;
  switch (reader.byte()) {
    case OTHER:
      bytes.decode(reader);
      break;
    case CONSENSUS:
    case SEAL:
    case PRE_RUNTIME:
      reader.raw(ENGINE_ID_BYTES);
      bytes.decode(reader);
      break;
    case RUNTIME_ENVIRONMENT_UPDATED:
      break;
    default:
      reader.fail('a digest item');
  }
  return reader.bytes.slice(start, reader.offset);
}

/** blake2-256 of the encoded header. */
export function headerHash(hashers: Hashers, encoded: Uint8Array): Hash {
  return bytesToHex(hashers.blake2b256(encoded));
}

/** blake2-256 of the extrinsic with its length prefix: how transactions are named. */
export function extrinsicHash(hashers: Hashers, extrinsic: Uint8Array): Hash {
  return bytesToHex(hashers.blake2b256(extrinsic));
}
