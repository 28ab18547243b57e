/** Storage keys as they stand in LMDB, which takes at most 1,978 bytes. */

import type { Hashers } from '@taonet/primitives';

/** Leaves room for the block number behind the key. */
const MAX_KEY_BYTES = 1900;
const HASH_BYTES = 32;
/** Of a key that is too long, this many bytes are kept as they are. */
export const KEPT_KEY_BYTES = MAX_KEY_BYTES - HASH_BYTES;

/** A key's bytes; of one that is too long, its beginning and its hash. */
export function storeKey(hashers: Hashers, hex: string): Buffer {
  const bytes = Buffer.from(hex, 'hex');
  if (bytes.length < MAX_KEY_BYTES) return bytes;
  return Buffer.concat([bytes.subarray(0, KEPT_KEY_BYTES), hashers.blake2b256(bytes)]);
}

/** Whether a stored key stands for a longer one, whose hex is kept beside it. */
export function isShortened(stored: Uint8Array): boolean {
  return stored.length === MAX_KEY_BYTES;
}

/** `key ‖ block number`, so that the changes of one key stand in the order of blocks. */
export function historyKey(stored: Uint8Array, number: number): Buffer {
  const key = Buffer.allocUnsafe(stored.length + 4);
  key.set(stored, 0);
  key.writeUInt32BE(number, stored.length);
  return key;
}

export function numberKey(number: number): Buffer {
  const key = Buffer.allocUnsafe(4);
  key.writeUInt32BE(number, 0);
  return key;
}

