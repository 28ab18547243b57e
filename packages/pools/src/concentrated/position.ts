/**
 * Positions of accounts: opened, closed, made larger or smaller.
 *
 * source: pallets/swap/src/pallet/impls.rs, do_add_liquidity, do_remove_liquidity, do_modify_position @ 459fa72
 */

import { clampU64, saturatingAddU64, saturatingSubU64, U64F64 } from '@taonet/primitives';
import type { SwapRefused } from '../swap.ts';
import { Draft } from './draft.ts';
import { collectFees, type CollectedFees } from './fees.ts';
import { maybeInitialize, openPosition } from './initialize.ts';
import {
  addLiquidityAtTicks, alphaBetween, computeTokenAmounts, moveCurrentLiquidity, removeLiquidityAtTicks, taoBetween, type Range, type TokenAmounts,
} from './liquidity.ts';
import { LIQUIDITY_MIN, type ConcentratedChange, type ConcentratedPool, type Position } from './pool.ts';
import { tickToSqrtPrice } from './tickIndex.ts';

/** Errors of pallet Swap, letter for letter. */
export type LiquidityRefusal = 'InvalidTickRange' | 'InsufficientLiquidity' | 'InvalidLiquidityValue';

export interface LiquidityRefused extends Omit<SwapRefused, 'refusal'> {
  readonly refusal: LiquidityRefusal;
}

const refused = (refusal: LiquidityRefusal, facts: SwapRefused['facts']): LiquidityRefused => ({ ok: false, refusal, facts });
const badRange = ({ tickLow, tickHigh }: Pick<Range, 'tickLow' | 'tickHigh'>): LiquidityRefused => refused('InvalidTickRange', { tickLow, tickHigh });

/** A position as it is afterwards, and what goes into it or comes out. */
export interface LiquidityMoved extends TokenAmounts {
  readonly ok: true;
  readonly position: Position;
  readonly fees: CollectedFees;
  readonly change: ConcentratedChange;
}

/**
 * A new position. A pool that has not begun begins first.
 *
 * tao, alpha: what must be put in · refuses InvalidTickRange; the least liquidity, the number of positions and balances are the caller's to check
 */
export function computeAddLiquidity(pool: ConcentratedPool, range: Range): LiquidityMoved | LiquidityRefused {
  const draft = new Draft(pool);
  maybeInitialize(draft);
  if (range.tickHigh <= range.tickLow) return badRange(range);
  const position = openPosition(draft, range);
  const amounts = computeTokenAmounts(position, draft.get('sqrtPrice'));
  if (amounts === undefined) return badRange(range);
  return { ok: true, ...amounts, position, fees: { tao: 0n, alpha: 0n }, change: draft.change() };
}

/** Closes a position. tao, alpha: what comes out besides the fees · refuses InvalidTickRange */
export function computeRemoveLiquidity(pool: ConcentratedPool, open: Position): LiquidityMoved | LiquidityRefused {
  const draft = new Draft(pool);
  const { fees, position } = collectFees(draft, open);
  const amounts = computeTokenAmounts(position, draft.get('sqrtPrice'));
  if (amounts === undefined) return badRange(position);
  removeLiquidityAtTicks(draft, position);
  moveCurrentLiquidity(draft, position, -position.liquidity);
  return { ok: true, ...amounts, position, fees, change: draft.change() };
}

export interface LiquidityModified extends LiquidityMoved {
  /** True when less than the least liquidity would have stayed and the position is no more. */
  readonly removed: boolean;
}

/**
 * Adds to a position or takes from it, and collects its fees. tao, alpha: what `delta` is worth.
 *
 * Upstream's ways, kept: the price counts as inside the range at both ends; when the rest is too small the whole position goes but the
 * amounts and the current liquidity follow `delta`; the price of a pool outside the range is taken at its nearer end.
 *
 * refuses InvalidLiquidityValue, InvalidTickRange, InsufficientLiquidity; balances are the caller's to check
 */
export function computeModifyPosition(pool: ConcentratedPool, open: Position, delta: bigint): LiquidityModified | LiquidityRefused {
  const size = delta < 0n ? -delta : delta;
  if (size < LIQUIDITY_MIN) return refused('InvalidLiquidityValue', { actual: size, required: LIQUIDITY_MIN });
  const low = tickToSqrtPrice(open.tickLow);
  const high = tickToSqrtPrice(open.tickHigh);
  if (low === undefined || high === undefined) return badRange(open);
  if (delta < 0n && open.liquidity < size) return refused('InsufficientLiquidity', { actual: open.liquidity, required: size });

  const draft = new Draft(pool);
  const price = draft.get('sqrtPrice');
  const inside = U64F64.clamp(price, low, high);
  if (inside === price) draft.set('liquidity', clampU64(draft.get('liquidity') + delta));
  const amounts = { tao: taoBetween(size, low, inside), alpha: alphaBetween(size, inside, high) };
  const { fees, position } = collectFees(draft, open);
  const removed = delta < 0n && saturatingSubU64(open.liquidity, size) < LIQUIDITY_MIN;
  const moved = removed ? open.liquidity : size;
  const range = { ...position, liquidity: moved };
  if (delta > 0n) addLiquidityAtTicks(draft, range);
  else removeLiquidityAtTicks(draft, range);
  const liquidity = delta > 0n ? saturatingAddU64(open.liquidity, moved) : saturatingSubU64(open.liquidity, moved);
  return { ok: true, ...amounts, position: { ...position, liquidity }, fees, removed, change: draft.change() };
}
