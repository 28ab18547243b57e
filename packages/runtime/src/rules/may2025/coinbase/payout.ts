/** Pays an epoch: owner's cut, incentives, dividends in alpha, dividends of root in TAO, in this order. source: pallets/subtensor/src/coinbase/run_coinbase.rs @ 1b0c63a */

import type { StateCtx } from '@taonet/frame';
import { saturatingAddU64, U96F32, type NetUid } from '@taonet/primitives';
import type { Distribution, HotkeyShares } from '../../../pallets/subtensor/coinbase/dividendDistribution.ts';
import type { HotkeyAlpha } from '../../../pallets/subtensor/coinbase/parentChildDividends.ts';
import { getHotkeyTakeFloat } from '../../../pallets/subtensor/staking/accounts.ts';
import { ROOT_NETUID } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { S } from '../pallet.ts';
import { increaseStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyOnSubnet } from '../staking/sharePools.ts';

/** source: distribute_dividends_and_incentives */
export function distributeDividendsAndIncentives(ctx: StateCtx, netuid: NetUid, ownerCut: bigint, distribution: Distribution): void {
  payOwnerCut(ctx, netuid, ownerCut);
  payIncentives(ctx, netuid, distribution.incentives);
  payAlphaDividends(ctx, netuid, distribution.alphaDividends);
  payTaoDividends(ctx, netuid, distribution.rootAlphaDividends);
}

/** Staked on the subnet's own hotkey; a subnet without owner loses it. */
function payOwnerCut(ctx: StateCtx, netuid: NetUid, alpha: bigint): void {
  const coldkey = S.SubnetOwner.tryGet(ctx, netuid);
  const hotkey = S.SubnetOwnerHotkey.tryGet(ctx, netuid);
  if (coldkey === undefined || hotkey === undefined) return;
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey, coldkey, netuid }, alpha);
}

/** Staked for the hotkey's owner. What the subnet's own hotkey earned as a miner is lost. */
function payIncentives(ctx: StateCtx, netuid: NetUid, incentives: readonly HotkeyAlpha[]): void {
  const ownerHotkey = S.SubnetOwnerHotkey.tryGet(ctx, netuid);
  for (const { hotkey, alpha } of incentives) {
    if (hotkey === ownerHotkey) continue;
    increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey, coldkey: S.Owner.get(ctx, hotkey), netuid }, alpha);
  }
}

/**
 * The validator's owner gets its take, all who have stake on the hotkey the rest.
 *
 * returns: the rest
 */
function payValidator(ctx: StateCtx, netuid: NetUid, { hotkey, alpha }: HotkeyShares[number]): bigint {
  const take = U96F32.saturatingMul(getHotkeyTakeFloat(ctx, hotkey), alpha);
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey, coldkey: S.Owner.get(ctx, hotkey), netuid }, U96F32.saturatingToU64(take));
  const rest = U96F32.saturatingToU64(U96F32.saturatingSub(alpha, take));
  increaseStakeForHotkeyOnSubnet(ctx, hotkey, netuid, rest);
  return rest;
}

function payAlphaDividends(ctx: StateCtx, netuid: NetUid, dividends: HotkeyShares): void {
  S.AlphaDividendsPerSubnet.clearPrefix(ctx, netuid);
  for (const dividend of dividends) {
    const rest = payValidator(ctx, netuid, dividend);
    S.AlphaDividendsPerSubnet.mutate(ctx, netuid, dividend.hotkey, (sum) => saturatingAddU64(sum, rest));
    S.TotalHotkeyAlphaLastEpoch.set(ctx, dividend.hotkey, netuid, S.TotalHotkeyAlpha.get(ctx, dividend.hotkey, netuid));
  }
}

/** Stake on root grows; root's pool (SubnetTAO of root) does not. */
function payTaoDividends(ctx: StateCtx, netuid: NetUid, dividends: HotkeyShares): void {
  S.TaoDividendsPerSubnet.clearPrefix(ctx, netuid);
  for (const dividend of dividends) {
    const rest = payValidator(ctx, ROOT_NETUID, dividend);
    S.TaoDividendsPerSubnet.mutate(ctx, netuid, dividend.hotkey, (sum) => saturatingAddU64(sum, rest));
  }
}
