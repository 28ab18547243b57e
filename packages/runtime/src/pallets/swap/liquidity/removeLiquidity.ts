import type { Ctx, StateCtx } from '@taonet/frame';
import { computeRemoveLiquidity, type LiquidityMoved, type Position } from '@taonet/pools';
import { refuse, saturatingAddU64, type AccountId, type NetUid } from '@taonet/primitives';
import type { StakeKey } from '../../subtensor/staking/stakeShares.ts';
import { E, Ev, S } from '../pallet.ts';
import { concentrated } from '../pools/concentrated.ts';
import { getConcentratedPool, positionOf, writeChange } from '../pools/concentratedState.ts';
import { payOut } from './purse.ts';

/** A coldkey's position. refuses LiquidityNotFound */
export function getPosition(ctx: StateCtx, netuid: NetUid, coldkey: AccountId, id: bigint): Position {
  const stored = S.Positions.get(ctx, netuid, coldkey, id);
  return stored === undefined ? refuse(E.LiquidityNotFound, { netuid, coldkey, positionId: id }) : positionOf(stored);
}

/**
 * Closes a position and pays amounts and fees. Fees were in no reserve, so only the amounts leave the reserves. Event LiquidityRemoved.
 *
 * refuses LiquidityNotFound, InvalidTickRange, and what `payOut` refuses
 * source: pallets/swap/src/pallet/mod.rs, remove_liquidity @ 459fa72
 */
export function doRemoveLiquidity(ctx: Ctx, key: StakeKey, positionId: bigint): void {
  const { coldkey, hotkey, netuid } = key;
  const { tao, alpha, fees, position } = takePosition(ctx, netuid, coldkey, positionId);
  payOut(ctx, key, { tao: saturatingAddU64(tao, fees.tao), alpha: saturatingAddU64(alpha, fees.alpha) });
  concentrated.decrease(ctx, netuid, 'tao', tao);
  concentrated.decrease(ctx, netuid, 'alpha', alpha);
  ctx.deposit(Ev.LiquidityRemoved({
    coldkey, hotkey, netuid, position_id: positionId, liquidity: position.liquidity, tao, alpha,
    fee_tao: fees.tao, fee_alpha: fees.alpha, tick_low: position.tickLow, tick_high: position.tickHigh,
  }));
}

/** Takes a position out of the pool; nothing is paid. refuses LiquidityNotFound, InvalidTickRange · source: impls.rs, do_remove_liquidity */
export function takePosition(ctx: StateCtx, netuid: NetUid, coldkey: AccountId, positionId: bigint): LiquidityMoved {
  const open = getPosition(ctx, netuid, coldkey, positionId);
  const removed = computeRemoveLiquidity(getConcentratedPool(ctx, netuid), open);
  if (!removed.ok) return refuse(E[removed.refusal], { netuid, ...removed.facts });
  writeChange(ctx, netuid, removed.change);
  S.Positions.remove(ctx, netuid, coldkey, positionId);
  return removed;
}
