/** Pools and prices for the tests of this folder. */

import { U64F64 } from '@taonet/primitives';
import {
  applyChange, computeAddLiquidity, concentrated, createConcentratedPool, sqrtPriceToTick, TICK_MAX, TICK_MIN, type ConcentratedPool, type LiquidityMoved, type LiquidityRefused,
  type Position, type SwapDirection,
} from '../index.ts';

/** The fixed number nearest to a float. */
export const fixedOf = (x: number): U64F64 => U64F64.saturatingFromBits(BigInt(Math.round(x * 2 ** 64)));
export const numberOf = (x: bigint): number => Number(x) / 2 ** 64;

/** As upstream's tests find ticks. */
export function tickOfPrice(price: number): number {
  const tick = sqrtPriceToTick(fixedOf(Math.sqrt(price)));
  return tick ?? (price > 1 ? TICK_MAX : TICK_MIN);
}

export const newPool = (taoReserveRao: bigint, alphaReserveRao: bigint, feeRateU16 = 33): ConcentratedPool =>
  createConcentratedPool({ taoReserveRao, alphaReserveRao, feeRateU16, reserveMinRao: 1n });

/** The pool after it has begun, by a swap of nothing. */
export function begun(pool: ConcentratedPool): ConcentratedPool {
  const swapped = concentrated.simSwap(pool, 'buy', 0n);
  if (!swapped.ok) throw new RangeError(swapped.refusal);
  return concentrated.applied(pool, 'buy', swapped);
}

export function moved<M extends LiquidityMoved>(outcome: M | LiquidityRefused): M {
  if (!outcome.ok) throw new RangeError(outcome.refusal);
  return outcome;
}

export interface Opened {
  readonly pool: ConcentratedPool;
  readonly position: Position;
  readonly tao: bigint;
  readonly alpha: bigint;
}

/** Opens a position; the reserves grow by what it provides. */
export function open(pool: ConcentratedPool, tickLow: number, tickHigh: number, liquidity: bigint): Opened {
  const { change, position, tao, alpha } = moved(computeAddLiquidity(pool, { tickLow, tickHigh, liquidity }));
  const after = applyChange(pool, change);
  return { pool: { ...after, taoReserveRao: pool.taoReserveRao + tao, alphaReserveRao: pool.alphaReserveRao + alpha }, position, tao, alpha };
}

/** Swaps without limit; throws what is refused. */
export function trade(pool: ConcentratedPool, direction: SwapDirection, amountIn: bigint) {
  const swapped = concentrated.simSwap(pool, direction, amountIn);
  if (!swapped.ok) throw new RangeError(swapped.refusal);
  return { swapped, pool: concentrated.applied(pool, direction, swapped) };
}
