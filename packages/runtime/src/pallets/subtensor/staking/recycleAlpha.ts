/** Giving up alpha: recycled it is emitted again, burned it is not. source: pallets/subtensor/src/staking/recycle_alpha.rs @ 14bc6f9 */

import { ensureSigned, type Ctx, type Origin } from '@taonet/frame';
import { ensure, type AccountId } from '@taonet/primitives';
import { burnSubnetAlpha, recycleSubnetAlpha } from '../coinbase/alpha.ts';
import { ensureAvailableToUnstake } from '../locks/lockStake.ts';
import { E, Ev, S } from '../pallet.ts';
import { ifSubnetExist, ROOT_NETUID } from '../subnets/subnetwork.ts';
import { hotkeyAccountExists } from './accounts.ts';
import { doAddStake, doAddStakeLimit, type AddStakeOrder } from './addStake.ts';
import type { RemoveStakeOrder } from './removeStake.ts';
import { ensureSubtokenEnabled } from './stakeLimits.ts';
import { decreaseStakeForHotkeyAndColdkeyOnSubnet, getStakeForHotkeyAndColdkeyOnSubnet } from './stakeShares.ts';

/** The alpha's former owner and how much it was. */
interface GivenUp {
  readonly coldkey: AccountId;
  readonly alpha: bigint;
}

/** returns: alpha recycled. Event AlphaRecycled. Refuses as `giveUp`. source: do_recycle_alpha */
export function doRecycleAlpha(ctx: Ctx, origin: Origin, order: RemoveStakeOrder): bigint {
  const { coldkey, alpha } = giveUp(ctx, origin, order);
  recycleSubnetAlpha(ctx, order.netuid, alpha);
  ctx.deposit(Ev.AlphaRecycled([coldkey, order.hotkey, alpha, order.netuid]));
  return alpha;
}

/** returns: alpha burned. Event AlphaBurned. Refuses as `giveUp`. source: do_burn_alpha */
export function doBurnAlpha(ctx: Ctx, origin: Origin, order: RemoveStakeOrder): bigint {
  const { coldkey, alpha } = giveUp(ctx, origin, order);
  burnSubnetAlpha(ctx, order.netuid, alpha);
  ctx.deposit(Ev.AlphaBurned([coldkey, order.hotkey, alpha, order.netuid]));
  return alpha;
}

/**
 * Takes the alpha from the stake; more than there is counts as all.
 *
 * refuses SubnetNotExists, CannotBurnOrRecycleOnRootSubnet, SubtokenDisabled, HotKeyAccountNotExists, InsufficientLiquidity, StakeUnavailable
 */
function giveUp(ctx: Ctx, origin: Origin, { hotkey, netuid, alpha: asked }: RemoveStakeOrder): GivenUp {
  const coldkey = ensureSigned(origin);
  ensure(ifSubnetExist(ctx, netuid), E.SubnetNotExists, { netuid });
  ensure(netuid !== ROOT_NETUID, E.CannotBurnOrRecycleOnRootSubnet, { netuid });
  ensureSubtokenEnabled(ctx, netuid);
  ensure(hotkeyAccountExists(ctx, hotkey), E.HotKeyAccountNotExists, { hotkey });
  const key = { hotkey, coldkey, netuid };
  const stake = getStakeForHotkeyAndColdkeyOnSubnet(ctx, key);
  const alpha = asked < stake ? asked : stake;
  const alphaOut = S.SubnetAlphaOut.get(ctx, netuid);
  ensure(alphaOut >= alpha, E.InsufficientLiquidity, { netuid, actual: alphaOut, required: alpha });
  ensureAvailableToUnstake(ctx, coldkey, netuid, alpha);
  decreaseStakeForHotkeyAndColdkeyOnSubnet(ctx, key, alpha);
  return { coldkey, alpha };
}

/**
 * Buys alpha and burns it. With a limit (rao per whole alpha) all or nothing. Event AddStakeBurn.
 *
 * source: do_add_stake_burn
 */
export function doAddStakeBurn(ctx: Ctx, origin: Origin, order: AddStakeOrder, limitRao: bigint | undefined): void {
  const { hotkey, netuid, tao } = order;
  const alpha = limitRao === undefined ? doAddStake(ctx, origin, order) : doAddStakeLimit(ctx, origin, order, { limitRao, allowPartial: false });
  doBurnAlpha(ctx, origin, { hotkey, netuid, alpha });
  ctx.deposit(Ev.AddStakeBurn({ netuid, hotkey, amount: tao, alpha }));
}

/** Buys alpha and burns it, for other pallets. source: do_add_stake_burn_permissionless, do_add_stake_recycle */
export function doAddStakeRecycle(ctx: Ctx, origin: Origin, order: AddStakeOrder): bigint {
  const alpha = doAddStake(ctx, origin, order);
  return doRecycleAlpha(ctx, origin, { hotkey: order.hotkey, netuid: order.netuid, alpha });
}
