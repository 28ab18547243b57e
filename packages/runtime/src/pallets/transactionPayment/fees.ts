/**
 * What a transaction costs: its base, its length, its weight, its tip. Rao.
 *
 * source: pallet-transaction-payment 41.0.0, lib.rs; pallets/transaction-fee/src/lib.rs @ 14bc6f9
 */

import { minWeight, type DispatchClass, type StateCtx, type Weight } from '@taonet/frame';
import { U64_MAX } from '@taonet/primitives';
import { BLOCK_LIMITS } from '../../limits.ts';
import { S } from './pallet.ts';

/** Rao of a picosecond, in parts per billion. */
const RAO_PER_BILLION = 500_000n;
const BILLION = 1_000_000_000n;
const MULTIPLIER_ONE = 10n ** 18n;

/** Parts of a fee; none of them for a call that pays nothing. */
export interface InclusionFee {
  readonly base_fee: bigint;
  readonly len_fee: bigint;
  readonly adjusted_weight_fee: bigint;
}

/** Fee of a weight's reference time, to the nearest rao, a half down; never more than a whole block's. */
export function weightToFee(weight: Weight): bigint {
  const { refTime } = minWeight(weight, BLOCK_LIMITS.maxBlock);
  const product = refTime * RAO_PER_BILLION;
  const whole = product / BILLION;
  return product - whole * BILLION > BILLION / 2n ? whole + 1n : whole;
}

/** One rao per byte. */
export const lengthToFee = (lengthBytes: number): bigint => BigInt(lengthBytes);

export function inclusionFee(ctx: StateCtx, { weight, lengthBytes, dispatchClass }: { readonly weight: Weight; readonly lengthBytes: number; readonly dispatchClass: DispatchClass }): InclusionFee {
  const adjusted = (weightToFee(weight) * S.NextFeeMultiplier.get(ctx)) / MULTIPLIER_ONE;
  return {
    base_fee: weightToFee(BLOCK_LIMITS.classes[dispatchClass].baseExtrinsic),
    len_fee: lengthToFee(lengthBytes),
    adjusted_weight_fee: adjusted > U64_MAX ? U64_MAX : adjusted,
  };
}

/** All of it, with the tip. */
export function totalFee(fee: InclusionFee | undefined, tip: bigint): bigint {
  const sum = fee === undefined ? tip : fee.base_fee + fee.len_fee + fee.adjusted_weight_fee + tip;
  return sum > U64_MAX ? U64_MAX : sum;
}
