/**
 * The weighted pool's elementary formulas, invariant x^w1 · y^w2, with x alpha, y TAO.
 *
 * source: pallets/swap/src/pallet/balancer.rs @ 14bc6f9
 */

import { powRatioScaled, saturatingAddU64, saturatingSubU64, U64_MAX, U64F64 } from '@taonet/primitives';
import type { Reserves, SwapDirection } from '../swap.ts';
import { baseWeightOf } from './weights.ts';

/** Reserves with the weight of TAO in parts of 10¹⁸. */
export interface WeighedReserves extends Reserves {
  readonly quoteWeight: bigint;
}

const SCALE = 10n ** 18n;
const SCALE_FIXED = U64F64.fromInt(SCALE);
/** Bits asked of the power for swaps, and for the way to a limit price. */
const SWAP_PRECISION = 256;
const LIMIT_PRECISION = 1024;

/** (w1·y)/(w2·x): TAO per alpha; both quotients truncated to 2⁻⁶⁴, 0 for an empty alpha side. source: calculate_price */
export function computePrice({ taoReserveRao, alphaReserveRao, quoteWeight }: WeighedReserves): U64F64 {
  const weights = U64F64.safeDiv(U64F64.fromInt(baseWeightOf(quoteWeight)), U64F64.fromInt(quoteWeight));
  return U64F64.saturatingMul(weights, U64F64.safeDiv(U64F64.fromInt(taoReserveRao), U64F64.fromInt(alphaReserveRao)));
}

/**
 * Share of the other reserve that stays when `amountIn` is added: (r/(r+Δ))^(weight in / weight out), at most 1, resolution 10⁻¹⁸.
 *
 * source: exp_base_quote (sell), exp_quote_base (buy)
 */
export function computeRemainingShare(pool: WeighedReserves, direction: SwapDirection, amountIn: bigint): U64F64 {
  const reserve = direction === 'buy' ? pool.taoReserveRao : pool.alphaReserveRao;
  return U64F64.smaller(power(pool, direction, reserve, saturatingAddU64(reserve, amountIn)), U64F64.one);
}

/** Paid out for `amountIn` with that share staying: ⌊r·(1 − share)⌋, never above the reserve. source: swap_step.rs, convert_deltas */
export function computeAmountOut(pool: WeighedReserves, direction: SwapDirection, remainingShare: U64F64): bigint {
  const reserve = direction === 'buy' ? pool.alphaReserveRao : pool.taoReserveRao;
  return U64F64.saturatingToU64(U64F64.saturatingMul(U64F64.fromInt(reserve), U64F64.saturatingSub(U64F64.one, remainingShare)));
}

/**
 * What must be paid in to move the price from `current` to `target`: r·((target/current)^w − 1), the ratio turned so that it is above 1.
 *
 * rounding: the power to 10⁻¹⁸, then floored; clamped to u64; 0 for a price of zero in the denominator
 * source: calculate_quote_delta_in (buy), calculate_base_delta_in (sell)
 */
export function computeAmountInToPrice(pool: WeighedReserves, direction: SwapDirection, current: U64F64, target: U64F64): bigint {
  const buys = direction === 'buy';
  const scaled = powRatioScaled({
    baseNum: buys ? target : current, baseDen: buys ? current : target,
    expNum: buys ? baseWeightOf(pool.quoteWeight) : pool.quoteWeight, expDen: SCALE, precision: LIMIT_PRECISION, scale: SCALE,
  });
  if (scaled === undefined) return 0n;
  const clamped = scaled > U64_MAX ? U64_MAX : scaled < 0n ? 0n : scaled;
  const growth = U64F64.saturatingSub(U64F64.safeDiv(U64F64.fromInt(clamped), SCALE_FIXED), U64F64.one);
  const reserve = U64F64.fromInt(buys ? pool.taoReserveRao : pool.alphaReserveRao);
  return U64F64.saturatingToU64(U64F64.saturatingMul(reserve, growth));
}

/**
 * Alpha to sell for `taoRao` out of the pool, floored: x·((y/(y − Δ))^(w2/w1) − 1); 0 where the power is above 18.44, the end of u64.
 *
 * source: get_base_needed_for_quote (no caller upstream)
 */
export function computeAlphaNeededForTao(pool: WeighedReserves, taoRao: bigint): bigint {
  const grown = power(pool, 'buy', pool.taoReserveRao, saturatingSubU64(pool.taoReserveRao, taoRao));
  return U64F64.saturatingToU64(U64F64.saturatingMul(U64F64.fromInt(pool.alphaReserveRao), U64F64.saturatingSub(grown, U64F64.one)));
}

/** (before/after)^(weight in / weight out) in steps of 10⁻¹⁸; 0 where there is none or it is above u64. source: exp_scaled */
function power({ quoteWeight }: WeighedReserves, direction: SwapDirection, before: bigint, after: bigint): U64F64 {
  if (after === 0n) return U64F64.zero;
  const base = baseWeightOf(quoteWeight);
  const scaled = powRatioScaled({
    baseNum: before, baseDen: after,
    expNum: direction === 'buy' ? quoteWeight : base, expDen: direction === 'buy' ? base : quoteWeight,
    precision: SWAP_PRECISION, scale: SCALE,
  });
  if (scaled === undefined || scaled > U64_MAX || scaled < 0n) return U64F64.zero;
  return U64F64.safeDiv(U64F64.fromInt(scaled), SCALE_FIXED);
}
