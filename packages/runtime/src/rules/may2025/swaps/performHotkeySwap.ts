/** Everything kept for a hotkey passes to another. source: pallets/subtensor/src/swap/swap_hotkey.rs, perform_hotkey_swap @ 1b0c63a */

import type { Ctx } from '@taonet/frame';
import { saturatingAddU64, U64F64, type AccountId } from '@taonet/primitives';
import { swapHotkeyInPendingChildren } from '../../../pallets/subtensor/children/swapHotkey.ts';
import type { StorageTally } from '../../../pallets/subtensor/storageTally.ts';
import { getAllSubnetNetuids } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { removeVotes } from '../../../pallets/triumvirate/votes.ts';
import { getLastTxBlock, LAST_TX_KINDS, setLastTxBlock } from '../lastTxBlocks.ts';
import { S } from '../pallet.ts';
import { isSenator, swapSenator } from '../senate/senateSeats.ts';
import { moveFamily } from './moveFamily.ts';
import { moveNeuron } from './moveNeuron.ts';

/** Which hotkey gives way to which. */
export interface HotkeySwap {
  readonly oldHotkey: AccountId;
  readonly newHotkey: AccountId;
}

/**
 * Moves owner, stake, seats, take, neurons, children and parents. Where the new hotkey sits in the senate itself, it ends half done:
 * after the stake's totals, before the stakers' shares.
 */
export function performHotkeySwap(ctx: Ctx, coldkey: AccountId, swap: HotkeySwap, tally: StorageTally): void {
  moveOwner(ctx, coldkey, swap, tally);
  moveTotals(ctx, swap, tally);
  moveLastTxBlocks(ctx, swap, tally);
  if (!moveSeat(ctx, swap, tally)) return;
  if (S.Delegates.has(ctx, swap.oldHotkey)) {
    S.Delegates.set(ctx, swap.newHotkey, S.Delegates.take(ctx, swap.oldHotkey));
    tally.add(2, 2);
  }
  const netuids = getAllSubnetNetuids(ctx);
  for (const netuid of netuids) moveNeuron(ctx, { ...swap, netuid }, tally);
  moveStakers(ctx, swap, tally);
  for (const netuid of netuids) moveFamily(ctx, { ...swap, netuid }, tally);
  for (const netuid of netuids) {
    movePendingOrder(ctx, swap, netuid, tally);
    swapHotkeyInPendingChildren(ctx, { ...swap, netuid }, tally);
  }
  for (const netuid of netuids) {
    const owner = S.SubnetOwnerHotkey.tryGet(ctx, netuid);
    if (owner !== undefined) tally.add(1, owner === swap.oldHotkey ? 1 : 0);
    if (owner === swap.oldHotkey) S.SubnetOwnerHotkey.set(ctx, netuid, swap.newHotkey);
  }
  moveDividends(ctx, swap, tally);
}

function moveOwner(ctx: Ctx, coldkey: AccountId, { oldHotkey, newHotkey }: HotkeySwap, tally: StorageTally): void {
  S.Owner.remove(ctx, oldHotkey);
  S.Owner.set(ctx, newHotkey, coldkey);
  S.OwnedHotkeys.mutate(ctx, coldkey, (owned) => (owned.includes(newHotkey) ? owned : [...owned, newHotkey]).filter((hotkey) => hotkey !== oldHotkey));
  tally.add(1, 1, 2);
}

/** Totals of the stake on each subnet; those of the new hotkey come on top. */
function moveTotals(ctx: Ctx, { oldHotkey, newHotkey }: HotkeySwap, tally: StorageTally): void {
  for (const [[, netuid], alpha] of S.TotalHotkeyAlpha.entries(ctx, oldHotkey)) {
    S.TotalHotkeyAlpha.remove(ctx, oldHotkey, netuid);
    S.TotalHotkeyAlpha.mutate(ctx, newHotkey, netuid, (present) => saturatingAddU64(alpha, present));
    tally.add(2, 2);
  }
  for (const [[, netuid], shares] of S.TotalHotkeyShares.entries(ctx, oldHotkey)) {
    S.TotalHotkeyShares.remove(ctx, oldHotkey, netuid);
    S.TotalHotkeyShares.mutate(ctx, newHotkey, netuid, (present) => U64F64.saturatingAdd(shares, present));
    tally.add(2, 2);
  }
}

/** The new hotkey's own are lost. */
function moveLastTxBlocks(ctx: Ctx, { oldHotkey, newHotkey }: HotkeySwap, tally: StorageTally): void {
  for (const kind of LAST_TX_KINDS) {
    const block = getLastTxBlock(ctx, kind, oldHotkey);
    S[kind].remove(ctx, oldHotkey);
    setLastTxBlock(ctx, kind, newHotkey, block);
    tally.add(1, 2);
  }
}

/** The senate seat, if there is one; the votes are void in any case. Returns false when the new hotkey has a seat already. */
function moveSeat(ctx: Ctx, { oldHotkey, newHotkey }: HotkeySwap, tally: StorageTally): boolean {
  if (!isSenator(ctx, oldHotkey)) return true;
  if (isSenator(ctx, newHotkey)) {
    removeVotes(ctx, [oldHotkey]);
    return false;
  }
  swapSenator(ctx, oldHotkey, newHotkey);
  tally.add(1, 2);
  return true;
}

/** Every coldkey's shares, and the hotkey in its list: at the end of it. */
function moveStakers(ctx: Ctx, { oldHotkey, newHotkey }: HotkeySwap, tally: StorageTally): void {
  const shares = S.Alpha.entries(ctx, oldHotkey);
  S.Alpha.clearPrefix(ctx, oldHotkey);
  tally.add(1, 1, shares.length);
  for (const [[, coldkey, netuid], share] of shares) {
    S.Alpha.mutate(ctx, newHotkey, coldkey, netuid, (present) => U64F64.saturatingAdd(present, share));
    const hotkeys = S.StakingHotkeys.get(ctx, coldkey);
    tally.add(2, 1);
    if (!hotkeys.includes(oldHotkey)) continue;
    S.StakingHotkeys.set(ctx, coldkey, [...hotkeys.filter((hotkey) => hotkey !== oldHotkey && hotkey !== newHotkey), newHotkey]);
    tally.add(0, 1);
  }
}

function movePendingOrder(ctx: Ctx, { oldHotkey, newHotkey }: HotkeySwap, netuid: number, tally: StorageTally): void {
  tally.add(1, 0);
  if (!S.PendingChildKeys.has(ctx, netuid, oldHotkey)) return;
  S.PendingChildKeys.set(ctx, netuid, newHotkey, S.PendingChildKeys.take(ctx, netuid, oldHotkey));
  tally.add(1, 2);
}

/** The figures of the last epoch, on subnets that have one for the hotkey's stake. */
function moveDividends(ctx: Ctx, { oldHotkey, newHotkey }: HotkeySwap, tally: StorageTally): void {
  for (const [[, netuid], alpha] of S.TotalHotkeyAlphaLastEpoch.entries(ctx, oldHotkey)) {
    S.TotalHotkeyAlphaLastEpoch.remove(ctx, oldHotkey, netuid);
    S.TotalHotkeyAlphaLastEpoch.mutate(ctx, newHotkey, netuid, (present) => saturatingAddU64(alpha, present));
    for (const dividends of [S.AlphaDividendsPerSubnet, S.TaoDividendsPerSubnet]) moveAmount(ctx, dividends, netuid, { oldHotkey, newHotkey });
    tally.add(2, 2, 3);
  }
}

function moveAmount(ctx: Ctx, amounts: typeof S.AlphaDividendsPerSubnet | typeof S.TaoDividendsPerSubnet, netuid: number, { oldHotkey, newHotkey }: HotkeySwap): void {
  const amount = amounts.take(ctx, netuid, oldHotkey);
  amounts.mutate(ctx, netuid, newHotkey, (present: bigint) => saturatingAddU64(amount, present));
}
