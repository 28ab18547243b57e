/** The slow price emission follows, as a formula. */

import { I96F32, U96F32 } from '@taonet/primitives';

/** What one step of the average reads. */
export interface MovingPriceStep {
  /** Blocks since the subnet was started. */
  readonly ageBlocks: bigint;
  /** `EMAPriceHalvingBlocks`. */
  readonly halvingBlocks: bigint;
  /** `SubnetMovingAlpha`. */
  readonly movingAlpha: I96F32;
  /** TAO per alpha. */
  readonly before: U96F32;
  /** Spot price, TAO per alpha; counts as 1 at most. */
  readonly spot: U96F32;
}

/**
 * α · spot + (1 − α) · before, with α = moving alpha · age / (age + halving).
 *
 * rounding: each product down to 32 fraction bits, so a price far below its average can fall by more than it should
 * source: pallets/subtensor/src/staking/stake_utils.rs, update_moving_price @ 1b0c63a
 */
export function computeMovingPriceMay2025({ ageBlocks, halvingBlocks, movingAlpha, before, spot }: MovingPriceStep): I96F32 {
  const age = U96F32.fromInt(ageBlocks);
  const ageShare = U96F32.safeDiv(age, U96F32.saturatingAdd(age, U96F32.fromInt(halvingBlocks)));
  const alpha = U96F32.saturatingMul(I96F32.to(U96F32, movingAlpha), ageShare);
  const fromSpot = U96F32.saturatingMul(alpha, U96F32.smaller(spot, U96F32.one));
  const fromBefore = U96F32.saturatingMul(U96F32.saturatingSub(U96F32.one, alpha), before);
  return U96F32.to(I96F32, U96F32.saturatingAdd(fromSpot, fromBefore));
}
