/**
 * Liquidity at ticks and in between, and what it is worth.
 *
 * source: pallets/swap/src/pallet/impls.rs, add_liquidity_at_index, remove_liquidity_at_index, update_liquidity_if_needed;
 *   position.rs, to_token_amounts @ 459fa72
 */

import { clampU64, I64F64, saturatingAddU64, saturatingSubU64, U64F64 } from '@taonet/primitives';
import { insertTick, removeTick } from './bitmap.ts';
import type { Draft } from './draft.ts';
import { feeGlobal } from './fees.ts';
import type { Position, Tick } from './pool.ts';
import { boundedTick, tickToSqrtPrice } from './tickIndex.ts';

const I128_MAX = (1n << 127n) - 1n;
const clampI128 = (v: bigint): bigint => (v > I128_MAX ? I128_MAX : v < -I128_MAX - 1n ? -I128_MAX - 1n : v);

/** A range with so much liquidity. */
export type Range = Pick<Position, 'tickLow' | 'tickHigh' | 'liquidity'>;

/** Both ends of the range. */
export function addLiquidityAtTicks(draft: Draft, { tickLow, tickHigh, liquidity }: Range): void {
  addLiquidityAtTick(draft, tickLow, liquidity, liquidity);
  addLiquidityAtTick(draft, tickHigh, liquidity, -liquidity);
}

/** Both ends of the range; a tick that nobody uses any more is forgotten. */
export function removeLiquidityAtTicks(draft: Draft, { tickLow, tickHigh, liquidity }: Range): void {
  removeLiquidityAtTick(draft, tickLow, liquidity, liquidity);
  removeLiquidityAtTick(draft, tickHigh, liquidity, -liquidity);
}

function addLiquidityAtTick(draft: Draft, index: number, gross: bigint, net: bigint): void {
  const tick = draft.tick(index);
  draft.setTick(index, tick === undefined ? newTick(draft, index, gross, net) : {
    ...tick, liquidityNet: clampI128(tick.liquidityNet + net), liquidityGross: saturatingAddU64(tick.liquidityGross, gross),
  });
  insertTick(draft, index);
}

/** All fees so far arose on the other side of a tick above the price. */
function newTick(draft: Draft, index: number, liquidityGross: bigint, liquidityNet: bigint): Tick {
  const above = index > boundedTick(draft.get('currentTick'));
  return {
    liquidityNet, liquidityGross,
    feesOutTao: above ? feeGlobal(draft, 'tao') : I64F64.zero,
    feesOutAlpha: above ? feeGlobal(draft, 'alpha') : I64F64.zero,
  };
}

function removeLiquidityAtTick(draft: Draft, index: number, gross: bigint, net: bigint): void {
  const tick = draft.tick(index);
  if (tick === undefined) return;
  const liquidityGross = saturatingSubU64(tick.liquidityGross, gross);
  draft.setTick(index, liquidityGross === 0n ? undefined : { ...tick, liquidityGross, liquidityNet: clampI128(tick.liquidityNet - net) });
  if (liquidityGross === 0n) removeTick(draft, index);
}

/** By how much the current liquidity changes, if the price is in the range: the lower end in, the upper out. */
export function moveCurrentLiquidity(draft: Draft, { tickLow, tickHigh }: Range, delta: bigint): void {
  const current = boundedTick(draft.get('currentTick'));
  if (tickLow <= current && current < tickHigh) draft.set('liquidity', clampU64(draft.get('liquidity') + delta));
}

/** Rao of either side of a pool. */
export interface TokenAmounts {
  readonly tao: bigint;
  readonly alpha: bigint;
}

/**
 * What the liquidity of a range is made of at a √price: only alpha below the range, only TAO above it.
 *
 * rounding: each step truncated to 2⁻⁶⁴, the end floored · undefined (InvalidTickRange) for ticks out of range
 */
export function computeTokenAmounts({ tickLow, tickHigh, liquidity }: Range, sqrtPrice: U64F64): TokenAmounts | undefined {
  const low = tickToSqrtPrice(tickLow);
  const high = tickToSqrtPrice(tickHigh);
  if (low === undefined || high === undefined) return undefined;
  const inside = U64F64.clamp(sqrtPrice, low, high);
  return { tao: taoBetween(liquidity, low, inside), alpha: alphaBetween(liquidity, inside, high) };
}

/** L·(√b − √a). */
export function taoBetween(liquidity: bigint, low: U64F64, high: U64F64): bigint {
  return U64F64.saturatingToU64(U64F64.saturatingMul(U64F64.fromInt(liquidity), U64F64.saturatingSub(high, low)));
}

/** L·(1/√a − 1/√b); a quotient beyond the format is 0. */
export function alphaBetween(liquidity: bigint, low: U64F64, high: U64F64): bigint {
  const difference = U64F64.saturatingSub(U64F64.safeDiv(U64F64.one, low), U64F64.safeDiv(U64F64.one, high));
  return U64F64.saturatingToU64(U64F64.saturatingMul(U64F64.fromInt(liquidity), difference));
}
