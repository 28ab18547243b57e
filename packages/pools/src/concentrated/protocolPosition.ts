/**
 * The protocol's position grows by what the chain puts into the pool and by its own fees.
 *
 * source: pallets/swap/src/pallet/impls.rs, adjust_protocol_liquidity @ 459fa72
 */

import { saturatingAddU64, saturatingSubU64 } from '@taonet/primitives';
import { Draft } from './draft.ts';
import { collectFees } from './fees.ts';
import { fullRangeLiquidity } from './initialize.ts';
import { addLiquidityAtTicks, computeTokenAmounts, type TokenAmounts } from './liquidity.ts';
import type { ConcentratedChange, ConcentratedPool, Position } from './pool.ts';
import { splitAtPrice } from './proportional.ts';

export interface ProtocolAdjustment {
  readonly position: Position;
  /** What did not fit the price, for the next time: ScrapReservoirTao and ScrapReservoirAlpha, overwritten. */
  readonly scraps: TokenAmounts;
  readonly change: ConcentratedChange;
}

const plus = (a: TokenAmounts, b: TokenAmounts): TokenAmounts => ({ tao: saturatingAddU64(a.tao, b.tao), alpha: saturatingAddU64(a.alpha, b.alpha) });

/**
 * Injected amounts, fees collected and scraps of last time, in the proportion of the price, become liquidity; the rest are scraps again.
 * The liquidity that is added is never negative, even where rounding made the position smaller.
 */
export function adjustProtocolPosition(pool: ConcentratedPool, open: Position, injected: TokenAmounts, scraps: TokenAmounts): ProtocolAdjustment {
  const draft = new Draft(pool);
  const sqrtPrice = draft.get('sqrtPrice');
  const { fees, position } = collectFees(draft, open);
  const split = splitAtPrice(sqrtPrice, plus(plus(injected, fees), scraps));
  const held = computeTokenAmounts(position, sqrtPrice);
  if (held === undefined) return { position: open, scraps: split.scraps, change: draft.change() };

  const liquidity = fullRangeLiquidity(plus(held, split.used));
  const delta = saturatingSubU64(liquidity, position.liquidity);
  draft.set('liquidity', saturatingAddU64(draft.get('liquidity'), delta));
  addLiquidityAtTicks(draft, { ...position, liquidity: delta });
  return { position: { ...position, liquidity }, scraps: split.scraps, change: draft.change() };
}
