/**
 * A pool begins: its price from the reserves, and the whole of them as one position of the protocol over every price.
 *
 * source: pallets/swap/src/pallet/impls.rs, maybe_initialize_v3, add_liquidity_not_insert, clamp_sqrt_price @ 459fa72
 */

import { checkedSqrt, saturatingMulU128, U64F64 } from '@taonet/primitives';
import { Draft } from './draft.ts';
import { feesInRange } from './fees.ts';
import { integerSqrt } from './integerSqrt.ts';
import { addLiquidityAtTicks, moveCurrentLiquidity, type Range, type TokenAmounts } from './liquidity.ts';
import type { ConcentratedChange, ConcentratedPool, Position } from './pool.ts';
import { splitAtPrice } from './proportional.ts';
import { boundedTick, sqrtPriceToTickBounded, TICK_MAX, TICK_MIN, tickToSqrtPriceBounded } from './tickIndex.ts';

/** How near the root of a price must come. */
const SQRT_EPSILON = U64F64.fromLiteral('0.000000000001');

/** y/x, truncated to 2⁻⁶⁴; 0 without alpha. */
export function computeReservesPrice({ taoReserveRao, alphaReserveRao }: Pick<ConcentratedPool, 'taoReserveRao' | 'alphaReserveRao'>): U64F64 {
  return U64F64.safeDiv(U64F64.fromInt(taoReserveRao), U64F64.fromInt(alphaReserveRao));
}

/** L of a position over every price: √(tao·alpha), floored. */
export const fullRangeLiquidity = ({ tao, alpha }: TokenAmounts): bigint => integerSqrt(saturatingMulU128(tao, alpha));

/** Nothing for a pool that has begun. */
export function maybeInitialize(draft: Draft): void {
  if (!draft.get('initialized')) initializeDraft(draft, computeReservesPrice(draft.pool));
}

/**
 * A pool that begins at the price of another kind of pool; without one, at the price of its reserves. Where the reserves are not in the proportion of that price, the position is
 * made of as much as is, and the rest is kept as scraps: a position of more than the reserves could not be paid out.
 */
export function computeInitialization(pool: ConcentratedPool, price: U64F64 | undefined): ConcentratedChange {
  const draft = new Draft(pool);
  initializeDraft(draft, price ?? computeReservesPrice(pool));
  return draft.change();
}

function initializeDraft(draft: Draft, price: U64F64): void {
  const { taoReserveRao: tao, alphaReserveRao: alpha } = draft.pool;
  // No root of an unsigned number is undefined.
  const sqrtPrice = checkedSqrt(U64F64, price, SQRT_EPSILON)!;
  draft.set('sqrtPrice', sqrtPrice);
  draft.set('currentTick', sqrtPriceToTickBounded(sqrtPrice));
  const ofReserves = price === computeReservesPrice(draft.pool);
  const { used, scraps } = ofReserves ? { used: { tao, alpha }, scraps: undefined } : splitAtPrice(sqrtPrice, { tao, alpha });
  const position = openPosition(draft, { tickLow: TICK_MIN, tickHigh: TICK_MAX, liquidity: fullRangeLiquidity(used) });
  draft.setFounded(position, scraps);
}

/** Puts the liquidity of a range in. At either end of all prices the price is set to that end. */
export function openPosition(draft: Draft, range: Range): Position {
  addLiquidityAtTicks(draft, range);
  const current = boundedTick(draft.get('currentTick'));
  if (current >= TICK_MAX || current <= TICK_MIN) draft.set('sqrtPrice', tickToSqrtPriceBounded(current));
  moveCurrentLiquidity(draft, range, range.liquidity);
  const position = { ...range, feesTao: feesInRange(draft, range, 'tao'), feesAlpha: feesInRange(draft, range, 'alpha') };
  draft.set('initialized', true);
  return position;
}
