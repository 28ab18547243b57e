/**
 * Weights of a pool: w1 (alpha) + w2 (TAO) = 1 in parts of 10¹⁸; only w2, the quote weight, is kept.
 *
 * source: pallets/swap/src/pallet/balancer.rs, impls.rs @ 14bc6f9
 */

import { clampU128, Perquintill, saturatingAddU128, saturatingMulU128, U64F64 } from '@taonet/primitives';
import type { Reserves } from '../swap.ts';

/** Parts of the whole. */
export const WEIGHT_ONE = Perquintill.one;
/** Each weight is at least 0.01. */
export const WEIGHT_MIN = WEIGHT_ONE / 100n;
/** Weight of a pool nobody has touched: one half. */
export const QUOTE_WEIGHT_DEFAULT = WEIGHT_ONE / 2n;

/** Weight of alpha. */
export const baseWeightOf = (quoteWeight: bigint): bigint => (quoteWeight > WEIGHT_ONE ? 0n : WEIGHT_ONE - quoteWeight);

/** Whether both weights are in range. */
export const isWeightInRange = (quoteWeight: bigint): boolean => quoteWeight >= WEIGHT_MIN && baseWeightOf(quoteWeight) >= WEIGHT_MIN;

/**
 * Quote weight with which given reserves have a given price: y / (p·x + y), floored; undefined (ReservesOutOfBalance) when
 * there is nothing to weigh or a weight is out of range.
 *
 * source: impls.rs, maybe_initialize_palswap
 */
export function computeQuoteWeightForPrice({ taoReserveRao, alphaReserveRao }: Reserves, price: U64F64): bigint | undefined {
  const whole = saturatingMulU128(U64F64.saturatingToU64(price), alphaReserveRao);
  const rest = U64F64.saturatingToU128(U64F64.saturatingMul(U64F64.fromInt(alphaReserveRao), U64F64.fraction(price)));
  const sum = saturatingAddU128(saturatingAddU128(whole, rest), taoReserveRao);
  if (sum === 0n) return undefined;
  const weight = Perquintill.fromRational(taoReserveRao, sum);
  return isWeightInRange(weight) ? weight : undefined;
}

/** What the protocol adds to a pool. */
export interface Injection {
  readonly taoDeltaRao: bigint;
  readonly alphaDeltaRao: bigint;
}

/**
 * Quote weight that keeps the price when `injection` is added to the present reserves, in any proportion; undefined when a
 * weight would leave its range: then nothing may be injected.
 *
 * rounding: both products to nearest, the weight floored · one half when both products are 0
 * source: balancer.rs, update_weights_for_added_liquidity
 */
export function computeQuoteWeightForInjection(pool: Reserves & { readonly quoteWeight: bigint }, { taoDeltaRao, alphaDeltaRao }: Injection): bigint | undefined {
  const { taoReserveRao: y, alphaReserveRao: x, quoteWeight } = pool;
  const base = weighed(baseWeightOf(quoteWeight), saturatingMulU128(y, x + alphaDeltaRao));
  const quote = weighed(quoteWeight, saturatingMulU128(x, y + taoDeltaRao));
  const sum = saturatingAddU128(base, quote);
  const weight = sum === 0n ? QUOTE_WEIGHT_DEFAULT : Perquintill.fromRational(quote, sum);
  return isWeightInRange(weight) ? weight : undefined;
}

/** parts·v/10¹⁸ to nearest, halves up, clamped to u128. */
export function weighed(parts: bigint, v: bigint): bigint {
  return clampU128((parts * v + WEIGHT_ONE / 2n) / WEIGHT_ONE);
}
