/** Nominations that have become too small are ended. source: pallets/subtensor/src/staking/helpers.rs @ 1b0c63a */

import type { Ctx, StateCtx } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import { S } from '../../../pallets/subtensor/pallet.ts';
import { coldkeyOwnsHotkey } from '../../../pallets/subtensor/staking/accounts.ts';
import { getAllSubnetNetuids } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { addBalanceToColdkeyAccount } from './coldkeyBalances.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet, type StakeKey } from './sharePools.ts';
import { getNominatorMinRequiredStake } from './stakeAmounts.ts';
import { getTotalStakeForHotkey } from './totals.ts';
import { unstakeFromSubnet } from './unstakeFromSubnet.ts';

/**
 * Sells, without fee, what a nominator (not the hotkey's owner) has left when it is fewer alpha than required; the price does not
 * count. Events StakeRemoved and Deposit come even where no stake is left.
 *
 * source: clear_small_nomination_if_required
 */
export function clearSmallNominationIfRequired(ctx: Ctx, key: StakeKey): void {
  if (coldkeyOwnsHotkey(ctx, key.coldkey, key.hotkey)) return;
  const alpha = getStakeForHotkeyAndColdkeyOnSubnet(ctx, key);
  if (alpha >= getNominatorMinRequiredStake(ctx)) return;
  addBalanceToColdkeyAccount(ctx, key.coldkey, unstakeFromSubnet(ctx, key, alpha, 0n));
}

/** The same for everybody; walks over all stakes in the order of their keys. source: clear_small_nominations */
export function clearSmallNominations(ctx: Ctx): void {
  for (const [hotkey, coldkey, netuid] of S.Alpha.keys(ctx)) clearSmallNominationIfRequired(ctx, { hotkey, coldkey, netuid });
}

/** A hotkey that fell below the stake threshold loses the children it has asked for. source: remove_stake.rs, end of do_remove_stake */
export function dropPendingChildrenBelowThreshold(ctx: StateCtx, hotkey: AccountId): void {
  if (getTotalStakeForHotkey(ctx, hotkey) >= S.StakeThreshold.get(ctx)) return;
  for (const netuid of getAllSubnetNetuids(ctx)) S.PendingChildKeys.remove(ctx, netuid, hotkey);
}
