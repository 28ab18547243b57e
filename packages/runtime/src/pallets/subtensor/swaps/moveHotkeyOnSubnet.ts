/** Everything one subnet knows of a hotkey passes to another hotkey. */

import type { Ctx } from '@taonet/frame';
import { saturatingAddU64, type AccountId, type NetUid } from '@taonet/primitives';
import { parentChildSwapHotkey, swapHotkeyInPendingChildren, type HotkeyPlaces } from '../children/swapHotkey.ts';
import { S } from '../pallet.ts';
import { transferRootClaimableForNewHotkey, transferRootClaimedForNewKeys } from '../staking/rootClaim/transferClaims.ts';
import {
  decreaseStakeForHotkeyAndColdkeyOnSubnet, getStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyAndColdkeyOnSubnet,
} from '../staking/stakeShares.ts';
import type { StorageTally } from '../storageTally.ts';
import { mechanismIndices } from '../subnets/mechanismIndex.ts';
import { setSubnetOwnerHotkey } from '../subnets/ownerHotkey.ts';
import { ROOT_NETUID } from '../subnets/subnetwork.ts';
import { swapVotingPowerForHotkey } from '../subnets/votingPower.ts';

export interface HotkeyMove extends HotkeyPlaces {
  readonly keepStake: boolean;
}

/**
 * Moves uid, endpoints, commits, emission to be paid, parents and children, auto-stakers, the owner's place and, unless
 * `keepStake`, stake and what goes with it.
 *
 * refuses what moving parents and children refuses, CannotUseSystemAccount
 * source: pallets/subtensor/src/swap/swap_hotkey.rs, perform_hotkey_swap_on_one_subnet @ 14bc6f9
 */
export function moveHotkeyOnSubnet(ctx: Ctx, move: HotkeyMove, tally: StorageTally): void {
  const { oldHotkey, newHotkey, netuid } = move;
  const isMember = S.IsNetworkMember.take(ctx, oldHotkey, netuid);
  S.IsNetworkMember.set(ctx, newHotkey, netuid, isMember);
  tally.add(1, 2);
  if (isMember) moveNeuron(ctx, move, tally);
  if (S.ChildkeyTake.has(ctx, oldHotkey, netuid)) {
    S.ChildkeyTake.set(ctx, newHotkey, netuid, S.ChildkeyTake.take(ctx, oldHotkey, netuid));
    tally.add(1, 2);
  }
  parentChildSwapHotkey(ctx, move, tally);
  swapHotkeyInPendingChildren(ctx, move, tally);
  moveAutoStakers(ctx, move);
  const ownerHotkey = S.SubnetOwnerHotkey.tryGet(ctx, netuid);
  if (ownerHotkey !== undefined) tally.add(1, ownerHotkey === oldHotkey ? 1 : 0);
  if (ownerHotkey === oldHotkey) setSubnetOwnerHotkey(ctx, netuid, newHotkey);
  if (!move.keepStake) moveStake(ctx, move, tally);
}

function moveNeuron(ctx: Ctx, { oldHotkey, newHotkey, netuid }: HotkeyMove, tally: StorageTally): void {
  const uid = S.Uids.take(ctx, netuid, oldHotkey);
  if (uid !== undefined) {
    S.Uids.set(ctx, netuid, newHotkey, uid);
    S.Keys.set(ctx, netuid, uid, newHotkey);
    tally.add(1, 3);
  }
  const prometheus = S.Prometheus.take(ctx, netuid, oldHotkey);
  if (prometheus !== undefined) S.Prometheus.set(ctx, netuid, newHotkey, prometheus);
  const axon = S.Axons.take(ctx, netuid, oldHotkey);
  if (axon !== undefined) S.Axons.set(ctx, netuid, newHotkey, axon);
  const movedCommits = mechanismIndices(ctx, netuid).filter((index) => {
    const commits = S.WeightCommits.take(ctx, index, oldHotkey);
    if (commits !== undefined) S.WeightCommits.set(ctx, index, newHotkey, commits);
    return commits !== undefined;
  });
  const loaded = S.LoadedEmission.get(ctx, netuid);
  if (loaded !== undefined) {
    S.LoadedEmission.set(ctx, netuid, loaded.map(([hotkey, server, validator]) => [hotkey === oldHotkey ? newHotkey : hotkey, server, validator]));
  }
  const certificate = S.NeuronCertificates.take(ctx, netuid, oldHotkey);
  if (certificate !== undefined) S.NeuronCertificates.set(ctx, netuid, newHotkey, certificate);
  const moved = [prometheus, axon, loaded, certificate].filter((value) => value !== undefined);
  tally.add(1, 2, moved.length + movedCommits.length);
}

function moveAutoStakers(ctx: Ctx, { oldHotkey, newHotkey, netuid }: HotkeyMove): void {
  const coldkeys = S.AutoStakeDestinationColdkeys.tryGet(ctx, oldHotkey, netuid);
  if (coldkeys === undefined) return;
  for (const coldkey of coldkeys) S.AutoStakeDestination.set(ctx, coldkey, netuid, newHotkey);
  S.AutoStakeDestinationColdkeys.remove(ctx, oldHotkey, netuid);
  S.AutoStakeDestinationColdkeys.set(ctx, newHotkey, netuid, coldkeys);
}

/** Stake, the figures of the last epoch, voting power; on root also what stakers may claim. */
function moveStake(ctx: Ctx, move: HotkeyMove, tally: StorageTally): void {
  const { oldHotkey, newHotkey, netuid } = move;
  const lastEpochAlpha = S.TotalHotkeyAlphaLastEpoch.take(ctx, oldHotkey, netuid);
  S.TotalHotkeyAlphaLastEpoch.mutate(ctx, newHotkey, netuid, (present) => saturatingAddU64(lastEpochAlpha, present));
  const dividends = S.AlphaDividendsPerSubnet.take(ctx, netuid, oldHotkey);
  S.AlphaDividendsPerSubnet.mutate(ctx, netuid, newHotkey, (present) => saturatingAddU64(dividends, present));
  swapVotingPowerForHotkey(ctx, oldHotkey, newHotkey, netuid);
  tally.add(2, 2, 3);
  for (const coldkey of stakersOn(ctx, oldHotkey, netuid, tally)) moveStaker(ctx, move, coldkey, tally);
  if (netuid === ROOT_NETUID) moveRootClaims(ctx, move, tally);
}

/** Coldkeys with an entry of either form, in byte order. */
function stakersOn(ctx: Ctx, hotkey: AccountId, netuid: NetUid, tally: StorageTally): AccountId[] {
  const all = [...S.Alpha.keys(ctx, hotkey), ...S.AlphaV2.keys(ctx, hotkey)];
  tally.add(1, 1, all.length);
  const coldkeys = all.filter(([, , of]) => of === netuid).map(([, coldkey]) => coldkey).sort();
  return coldkeys.filter((coldkey, i) => i === 0 || coldkey !== coldkeys[i - 1]);
}

function moveStaker(ctx: Ctx, { oldHotkey, newHotkey, netuid }: HotkeyMove, coldkey: AccountId, tally: StorageTally): void {
  const alpha = getStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: oldHotkey, coldkey, netuid });
  decreaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: oldHotkey, coldkey, netuid }, alpha);
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: newHotkey, coldkey, netuid }, alpha);
  const hotkeys = S.StakingHotkeys.get(ctx, coldkey);
  tally.add(3, 2);
  if (hotkeys.includes(oldHotkey) && !hotkeys.includes(newHotkey)) {
    S.StakingHotkeys.set(ctx, coldkey, [...hotkeys, newHotkey]);
    tally.add(0, 1);
  }
}

function moveRootClaims(ctx: Ctx, { oldHotkey, newHotkey }: HotkeyMove, tally: StorageTally): void {
  transferRootClaimableForNewHotkey(ctx, oldHotkey, newHotkey);
  tally.add(3, 2);
  for (const [subnet] of S.RootClaimable.get(ctx, newHotkey)) {
    for (const [, , coldkey] of S.RootClaimed.keys(ctx, subnet, oldHotkey)) {
      transferRootClaimedForNewKeys(ctx, subnet, { hotkey: oldHotkey, coldkey }, { hotkey: newHotkey, coldkey });
      tally.add(3, 2);
    }
  }
  if (S.AutoParentDelegationEnabled.has(ctx, oldHotkey)) {
    S.AutoParentDelegationEnabled.set(ctx, newHotkey, S.AutoParentDelegationEnabled.take(ctx, oldHotkey));
    tally.add(1, 2);
  }
}
