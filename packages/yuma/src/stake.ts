import { saturate64, safeDiv64, wrappingSum64, x64ToU64, x64ToX32, type X32, type X64 } from './bits.ts';
import type { EpochInput } from './records.ts';
import { maskVector, normalize } from './vector.ts';

const U64_MAX = (1n << 64n) - 1n;

/**
 * A neuron's stake weight: alpha + TAO weight × TAO.
 *
 * alphaRao: alpha on the subnet, inherited through childkeys · taoRao: root TAO, inherited likewise ·
 * taoWeight: `TaoWeight`, 1 = 2^64 − 1 · returns I64F64 bits
 * rounding: the TAO weight is cut to 32 fraction bits, the rest is exact
 * source: pallets/subtensor/src/staking/stake_utils.rs, get_stake_weights_for_network, get_tao_weight @ 14bc6f9
 */
export function computeStakeWeight(stake: { alphaRao: bigint; taoRao: bigint; taoWeight: bigint }): X64 {
  const weight32 = (stake.taoWeight << 32n) / U64_MAX;
  const alpha = saturate64(stake.alphaRao << 64n);
  const tao = saturate64(stake.taoRao << 64n);
  return saturate64(alpha + saturate64((tao * weight32) >> 32n));
}

/**
 * Every neuron's share of the stake that passes the threshold. The owner's neuron always passes.
 *
 * keeps: shares sum to at most 1 · rounding: I64F64 quotient toward zero, then down to 32 fraction bits
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism @ 14bc6f9
 */
export function computeStake(input: EpochInput): X32[] {
  const passing = input.stakeWeight.map((weight, uid) =>
    uid !== input.ownerUid && x64ToU64(weight) < input.stakeThresholdRao ? (0n as X64) : weight,
  );
  const total = wrappingSum64(passing);
  return passing.map((weight) => x64ToX32(total === 0n ? weight : safeDiv64(weight, total)));
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
