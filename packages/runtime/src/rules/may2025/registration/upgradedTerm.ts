/** How a price of registration (difficulty or burn) moves at the end of an interval. */

import { saturatingAddU16, U110F18, U64_MAX } from '@taonet/primitives';

export interface RegistrationTerm {
  /** Difficulty, or burn in rao. */
  readonly current: bigint;
  readonly min: bigint;
  readonly max: bigint;
  /** How much of the present value is kept, in 2^64−1 ths. */
  readonly adjustmentAlpha: bigint;
  /** Registrations in the interval, and how many were wanted. */
  readonly registrations: number;
  readonly target: number;
}

/**
 * α·current + (1 − α)·current·(registrations + target) / (2·target), within [min, max]. The upper bound is looked at first.
 *
 * rounding: U110F18 throughout (products and quotients floored), the result floored; a target of 0 counts the second part as 0
 * source: pallets/subtensor/src/coinbase/block_step.rs, upgraded_difficulty, upgraded_burn @ 1b0c63a
 */
export function upgradedTerm({ current, min, max, adjustmentAlpha, registrations, target }: RegistrationTerm): bigint {
  const now = U110F18.fromInt(current);
  const scaled = U110F18.saturatingMul(now, U110F18.fromInt(saturatingAddU16(registrations, target)));
  const updated = U110F18.safeDiv(scaled, U110F18.fromInt(saturatingAddU16(target, target)));
  const alpha = U110F18.safeDiv(U110F18.fromInt(adjustmentAlpha), U110F18.fromInt(U64_MAX));
  const kept = U110F18.saturatingMul(alpha, now);
  const moved = U110F18.saturatingMul(U110F18.saturatingSub(U110F18.one, alpha), updated);
  const next = U110F18.saturatingAdd(kept, moved);
  if (U110F18.compareInt(next, max) >= 0) return max;
  if (U110F18.compareInt(next, min) <= 0) return min;
  return U110F18.saturatingToU64(next);
}
