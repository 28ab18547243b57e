/**
 * Fees of positions. A swap adds its fee to a sum per unit of liquidity; a position is owed the part that arose inside its range.
 *
 * source: pallets/swap/src/position.rs, collect_fees, fees_in_range; tick.rs, fees_above, fees_below @ 459fa72
 */

import { I64F64, U64F64 } from '@taonet/primitives';
import type { Draft } from './draft.ts';
import { TICK_DEFAULT, type Position } from './pool.ts';
import { boundedTick } from './tickIndex.ts';

/** One of the two currencies. */
export type Token = 'tao' | 'alpha';

export const feeGlobal = (draft: Draft, token: Token): I64F64 => U64F64.to(I64F64, draft.get(token === 'tao' ? 'feeGlobalTao' : 'feeGlobalAlpha'));

function feesOut(draft: Draft, tick: number, token: Token): I64F64 {
  const { feesOutTao, feesOutAlpha } = draft.tick(tick) ?? TICK_DEFAULT;
  return token === 'tao' ? feesOutTao : feesOutAlpha;
}

const isAtOrBelow = (draft: Draft, tick: number): boolean => tick <= boundedTick(draft.get('currentTick'));
const restOfGlobal = (draft: Draft, tick: number, token: Token): I64F64 => I64F64.saturatingSub(feeGlobal(draft, token), feesOut(draft, tick, token));

/** What is kept at a tick is, while the price is above it, what arose below: the mirror image of Uniswap's rule. */
const feesBelow = (draft: Draft, tick: number, token: Token): I64F64 => (isAtOrBelow(draft, tick) ? feesOut(draft, tick, token) : restOfGlobal(draft, tick, token));
const feesAbove = (draft: Draft, tick: number, token: Token): I64F64 => (isAtOrBelow(draft, tick) ? restOfGlobal(draft, tick, token) : feesOut(draft, tick, token));

/** Fees per unit of liquidity that arose between the two ticks. */
export function feesInRange(draft: Draft, { tickLow, tickHigh }: Pick<Position, 'tickLow' | 'tickHigh'>, token: Token): I64F64 {
  const belowTop = I64F64.saturatingSub(feeGlobal(draft, token), feesBelow(draft, tickLow, token));
  return I64F64.saturatingSub(belowTop, feesAbove(draft, tickHigh, token));
}

/** Fees in rao of either currency. */
export interface CollectedFees {
  readonly tao: bigint;
  readonly alpha: bigint;
}

/** What a position is owed since it last collected, floored, nothing when negative; and the position that has collected. */
export function collectFees(draft: Draft, position: Position): { readonly fees: CollectedFees; readonly position: Position } {
  const feesTao = feesInRange(draft, position, 'tao');
  const feesAlpha = feesInRange(draft, position, 'alpha');
  const liquidity = I64F64.fromInt(position.liquidity);
  const owed = (now: I64F64, then: I64F64): bigint => I64F64.saturatingToU64(I64F64.saturatingMul(liquidity, I64F64.saturatingSub(now, then)));
  return {
    fees: { tao: owed(feesTao, position.feesTao), alpha: owed(feesAlpha, position.feesAlpha) },
    position: { ...position, feesTao, feesAlpha },
  };
}
