/**
 * One step of a swap: to the next tick in use, to the limit, or as far as the amount goes.
 *
 * source: pallets/swap/src/pallet/swap_step.rs, BasicSwapStep @ 459fa72
 */

import { clampU64, I64F64, saturatingAddU64, saturatingSubU64, U64F64, U64_MAX } from '@taonet/primitives';
import { computeFeeOfAmount, computeFeeOnNet } from '../balancer/fee.ts';
import type { SwapDirection } from '../swap.ts';
import { closestHigherTick, closestLowerTick, isTickActive } from './bitmap.ts';
import type { Draft } from './draft.ts';
import { feeGlobal } from './fees.ts';
import { alphaBetween, taoBetween } from './liquidity.ts';
import { LIQUIDITY_MIN } from './pool.ts';
import { nextTick, previousTick, sqrtPriceToTickBounded, TICK_MAX, TICK_MIN, tickToSqrtPriceBounded } from './tickIndex.ts';

/** What one step sees and does. */
export interface ConcentratedStep {
  readonly liquidity: bigint;
  readonly sqrtPrice: U64F64;
  readonly edgeTick: number;
  readonly edgeSqrtPrice: U64F64;
  /** Where the whole amount would bring the √price, were the liquidity the same everywhere. */
  readonly targetSqrtPrice: U64F64;
  readonly sqrtPriceAfter: U64F64;
  readonly crosses: boolean;
  /** Paid in without the fee. */
  readonly amountPaidIn: bigint;
  readonly feePaid: bigint;
  readonly amountPaidOut: bigint;
}

export interface StepOrder {
  readonly direction: SwapDirection;
  /** Still to be paid in, fee included. */
  readonly remaining: bigint;
  readonly limitSqrtPrice: U64F64;
  readonly feeRateU16: number;
}

/** Undefined (InsufficientLiquidity) when the tick to cross is unknown. */
export function takeStep(draft: Draft, order: StepOrder): ConcentratedStep | undefined {
  const { direction } = order;
  const liquidity = draft.get('liquidity');
  const sqrtPrice = draft.get('sqrtPrice');
  const edgeTick = findEdgeTick(draft, direction);
  const edgeSqrtPrice = tickToSqrtPriceBounded(edgeTick);
  const seen = { liquidity, sqrtPrice, edgeTick, edgeSqrtPrice };
  const way = decideWay(seen, order);
  const amountPaidOut = computeStepOut(direction, liquidity, sqrtPrice, way.amountPaidIn);
  spreadFee(draft, direction, way.feePaid);
  if (way.crosses && !crossTick(draft, direction, edgeTick)) return undefined;
  draft.set('sqrtPrice', way.sqrtPriceAfter);
  draft.set('currentTick', sqrtPriceToTickBounded(way.sqrtPriceAfter));
  return { ...seen, ...way, amountPaidOut };
}

/** The next tick in use above, or below. Selling from above a tick in use, that tick is the next. source: tick_edge */
function findEdgeTick(draft: Draft, direction: SwapDirection): number {
  const current = draft.get('currentTick');
  if (direction === 'buy') return closestHigherTick(draft, nextTick(current)) ?? TICK_MAX;
  const isBelowPrice = isTickActive(draft, current) && draft.get('sqrtPrice') > tickToSqrtPriceBounded(current);
  return closestLowerTick(draft, isBelowPrice ? current : previousTick(current)) ?? TICK_MIN;
}

type Seen = Pick<ConcentratedStep, 'liquidity' | 'sqrtPrice' | 'edgeTick' | 'edgeSqrtPrice'>;
type Way = Pick<ConcentratedStep, 'targetSqrtPrice' | 'sqrtPriceAfter' | 'crosses' | 'amountPaidIn' | 'feePaid'>;

/** Ends where the first of target, limit and edge is. Exactly at the edge a buy crosses and a sale does not. source: determine_action */
function decideWay({ liquidity, sqrtPrice, edgeSqrtPrice }: Seen, { direction, remaining, limitSqrtPrice: limit, feeRateU16 }: StepOrder): Way {
  const isCloser = (a: U64F64, b: U64F64): boolean => (direction === 'buy' ? a <= b : a >= b);
  const feeOnAmount = computeFeeOfAmount(remaining, feeRateU16);
  const net = saturatingSubU64(remaining, feeOnAmount);
  const target = computeTarget(direction, liquidity, sqrtPrice, net);
  const natural = isCloser(limit, target) ? limit : target;
  const crossesAtEdge = direction === 'buy' && natural === edgeSqrtPrice;

  if (isCloser(target, limit) && isCloser(target, edgeSqrtPrice)) {
    return { targetSqrtPrice: target, sqrtPriceAfter: target, crosses: crossesAtEdge, amountPaidIn: net, feePaid: feeOnAmount };
  }
  const stopsAtLimit = isCloser(limit, target) && isCloser(limit, edgeSqrtPrice);
  const sqrtPriceAfter = stopsAtLimit ? limit : edgeSqrtPrice;
  const amountPaidIn = direction === 'buy' ? taoBetween(liquidity, sqrtPrice, sqrtPriceAfter) : alphaBetween(liquidity, sqrtPriceAfter, sqrtPrice);
  return { targetSqrtPrice: target, sqrtPriceAfter, crosses: !stopsAtLimit || crossesAtEdge, amountPaidIn, feePaid: computeFeeOnNet(amountPaidIn, feeRateU16) };
}

/** Buy: s + Δ/L. Sell: 1/(Δ/L + 1/s). Without liquidity beyond every price. source: sqrt_price_target */
function computeTarget(direction: SwapDirection, liquidity: bigint, sqrtPrice: U64F64, amount: bigint): U64F64 {
  if (liquidity === 0n) return direction === 'buy' ? U64F64.fromInt(U64_MAX) : U64F64.zero;
  const shift = U64F64.safeDiv(U64F64.fromInt(amount), U64F64.fromInt(liquidity));
  if (direction === 'buy') return U64F64.saturatingAdd(shift, sqrtPrice);
  return U64F64.safeDiv(U64F64.one, U64F64.saturatingAdd(shift, U64F64.safeDiv(U64F64.one, sqrtPrice)));
}

/**
 * Paid out inside one range. Buy: L/((L·s + Δ)·s)·Δ. Sell: Δ·(L/(L/s + Δ)·s).
 *
 * rounding: in this order, each operation truncated and saturated, the end floored
 * source: convert_deltas
 */
export function computeStepOut(direction: SwapDirection, liquidity: bigint, sqrtPrice: U64F64, amountIn: bigint): bigint {
  if (amountIn === 0n) return 0n;
  const l = U64F64.fromInt(liquidity);
  const amount = U64F64.fromInt(amountIn);
  if (direction === 'buy') {
    const denominator = U64F64.saturatingMul(U64F64.saturatingAdd(U64F64.saturatingMul(l, sqrtPrice), amount), sqrtPrice);
    return U64F64.saturatingToU64(U64F64.saturatingMul(U64F64.safeDiv(l, denominator), amount));
  }
  const share = U64F64.safeDiv(l, U64F64.saturatingAdd(U64F64.safeDiv(l, sqrtPrice), amount));
  return U64F64.saturatingToU64(U64F64.saturatingMul(amount, U64F64.saturatingMul(share, sqrtPrice)));
}

/** Over the current liquidity less the least of a position: a thousandth of a millionth more is owed than was paid where L is 10¹². source: add_fees */
function spreadFee(draft: Draft, direction: SwapDirection, fee: bigint): void {
  const liquidity = saturatingSubU64(draft.get('liquidity'), LIQUIDITY_MIN);
  if (liquidity === 0n) return;
  const name = direction === 'buy' ? 'feeGlobalTao' : 'feeGlobalAlpha';
  draft.set(name, U64F64.saturatingAdd(draft.get(name), U64F64.safeDiv(U64F64.fromInt(fee), U64F64.fromInt(liquidity))));
}

/** What the tick knows of fees changes sides; the liquidity that begins or ends there comes or goes. source: update_liquidity_at_crossing */
function crossTick(draft: Draft, direction: SwapDirection, index: number): boolean {
  const tick = draft.tick(index);
  if (tick === undefined) return false;
  draft.setTick(index, {
    ...tick,
    feesOutTao: I64F64.saturatingSub(feeGlobal(draft, 'tao'), tick.feesOutTao),
    feesOutAlpha: I64F64.saturatingSub(feeGlobal(draft, 'alpha'), tick.feesOutAlpha),
  });
  const size = clampU64(tick.liquidityNet < 0n ? -tick.liquidityNet : tick.liquidityNet);
  const grows = (tick.liquidityNet >= 0n) === (direction === 'buy');
  const liquidity = draft.get('liquidity');
  draft.set('liquidity', grows ? saturatingAddU64(liquidity, size) : saturatingSubU64(liquidity, size));
  return true;
}
