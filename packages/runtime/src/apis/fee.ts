/** What inclusion of a call in a block costs. Amounts in rao. */

import type { DispatchInfo, StateCtx, Weight } from '@taonet/frame';
import { Perbill, saturatingAddU64, U64_MAX } from '@taonet/primitives';
import { BLOCK_LIMITS } from '../limits.ts';
import { S } from '../pallets/transactionPayment/pallet.ts';

/** 0.0005 rao per picosecond. */
const RAO_PER_PICOSECOND = Perbill.fromParts(500_000);
/** 1 as FixedU128. */
const MULTIPLIER_ONE = 10n ** 18n;

export interface InclusionFee {
  readonly base: bigint;
  readonly length: bigint;
  /** By the call's weight, times the fee multiplier. */
  readonly weight: bigint;
  readonly total: bigint;
}

const FREE: InclusionFee = { base: 0n, length: 0n, weight: 0n, total: 0n };

/**
 * Proof size is not charged; no weight counts for more than a whole block's.
 *
 * rounding: to nearest, ties down
 * source: runtime/src/lib.rs, LinearWeightToFee @ 14bc6f9; pallet-transaction-payment 41.0.0, weight_to_fee
 */
export function weightToFee({ refTime }: Weight): bigint {
  const max = BLOCK_LIMITS.maxBlock.refTime;
  return Perbill.mulNearest(RAO_PER_PICOSECOND, refTime < max ? refTime : max);
}

/** One rao per byte. */
export function lengthToFee(bytes: number): bigint {
  return BigInt(bytes);
}

/** Without tip; nothing for calls that pay no fee. source: pallet-transaction-payment 41.0.0, compute_fee_raw */
export function computeFee(ctx: StateCtx, lengthBytes: number, info: DispatchInfo): InclusionFee {
  if (!info.paysFee) return FREE;
  const base = weightToFee(BLOCK_LIMITS.classes[info.class].baseExtrinsic);
  const length = lengthToFee(lengthBytes);
  const adjusted = (weightToFee(info.weight) * S.NextFeeMultiplier.get(ctx)) / MULTIPLIER_ONE;
  const weight = adjusted > U64_MAX ? U64_MAX : adjusted;
  return { base, length, weight, total: saturatingAddU64(saturatingAddU64(base, length), weight) };
}
