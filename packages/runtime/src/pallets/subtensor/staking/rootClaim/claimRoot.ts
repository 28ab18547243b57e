/**
 * Root stake earns alpha on every subnet its hotkey validates; here it is claimed: kept as stake, or sold for TAO staked on root.
 *
 * source: pallets/subtensor/src/staking/claim_root.rs @ 14bc6f9
 */

import { inLayer, type Ctx, type StateCtx } from '@taonet/frame';
import { I96F32, refuse, saturatingAddU64, type AccountId, type NetUid } from '@taonet/primitives';
import { recordProtocolOutflow } from '../../coinbase/flows.ts';
import { transferTaoFromSubnet } from '../../coinbase/tao.ts';
import { E, Ev, S } from '../../pallet.ts';
import { getSubnetAccountId, ROOT_NETUID } from '../../subnets/subnetwork.ts';
import { FEELESS_SALE, swapAlphaForTao } from '../poolSwaps.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet, getStakeForHotkeyOnSubnet, increaseStakeForHotkeyAndColdkeyOnSubnet } from '../stakeShares.ts';
import { createClaimedLedger } from './claimedLedger.ts';

export type RootClaimType = ReturnType<typeof S.RootClaimType.get>;

/** Whose claim on which subnet's alpha. */
export interface ClaimKey {
  readonly hotkey: AccountId;
  readonly coldkey: AccountId;
  readonly netuid: NetUid;
}

/**
 * An epoch's root dividends of a hotkey: each rao on root may claim more alpha. When the alpha is more than all its root stake,
 * the hotkey's owner gets it at once.
 *
 * source: increase_root_claimable_for_hotkey_and_subnet
 */
export function increaseRootClaimable(ctx: StateCtx, hotkey: AccountId, netuid: NetUid, alpha: bigint): void {
  const rootStake = getStakeForHotkeyOnSubnet(ctx, hotkey, ROOT_NETUID);
  if (alpha > rootStake) {
    increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey, coldkey: S.Owner.get(ctx, hotkey), netuid }, alpha);
    return;
  }
  const increment = I96F32.checkedDiv(I96F32.fromInt(alpha), I96F32.fromInt(rootStake)) ?? I96F32.zero;
  const rates = S.RootClaimable.get(ctx, hotkey);
  const before = rates.find(([of]) => of === netuid)?.[1];
  const rate = before === undefined ? increment : I96F32.saturatingAdd(before, increment);
  S.RootClaimable.set(ctx, hotkey, [...rates.filter(([of]) => of !== netuid), [netuid, rate]]);
}

/** Alpha, in I96F32, that may be claimed now; negative when more was claimed. source: get_root_owed_for_hotkey_coldkey_float */
export function getRootOwed(ctx: StateCtx, { hotkey, coldkey, netuid }: ClaimKey): I96F32 {
  const rate = S.RootClaimable.get(ctx, hotkey).find(([of]) => of === netuid)?.[1] ?? I96F32.zero;
  const rootStake = getStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey, coldkey, netuid: ROOT_NETUID });
  return computeOwed(rate, rootStake, S.RootClaimed.get(ctx, netuid, hotkey, coldkey));
}

const computeOwed = (rate: I96F32, rootStake: bigint, claimed: bigint): I96F32 =>
  I96F32.saturatingSub(I96F32.saturatingMul(rate, I96F32.fromInt(rootStake)), I96F32.fromInt(claimed));

function keeps(claimType: RootClaimType, netuid: NetUid): boolean {
  switch (claimType.type) {
    case 'Swap': return false;
    case 'Keep': return true;
    case 'KeepSubnets': return claimType.value.subnets.includes(netuid);
  }
}

/** Sells alpha without fee and stakes the TAO on root, on the same hotkey. returns: rao staked */
function swapToRoot(ctx: Ctx, { hotkey, coldkey, netuid }: ClaimKey, alpha: bigint): bigint {
  const { amountPaidOut: rao } = swapAlphaForTao(ctx, netuid, alpha, FEELESS_SALE);
  const rootAccount = getSubnetAccountId(ctx, ROOT_NETUID) ?? refuse(E.RootNetworkDoesNotExist, { netuid: ROOT_NETUID });
  transferTaoFromSubnet(ctx, netuid, rootAccount, rao);
  S.SubnetRootSellTao.mutate(ctx, netuid, (total) => saturatingAddU64(total, rao));
  recordProtocolOutflow(ctx, netuid, rao);
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey, coldkey, netuid: ROOT_NETUID }, rao);
  S.SubnetTAO.mutate(ctx, ROOT_NETUID, (total) => saturatingAddU64(total, rao));
  S.SubnetAlphaOut.mutate(ctx, ROOT_NETUID, (total) => saturatingAddU64(total, rao));
  // The sale took it out of the total; on root it is stake again.
  S.TotalStake.mutate(ctx, (total) => saturatingAddU64(total, rao));
  return rao;
}

/**
 * Claims everything of a coldkey, on all its hotkeys, on the given subnets or all. All or nothing. Event RootClaimed in any case.
 *
 * returns: how many claims were looked at, for the weight
 * source: do_root_claim, try_do_root_claim, root_claim_all
 */
export function doRootClaim(ctx: Ctx, coldkey: AccountId, netuids: readonly NetUid[] | undefined): RootClaimCount {
  const hotkeys = S.StakingHotkeys.get(ctx, coldkey);
  let claims = 0;
  for (const hotkey of hotkeys) claims += rootClaimAll(ctx, hotkey, coldkey, netuids);
  ctx.deposit(Ev.RootClaimed({ coldkey }));
  return { hotkeys: hotkeys.length, claims };
}

/**
 * Claims on one hotkey, by ascending subnet; a subnet below its threshold is passed over. TAO staked by one claim raises what
 * the next ones may claim and what counts as claimed, so what is claimed is carried along and written once.
 *
 * returns: subnets looked at · refuses what a swap and a transfer refuse
 * source: root_claim_all, root_claim_on_subnet
 */
function rootClaimAll(ctx: Ctx, hotkey: AccountId, coldkey: AccountId, netuids: readonly NetUid[] | undefined): number {
  const claimType = S.RootClaimType.get(ctx, coldkey);
  const rates = S.RootClaimable.get(ctx, hotkey);
  const chosen = netuids === undefined ? rates : rates.filter(([netuid]) => netuids.includes(netuid));
  const rootKey = { hotkey, coldkey, netuid: ROOT_NETUID };
  const ledger = createClaimedLedger(ctx, hotkey, coldkey);
  let rootStake = getStakeForHotkeyAndColdkeyOnSubnet(ctx, rootKey);
  for (const [netuid, rate] of chosen) {
    const owed = computeOwed(rate, rootStake, ledger.get(netuid));
    if (owed < S.RootClaimableThreshold.get(ctx, netuid)) continue;
    const alpha = I96F32.saturatingToU64(owed);
    if (alpha === 0n) continue;
    const key = { hotkey, coldkey, netuid };
    if (keeps(claimType, netuid)) {
      increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, key, alpha);
    } else {
      ledger.addStake(rates, swapToRoot(ctx, key, alpha));
      rootStake = getStakeForHotkeyAndColdkeyOnSubnet(ctx, rootKey);
    }
    ledger.add(netuid, alpha);
  }
  ledger.write();
  return chosen.length;
}

export interface RootClaimCount {
  readonly hotkeys: number;
  readonly claims: number;
}

/** The same, a refusal swallowed. */
export function tryRootClaim(ctx: Ctx, coldkey: AccountId): void {
  inLayer(ctx, () => doRootClaim(ctx, coldkey, undefined));
}

/** Event RootClaimTypeSet. source: change_root_claim_type */
export function changeRootClaimType(ctx: Ctx, coldkey: AccountId, claimType: RootClaimType): void {
  S.RootClaimType.set(ctx, coldkey, claimType);
  ctx.deposit(Ev.RootClaimTypeSet({ coldkey, root_claim_type: claimType }));
}
