/** When a hash is work enough. */

import { bytesToHex } from '@taonet/primitives';

const U256_LIMIT = 1n << 256n;

/**
 * Whether hash × difficulty, the hash read big-endian, stays below 2^256. (Upstream reads it little-endian since; so does today's faucet.)
 *
 * source: pallets/subtensor/src/subnets/registration.rs, hash_meets_difficulty @ 1b0c63a
 */
export function hashMeetsDifficulty(hash: Uint8Array, difficulty: bigint): boolean {
  return BigInt(`0x${bytesToHex(hash)}`) * difficulty < U256_LIMIT;
}

/**
 * The largest hash, read big-endian, that meets the difficulty: ⌊(2^256 − 1) / difficulty⌋. Every hash meets difficulty 0.
 *
 * source: ours; equal to `hashMeetsDifficulty`
 */
export function largestHash(difficulty: bigint): bigint {
  return difficulty === 0n ? U256_LIMIT - 1n : (U256_LIMIT - 1n) / difficulty;
}
