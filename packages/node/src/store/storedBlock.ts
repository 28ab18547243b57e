/** A block and the list of keys it changed, as bytes. */

import { bytes, decode, encode, struct, vec, fixedBytes } from '@taonet/codec';
import type { Block } from '@taonet/chain';
import { bytesToHex, hexToBytes } from '@taonet/primitives';

const stored = struct('', { hash: fixedBytes(32), header: bytes, extrinsics: vec(bytes) });
const keyList = vec(bytes);

export function encodeBlock({ hash, header, extrinsics }: Block): Uint8Array {
  return encode(stored, { hash: hexToBytes(hash), header, extrinsics: [...extrinsics] });
}

export function decodeBlock(number: number, encoded: Uint8Array): Block {
  const { hash, header, extrinsics } = decode(stored, encoded);
  return { number, hash: bytesToHex(hash), header, extrinsics };
}

export function encodeKeys(keys: readonly string[]): Uint8Array {
  return encode(keyList, keys.map(hexToBytes));
}

export function decodeKeys(encoded: Uint8Array): string[] {
  return decode(keyList, encoded).map(bytesToHex);
}
