/** Giving up alpha: recycled it is emitted again, burned it is not. source: pallets/subtensor/src/staking/recycle_alpha.rs @ 1b0c63a */

import { ensureSigned, type Ctx, type Origin } from '@taonet/frame';
import { ensure, saturatingSubU64, type AccountId } from '@taonet/primitives';
import { E, Ev, S } from '../../../pallets/subtensor/pallet.ts';
import { hotkeyAccountExists } from '../../../pallets/subtensor/staking/accounts.ts';
import type { RemoveStakeOrder } from '../../../pallets/subtensor/staking/removeStake.ts';
import { ensureSubtokenEnabled } from '../../../pallets/subtensor/staking/stakeLimits.ts';
import { ifSubnetExist, ROOT_NETUID } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { decreaseStakeForHotkeyAndColdkeyOnSubnet, getStakeForHotkeyAndColdkeyOnSubnet } from './sharePools.ts';

/** The alpha's former owner and how much it was. */
interface GivenUp {
  readonly coldkey: AccountId;
  readonly alpha: bigint;
}

/** Event AlphaRecycled. Refuses as `giveUp`. source: do_recycle_alpha */
export function doRecycleAlpha(ctx: Ctx, origin: Origin, order: RemoveStakeOrder): void {
  const { coldkey, alpha } = giveUp(ctx, origin, order);
  S.SubnetAlphaOut.mutate(ctx, order.netuid, (total) => saturatingSubU64(total, alpha));
  ctx.deposit(Ev.AlphaRecycled([coldkey, order.hotkey, alpha, order.netuid]));
}

/** Event AlphaBurned. Refuses as `giveUp`. source: do_burn_alpha */
export function doBurnAlpha(ctx: Ctx, origin: Origin, order: RemoveStakeOrder): void {
  const { coldkey, alpha } = giveUp(ctx, origin, order);
  ctx.deposit(Ev.AlphaBurned([coldkey, order.hotkey, alpha, order.netuid]));
}

/**
 * Takes the alpha from the stake; all of it when too small a rest would stay.
 *
 * refuses BadOrigin, SubNetworkDoesNotExist, CannotBurnOrRecycleOnRootSubnet, SubtokenDisabled, HotKeyAccountNotExists,
 *   NotEnoughStakeToWithdraw, InsufficientLiquidity
 */
function giveUp(ctx: Ctx, origin: Origin, { hotkey, netuid, alpha }: RemoveStakeOrder): GivenUp {
  const coldkey = ensureSigned(origin);
  ensure(ifSubnetExist(ctx, netuid), E.SubNetworkDoesNotExist, { netuid });
  ensure(netuid !== ROOT_NETUID, E.CannotBurnOrRecycleOnRootSubnet, { netuid });
  ensureSubtokenEnabled(ctx, netuid);
  ensure(hotkeyAccountExists(ctx, hotkey), E.HotKeyAccountNotExists, { hotkey });
  const key = { hotkey, coldkey, netuid };
  const stake = getStakeForHotkeyAndColdkeyOnSubnet(ctx, key);
  ensure(stake >= alpha, E.NotEnoughStakeToWithdraw, { ...key, actual: stake, required: alpha });
  const alphaOut = S.SubnetAlphaOut.get(ctx, netuid);
  ensure(alphaOut >= alpha, E.InsufficientLiquidity, { netuid, actual: alphaOut, required: alpha });
  return { coldkey, alpha: decreaseStakeForHotkeyAndColdkeyOnSubnet(ctx, key, alpha) };
}
