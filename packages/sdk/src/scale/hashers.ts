/** The hash functions that a client needs: storage keys, addresses, transactions. Plain JavaScript, no set-up. */

import { blake2b } from '@noble/hashes/blake2.js';
import type { HasherName } from '@taonet/codec';
import { concatBytes } from '@taonet/primitives';
import { xxhash64 } from './xxhash64.ts';

export const blake2b256 = (data: Uint8Array): Uint8Array => blake2b(data, { dkLen: 32 });
export const blake2b128 = (data: Uint8Array): Uint8Array => blake2b(data, { dkLen: 16 });

/** XXH64 under seeds 0, 1, …, one after the other. */
export function twox(data: Uint8Array, words: number): Uint8Array {
  const out = new Uint8Array(8 * words);
  const view = new DataView(out.buffer);
  for (let i = 0; i < words; i++) view.setBigUint64(8 * i, xxhash64(data, BigInt(i)), true);
  return out;
}

/** One key part as it stands in a storage key. */
export function hashKeyPart(hasher: HasherName, part: Uint8Array): Uint8Array {
  switch (hasher) {
    case 'Identity': return part;
    case 'Blake2_128': return blake2b128(part);
    case 'Blake2_256': return blake2b256(part);
    case 'Blake2_128Concat': return concatBytes(blake2b128(part), part);
    case 'Twox128': return twox(part, 2);
    case 'Twox256': return twox(part, 4);
    case 'Twox64Concat': return concatBytes(twox(part, 1), part);
  }
}

/** How many bytes of hash stand before the part itself; undefined where the part cannot be read back. */
export function hashBytesBefore(hasher: HasherName): number | undefined {
  switch (hasher) {
    case 'Identity': return 0;
    case 'Twox64Concat': return 8;
    case 'Blake2_128Concat': return 16;
    case 'Blake2_128':
    case 'Blake2_256':
    case 'Twox128':
    case 'Twox256': return undefined;
  }
}
