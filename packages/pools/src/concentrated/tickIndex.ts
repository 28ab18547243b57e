/**
 * Ticks of a pool, −443 636 … 443 636, and their √prices in U64F64.
 *
 * source: pallets/swap/src/tick.rs, TickIndex @ 459fa72
 */

import { U64F64 } from '@taonet/primitives';
import { LIBRARY_TICK_MAX, sqrtRatioAtTick, tickAtSqrtRatio } from './tickMath.ts';

/** Half of the library's range: what fits U64F64. */
export const TICK_MAX = LIBRARY_TICK_MAX >> 1;
export const TICK_MIN = -TICK_MAX;

/** What stands in for the √price of a tick out of range. */
const SQRT_PRICE_MIN = U64F64.fromLiteral('0.0000000002328350195');
const SQRT_PRICE_MAX = U64F64.fromLiteral('4294886577.20989222513899790805');

/** Q64.96 has so many binary digits more than U64F64. */
const SHIFT = 32n;
const DROPPED = (1n << SHIFT) - 1n;

export const isTickInRange = (tick: number): boolean => tick >= TICK_MIN && tick <= TICK_MAX;
/** The tick above, at most the highest. */
export const nextTick = (tick: number): number => (isTickInRange(tick + 1) ? tick + 1 : TICK_MAX);
/** The tick below, at least the lowest. */
export const previousTick = (tick: number): number => (isTickInRange(tick - 1) ? tick - 1 : TICK_MIN);
/** source: current_bounded */
export const boundedTick = (tick: number): number => (tick > TICK_MAX ? TICK_MAX : tick < TICK_MIN ? TICK_MIN : tick);

/** √(1.0001^tick), rounded up to 2⁻⁶⁴; undefined out of range. source: try_to_sqrt_price */
export function tickToSqrtPrice(tick: number): U64F64 | undefined {
  if (!isTickInRange(tick)) return undefined;
  const ratio = sqrtRatioAtTick(tick)!;
  return U64F64.checkedFromBits((ratio >> SHIFT) + ((ratio & DROPPED) === 0n ? 0n : 1n));
}

const LOWEST = tickToSqrtPrice(TICK_MIN)!;
const HIGHEST = tickToSqrtPrice(TICK_MAX)!;

/** The same, with a price for every tick. source: as_sqrt_price_bounded */
export function tickToSqrtPriceBounded(tick: number): U64F64 {
  if (tick === TICK_MIN) return LOWEST;
  if (tick === TICK_MAX) return HIGHEST;
  return tickToSqrtPrice(tick) ?? (tick > TICK_MAX ? SQRT_PRICE_MAX : SQRT_PRICE_MIN);
}

/** The tick whose interval holds the √price, the lower end belonging to it; undefined out of range. source: try_from_sqrt_price */
export function sqrtPriceToTick(sqrtPrice: U64F64): number | undefined {
  const ratio = sqrtPrice << SHIFT;
  const estimate = tickAtSqrtRatio(ratio);
  if (estimate === undefined) return undefined;
  const corrected = correctTick(estimate, ratio);
  return corrected === undefined || !isTickInRange(corrected) ? undefined : corrected;
}

function correctTick(tick: number, ratio: bigint): number | undefined {
  if (sqrtRatioAtTick(tick)! > ratio) return tick - 1;
  const above = sqrtRatioAtTick(tick + 1);
  if (above === undefined) return undefined;
  return above <= ratio ? tick + 1 : tick;
}

/** The same, with the end of the range for prices beyond it. source: from_sqrt_price_bounded */
export function sqrtPriceToTickBounded(sqrtPrice: U64F64): number {
  return sqrtPriceToTick(sqrtPrice) ?? (sqrtPrice > HIGHEST ? TICK_MAX : TICK_MIN);
}
