import type { Ctx } from '@taonet/frame';
import { computeAddLiquidity, POSITIONS_MAX, type Range } from '@taonet/pools';
import { ensure, refuse, saturatingAddU64 } from '@taonet/primitives';
import { S as Subtensor } from '../../subtensor/pallet.ts';
import type { StakeKey } from '../../subtensor/staking/stakeShares.ts';
import { C, E, Ev, S } from '../pallet.ts';
import { getConcentratedPool, newPositionId, writeChange, writePosition } from '../pools/concentratedState.ts';
import { ensureCanProvide, provide } from './purse.ts';

/**
 * Opens a position. Upstream left a pool that had not begun without a price here; ours begins it. Event LiquidityAdded.
 *
 * refuses UserLiquidityDisabled, MaxPositionsExceeded, InvalidTickRange, InsufficientBalance, InvalidLiquidityValue, and what `provide` refuses
 * source: pallets/swap/src/pallet/impls.rs, do_add_liquidity @ 459fa72
 */
export function doAddLiquidity(ctx: Ctx, key: StakeKey, range: Range): void {
  const { coldkey, hotkey, netuid } = key;
  ensure(S.EnabledUserLiquidity.get(ctx, netuid), E.UserLiquidityDisabled, { netuid });
  const count = S.Positions.keys(ctx, netuid, coldkey).length;
  ensure(count < POSITIONS_MAX, E.MaxPositionsExceeded, { coldkey, netuid, actual: count, required: POSITIONS_MAX - 1 });
  const added = computeAddLiquidity(getConcentratedPool(ctx, netuid), range);
  if (!added.ok) return refuse(E[added.refusal], { netuid, ...added.facts });
  ensureCanProvide(ctx, key, added);
  ensure(range.liquidity >= C.MinimumLiquidity(ctx), E.InvalidLiquidityValue, { netuid, actual: range.liquidity, required: C.MinimumLiquidity(ctx) });

  writeChange(ctx, netuid, added.change);
  const positionId = newPositionId(ctx);
  writePosition(ctx, netuid, coldkey, positionId, added.position);
  const { tao, alpha } = added;
  provide(ctx, key, { tao, alpha });
  Subtensor.SubnetTaoProvided.mutate(ctx, netuid, (total) => saturatingAddU64(total, tao));
  Subtensor.SubnetAlphaInProvided.mutate(ctx, netuid, (total) => saturatingAddU64(total, alpha));
  const { tickLow: tick_low, tickHigh: tick_high, liquidity } = range;
  ctx.deposit(Ev.LiquidityAdded({ coldkey, hotkey, netuid, position_id: positionId, liquidity, tao, alpha, tick_low, tick_high }));
}
