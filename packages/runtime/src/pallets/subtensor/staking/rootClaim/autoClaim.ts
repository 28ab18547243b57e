/** Each block claims for a few coldkeys drawn by the parent block's hash. source: pallets/subtensor/src/staking/claim_root.rs @ 14bc6f9 */

import type { Ctx } from '@taonet/frame';
import { compareBigints, hexToBytes, saturatingAddU64, type Hash } from '@taonet/primitives';
import { S } from '../../pallet.ts';
import { tryRootClaim } from './claimRoot.ts';

const HASH_BYTES = 32;
const WORD_BYTES = 8;

/** source: run_auto_claim_root_divs */
export function runAutoClaimRootDivs(ctx: Ctx, parentHash: Hash): void {
  const coldkeyCount = S.NumStakingColdkeys.get(ctx);
  for (const index of computeClaimIndices(parentHash, S.NumRootClaim.get(ctx), coldkeyCount)) {
    const coldkey = S.StakingColdkeysByIndex.get(ctx, index);
    if (coldkey !== undefined) tryRootClaim(ctx, coldkey);
  }
}

/**
 * Up to `count` numbers below `coldkeyCount`, ascending: each is the one before plus the hash's next eight bytes (big-endian),
 * modulo the count; the hash's first eight bytes come before the first. Without coldkeys the number is 0.
 *
 * source: block_hash_to_indices
 */
export function computeClaimIndices(hash: Hash, count: bigint, coldkeyCount: bigint): bigint[] {
  const bytes = hexToBytes(hash);
  const wordAt = (at: number): bigint => bytes.subarray(at, at + WORD_BYTES).reduce((word, byte) => (word << 8n) | BigInt(byte), 0n);
  const indices = new Set<bigint>();
  let last = wordAt(0);
  for (let i = 0; BigInt(i) < count; i++) {
    const sum = saturatingAddU64(last, wordAt((i * WORD_BYTES) % HASH_BYTES));
    last = coldkeyCount === 0n ? 0n : sum % coldkeyCount;
    indices.add(last);
  }
  return [...indices].sort(compareBigints);
}
