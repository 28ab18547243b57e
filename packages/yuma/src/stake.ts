import { I32F32, I64F64, U64_MAX, U96F32 } from '@taonet/primitives';
import { wrappingSum64, type X32, type X64 } from './bits.ts';
import type { EpochInput } from './records.ts';
import { maskVector, normalize } from './vector.ts';

/**
 * A neuron's stake weight: alpha + TAO weight × TAO.
 *
 * alphaRao: alpha on the subnet, inherited through childkeys · taoRao: root TAO, inherited likewise ·
 * taoWeight: `TaoWeight`, 1 = 2^64 − 1 · returns I64F64 bits
 * rounding: the TAO weight is cut to 32 fraction bits, the rest is exact
 * source: pallets/subtensor/src/staking/stake_utils.rs, get_stake_weights_for_network, get_tao_weight @ 14bc6f9
 */
export function computeStakeWeight(stake: { alphaRao: bigint; taoRao: bigint; taoWeight: bigint }): X64 {
  const taoWeight = U96F32.safeDiv(U96F32.fromInt(stake.taoWeight), U96F32.fromInt(U64_MAX));
  const tao = I64F64.saturatingMul(I64F64.fromInt(stake.taoRao), U96F32.to(I64F64, taoWeight));
  return I64F64.saturatingAdd(I64F64.fromInt(stake.alphaRao), tao);
}

/**
 * Every neuron's share of the stake that passes the threshold. The owner's neuron always passes.
 *
 * keeps: shares sum to at most 1 · rounding: I64F64 quotient toward zero, then down to 32 fraction bits
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism @ 14bc6f9
 */
export function computeStake(input: EpochInput): X32[] {
  const passing = input.stakeWeight.map((weight, uid) =>
    uid !== input.ownerUid && I64F64.saturatingToU64(weight) < input.stakeThresholdRao ? I64F64.zero : weight,
  );
  const total = wrappingSum64(passing);
  return passing.map((weight) => I64F64.to(I32F32, total === 0n ? weight : I64F64.safeDiv(weight, total)));
}

/**
 * The shares that vote and earn in this epoch: of active neurons with a permit, normalised again.
 *
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism @ 14bc6f9
 */
export function computeActiveStake(stake: readonly X32[], active: readonly boolean[], permits: readonly boolean[]): X32[] {
  const activeOnly = maskVector(active.map((is) => !is), stake);
  return normalize(maskVector(permits.map((is) => !is), activeOnly));
}
