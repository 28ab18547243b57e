/** Pays an epoch's alpha: owner's cut, incentives, dividends, root dividends, in this order. source: pallets/subtensor/src/coinbase/run_coinbase.rs @ 14bc6f9 */

import type { Ctx, StateCtx } from '@taonet/frame';
import { saturatingAddU64, U96F32, type AccountId, type NetUid } from '@taonet/primitives';
import { autoLockOwnerCut } from '../locks/lockStake.ts';
import { Ev, S } from '../pallet.ts';
import { getHotkeyTakeFloat } from '../staking/accounts.ts';
import { increaseRootClaimable } from '../staking/rootClaim/claimRoot.ts';
import { increaseStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyOnSubnet } from '../staking/stakeShares.ts';
import { burnSubnetAlpha, recycleSubnetAlpha } from './alpha.ts';
import type { Distribution, HotkeyShares } from './dividendDistribution.ts';
import { distributeLeasedNetworkDividends } from './leaseDividends.ts';
import type { HotkeyAlpha } from './parentChildDividends.ts';

/** source: distribute_dividends_and_incentives */
export function distributeDividendsAndIncentives(ctx: Ctx, netuid: NetUid, ownerCut: bigint, { incentives, alphaDividends, rootAlphaDividends }: Distribution): void {
  payOwnerCut(ctx, netuid, ownerCut);
  payIncentives(ctx, netuid, incentives);
  payAlphaDividends(ctx, netuid, alphaDividends);
  payRootAlphaDividends(ctx, netuid, rootAlphaDividends);
}

/** Staked on the subnet's own hotkey; a subnet without owner loses it. */
function payOwnerCut(ctx: Ctx, netuid: NetUid, alpha: bigint): void {
  const coldkey = S.SubnetOwner.tryGet(ctx, netuid);
  const hotkey = S.SubnetOwnerHotkey.tryGet(ctx, netuid);
  if (coldkey === undefined || hotkey === undefined) return;
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey, coldkey, netuid }, alpha);
  const leaseId = S.SubnetUidToLeaseId.get(ctx, netuid);
  if (leaseId !== undefined) distributeLeasedNetworkDividends(ctx, leaseId, alpha);
  autoLockOwnerCut(ctx, netuid, alpha);
}

/** The owner's hotkeys that are neurons earn nothing as miners. source: get_owner_hotkeys */
function getOwnerHotkeys(ctx: StateCtx, netuid: NetUid): ReadonlySet<AccountId> {
  const owned = S.OwnedHotkeys.get(ctx, S.SubnetOwner.get(ctx, netuid));
  const ownerHotkey = S.SubnetOwnerHotkey.tryGet(ctx, netuid);
  const all = ownerHotkey === undefined ? owned : [...owned, ownerHotkey];
  return new Set(all.filter((hotkey) => S.Uids.has(ctx, netuid, hotkey)));
}

/** What goes to owners' miners is withheld, and its share of all incentives kept: it lowers the subnet's emission. */
function payIncentives(ctx: Ctx, netuid: NetUid, incentives: readonly HotkeyAlpha[]): void {
  const ownerHotkeys = getOwnerHotkeys(ctx, netuid);
  let total = 0n;
  let withheld = 0n;
  for (const { hotkey, alpha } of incentives) {
    total = saturatingAddU64(total, alpha);
    if (ownerHotkeys.has(hotkey)) {
      withheld = saturatingAddU64(withheld, alpha);
      if (S.RecycleOrBurn.tryGet(ctx, netuid) === 'Recycle') recycleSubnetAlpha(ctx, netuid, alpha);
      else burnSubnetAlpha(ctx, netuid, alpha);
    } else {
      payMiner(ctx, netuid, hotkey, alpha);
    }
  }
  S.MinerBurned.set(ctx, netuid, U96F32.checkedDiv(U96F32.fromInt(withheld), U96F32.fromInt(total)) ?? U96F32.zero);
}

/** Staked for the hotkey's owner: on the hotkey itself, or where the owner wants it. */
function payMiner(ctx: Ctx, netuid: NetUid, hotkey: AccountId, alpha: bigint): void {
  const owner = S.Owner.get(ctx, hotkey);
  const destination = S.AutoStakeDestination.get(ctx, owner, netuid);
  if (destination !== undefined) ctx.deposit(Ev.AutoStakeAdded({ netuid, destination, hotkey, owner, incentive: alpha }));
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: destination ?? hotkey, coldkey: owner, netuid }, alpha);
}

/** Pays the validator's owner its take; returns what is left for all who have stake on the hotkey. */
function payTake(ctx: StateCtx, netuid: NetUid, { hotkey, alpha }: HotkeyShares[number]): bigint {
  const take = U96F32.saturatingMul(getHotkeyTakeFloat(ctx, hotkey), alpha);
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey, coldkey: S.Owner.get(ctx, hotkey), netuid }, U96F32.saturatingToU64(take));
  return U96F32.saturatingToU64(U96F32.saturatingSub(alpha, take));
}

/** Everybody with stake on the hotkey gains in proportion. */
function payAlphaDividends(ctx: StateCtx, netuid: NetUid, dividends: HotkeyShares): void {
  S.AlphaDividendsPerSubnet.clearPrefix(ctx, netuid);
  for (const dividend of dividends) {
    const { hotkey } = dividend;
    const rest = payTake(ctx, netuid, dividend);
    increaseStakeForHotkeyOnSubnet(ctx, hotkey, netuid, rest);
    S.AlphaDividendsPerSubnet.mutate(ctx, netuid, hotkey, (sum) => saturatingAddU64(sum, rest));
    S.TotalHotkeyAlphaLastEpoch.set(ctx, hotkey, netuid, S.TotalHotkeyAlpha.get(ctx, hotkey, netuid));
  }
}

/** Root stakers may claim theirs later. */
function payRootAlphaDividends(ctx: StateCtx, netuid: NetUid, dividends: HotkeyShares): void {
  S.RootAlphaDividendsPerSubnet.clearPrefix(ctx, netuid);
  for (const dividend of dividends) {
    const rest = payTake(ctx, netuid, dividend);
    increaseRootClaimable(ctx, dividend.hotkey, netuid, rest);
    S.RootAlphaDividendsPerSubnet.mutate(ctx, netuid, dividend.hotkey, (sum) => saturatingAddU64(sum, rest));
  }
}
