import { I32F32, I96F32 } from '@taonet/primitives';
import { saturatingAdd, wrappingSum, type X32 } from './bits.ts';
import { isZero, normalize, normalizeUsingSum } from './vector.ts';

/** Shares of the epoch's alpha; server and validator shares together sum to at most 1. */
export interface EmissionShares {
  readonly server: readonly X32[];
  readonly validator: readonly X32[];
  readonly combined: readonly X32[];
}

/**
 * Incentive and dividends on a common scale. When both are zero for everybody the validators' side goes by stake:
 * active stake, or all stake when none is active.
 *
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism @ 14bc6f9
 */
export function computeEmissionShares(basis: {
  readonly incentive: readonly X32[];
  readonly dividends: readonly X32[];
  readonly activeStake: readonly X32[];
  readonly stake: readonly X32[];
}): EmissionShares {
  const combined = basis.incentive.map((value, uid) => saturatingAdd(value, basis.dividends[uid] as X32));
  const sum = wrappingSum(combined);
  if (sum === 0n) {
    const byStake = isZero(basis.activeStake) ? basis.stake : basis.activeStake;
    return { server: basis.incentive, validator: byStake, combined: byStake };
  }
  return {
    server: normalizeUsingSum(basis.incentive, sum),
    validator: normalizeUsingSum(basis.dividends, sum),
    combined: normalize(combined),
  };
}

/**
 * Shares into alpha.
 *
 * rounding: down; the dust is not handed out
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism @ 14bc6f9
 */
export function sharesToEmission(shares: readonly X32[], emissionAlphaRao: bigint): bigint[] {
  const emission = I96F32.fromInt(emissionAlphaRao);
  return shares.map((share) => I96F32.saturatingToU64(I96F32.saturatingMul(I32F32.to(I96F32, share), emission)));
}
