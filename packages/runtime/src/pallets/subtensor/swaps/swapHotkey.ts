/** A coldkey replaces one of its hotkeys by another, on one subnet or on all. */

import { ensureSigned, type CallCtx, type Ctx, type Origin, type PostInfo } from '@taonet/frame';
import { ensure, refuse, safeFloatIsZero, saturatingAddU64, type AccountId, type NetUid } from '@taonet/primitives';
import { ensureCanRemoveBalance, recycleTao } from '../coinbase/tao.ts';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { exceedsTxRateLimit, getLastTxBlock, removeLastTxBlock, setLastTxBlock, type LastTxKind } from '../lastTxBlocks.ts';
import { C, E, Ev, S } from '../pallet.ts';
import { ensureColdkeyOwnsHotkey, ensureNobodyElseOwnsHotkey, setHotkeyOwner } from '../staking/accounts.ts';
import { alphaEntriesOfHotkey, type AlphaEntry } from '../staking/alphaEntries.ts';
import { swapHotkeyLocks, swapHotkeyLocksOnSubnet } from '../locks/swapLocks.ts';
import { getStakeForHotkeyOnSubnet } from '../staking/stakeShares.ts';
import { StorageTally } from '../storageTally.ts';
import { getAllSubnetNetuids, isSubnetAccountId, ROOT_NETUID } from '../subnets/subnetwork.ts';
import { isHotkeyRegisteredOnAnyNetwork, isHotkeyRegisteredOnSpecificNetwork } from '../subnets/uids.ts';
import { moveHotkeyOnSubnet, type HotkeyMove } from './moveHotkeyOnSubnet.ts';

export interface HotkeySwap {
  readonly oldHotkey: AccountId;
  readonly newHotkey: AccountId;
  /** The subnet, or undefined for all. */
  readonly netuid: NetUid | undefined;
  /** Stake, dividends and voting power stay with the old hotkey. */
  readonly keepStake: boolean;
}

const LAST_TX_KINDS: readonly LastTxKind[] = ['LastTxBlock', 'LastTxBlockDelegateTake', 'LastTxBlockChildKeyTake'];

/**
 * Swaps a hotkey. On one subnet it costs KeySwapOnSubnetCost, on all KeySwapCost; recycled.
 *
 * refuses NonAssociatedColdKey, NewHotKeyIsSameWithOld, HotKeySetTxRateLimitExceeded, HotKeyAlreadyRegisteredInSubNet,
 *   NewHotKeyNotCleanForRootSwap, HotKeySwapOnSubnetIntervalNotPassed, NotEnoughBalanceToPaySwapHotKey,
 *   CannotUseSystemAccount, InsufficientBalance
 * returns: the weight to be paid for: upstream counts reads and writes as it goes
 * source: pallets/subtensor/src/swap/swap_hotkey.rs, do_swap_hotkey @ 14bc6f9
 */
export function doSwapHotkey(ctx: CallCtx, origin: Origin, swap: HotkeySwap): PostInfo {
  const tally = new StorageTally();
  const coldkey = ensureSigned(origin);
  ensureMaySwap(ctx, coldkey, swap);
  for (const kind of LAST_TX_KINDS) setLastTxBlock(ctx, kind, swap.newHotkey, getLastTxBlock(ctx, kind, swap.oldHotkey));
  tally.add(4 + LAST_TX_KINDS.length, LAST_TX_KINDS.length);
  if (swap.netuid === undefined) swapHotkeyOnAllSubnets(ctx, coldkey, swap, tally);
  else swapHotkeyOnSubnet(ctx, coldkey, { ...swap, netuid: swap.netuid }, tally);
  return tally.postInfo();
}

function ensureMaySwap(ctx: Ctx, coldkey: AccountId, { oldHotkey, newHotkey, netuid }: HotkeySwap): void {
  ensureColdkeyOwnsHotkey(ctx, coldkey, oldHotkey);
  ensureNobodyElseOwnsHotkey(ctx, coldkey, newHotkey);
  ensure(oldHotkey !== newHotkey, E.NewHotKeyIsSameWithOld, { hotkey: newHotkey });
  const block = getCurrentBlockAsU64(ctx);
  const lastBlock = getLastTxBlock(ctx, 'LastTxBlock', coldkey);
  if (exceedsTxRateLimit(ctx, lastBlock, block)) {
    refuse(E.HotKeySetTxRateLimitExceeded, { coldkey, actual: block, required: lastBlock + S.TxRateLimit.get(ctx) + 1n });
  }
  const isRegistered = netuid === undefined ? isHotkeyRegisteredOnAnyNetwork(ctx, newHotkey) : isHotkeyRegisteredOnSpecificNetwork(ctx, newHotkey, netuid);
  ensure(!isRegistered, E.HotKeyAlreadyRegisteredInSubNet, { netuid, hotkey: newHotkey });
  if (netuid === undefined || netuid === ROOT_NETUID) ensureCleanForRoot(ctx, newHotkey);
}

/** Claims of root dividends can only be handed to a hotkey that never had any. */
function ensureCleanForRoot(ctx: Ctx, hotkey: AccountId): void {
  const claimable = S.RootClaimable.get(ctx, hotkey).length;
  const stake = getStakeForHotkeyOnSubnet(ctx, hotkey, ROOT_NETUID);
  const claimed = S.RootClaimed.rawKeys(ctx, ROOT_NETUID, hotkey).length;
  ensure(claimable === 0 && stake === 0n && claimed === 0, E.NewHotKeyNotCleanForRootSwap, { hotkey, claimable, stake, claimed, required: 0 });
}

/** Pays for a swap. refuses NotEnoughBalanceToPaySwapHotKey, InsufficientBalance */
function payForSwap(ctx: Ctx, coldkey: AccountId, costRao: bigint): void {
  ensureCanRemoveBalance(ctx, coldkey, costRao, E.NotEnoughBalanceToPaySwapHotKey);
  recycleTao(ctx, coldkey, costRao);
}

/** source: pallets/subtensor/src/swap/swap_hotkey.rs, do_swap_hotkey (its second half) @ 14bc6f9 */
function swapHotkeyOnAllSubnets(ctx: Ctx, coldkey: AccountId, { oldHotkey, newHotkey, keepStake }: HotkeySwap, tally: StorageTally): void {
  const block = getCurrentBlockAsU64(ctx);
  const interval = C.HotkeySwapOnSubnetInterval(ctx);
  const netuids = getAllSubnetNetuids(ctx);
  const affected = netuids.filter(
    (netuid) => S.IsNetworkMember.get(ctx, oldHotkey, netuid) || S.ChildKeys.get(ctx, oldHotkey, netuid).length > 0,
  );
  for (const netuid of affected) {
    const last = S.LastHotkeySwapOnNetuid.get(ctx, netuid, coldkey);
    ensure(last === 0n || saturatingAddU64(last, interval) < block, E.HotKeySwapOnSubnetIntervalNotPassed, { coldkey, netuid, actual: block, required: last + interval + 1n });
  }
  payForSwap(ctx, coldkey, C.KeySwapCost(ctx));
  tally.add(2 * netuids.length + 1 + affected.length + 3, 2);
  moveHotkeyOnAllSubnets(ctx, coldkey, { oldHotkey, newHotkey, keepStake }, tally);
  for (const netuid of affected) S.LastHotkeySwapOnNetuid.set(ctx, netuid, coldkey, block);
  setLastTxBlock(ctx, 'LastTxBlock', coldkey, block);
  tally.add(0, affected.length + 1);
  ctx.deposit(Ev.HotkeySwapped({ coldkey, old_hotkey: oldHotkey, new_hotkey: newHotkey }));
}

/** source: pallets/subtensor/src/swap/swap_hotkey.rs, perform_hotkey_swap_on_all_subnets @ 14bc6f9 */
function moveHotkeyOnAllSubnets(ctx: Ctx, coldkey: AccountId, { oldHotkey, newHotkey, keepStake }: Omit<HotkeySwap, 'netuid'>, tally: StorageTally): void {
  const shares = alphaEntriesOfHotkey(ctx, oldHotkey);
  const locks = swapHotkeyLocks(ctx, oldHotkey, newHotkey);
  tally.add(shares.length + locks.reads, locks.writes);
  S.Owner.remove(ctx, oldHotkey);
  setHotkeyOwner(ctx, coldkey, newHotkey);
  const owned = S.OwnedHotkeys.get(ctx, coldkey);
  const withNew = owned.includes(newHotkey) ? owned : [...owned, newHotkey];
  S.OwnedHotkeys.set(ctx, coldkey, withNew.filter((hotkey) => hotkey !== oldHotkey));
  for (const netuid of getAllSubnetNetuids(ctx)) moveHotkeyOnSubnet(ctx, { oldHotkey, newHotkey, netuid, keepStake }, tally);
  for (const kind of LAST_TX_KINDS) removeLastTxBlock(ctx, kind, oldHotkey);
  tally.add(2, 2);
  tally.add(1, 2, LAST_TX_KINDS.length);
  if (S.Delegates.has(ctx, oldHotkey)) {
    S.Delegates.set(ctx, newHotkey, S.Delegates.take(ctx, oldHotkey));
    tally.add(2, 2);
  }
  if (!keepStake) renameInStakingHotkeys(ctx, { oldHotkey, newHotkey }, shares, tally);
}

/** Stakers of the old hotkey now stake on the new one. */
function renameInStakingHotkeys(ctx: Ctx, { oldHotkey, newHotkey }: Pick<HotkeySwap, 'oldHotkey' | 'newHotkey'>, shares: readonly AlphaEntry[], tally: StorageTally): void {
  for (const { coldkey: staker } of shares.filter(({ share }) => !safeFloatIsZero(share))) {
    tally.add(1, 0);
    const hotkeys = S.StakingHotkeys.get(ctx, staker);
    if (!hotkeys.includes(oldHotkey)) continue;
    tally.add(0, 1);
    S.StakingHotkeys.set(ctx, staker, [...hotkeys.filter((hotkey) => hotkey !== oldHotkey && hotkey !== newHotkey), newHotkey]);
  }
}

/** source: pallets/subtensor/src/swap/swap_hotkey.rs, swap_hotkey_on_subnet @ 14bc6f9 */
function swapHotkeyOnSubnet(ctx: Ctx, coldkey: AccountId, move: HotkeyMove, tally: StorageTally): void {
  const { oldHotkey, newHotkey, netuid } = move;
  const block = getCurrentBlockAsU64(ctx);
  const last = S.LastHotkeySwapOnNetuid.get(ctx, netuid, coldkey);
  const interval = C.HotkeySwapOnSubnetInterval(ctx);
  ensure(saturatingAddU64(last, interval) < block, E.HotKeySwapOnSubnetIntervalNotPassed, { coldkey, netuid, actual: block, required: last + interval + 1n });
  ensure(isSubnetAccountId(newHotkey) === undefined, E.CannotUseSystemAccount, { hotkey: newHotkey });
  payForSwap(ctx, coldkey, C.KeySwapOnSubnetCost(ctx));
  S.Owner.set(ctx, newHotkey, coldkey);
  const owned = S.OwnedHotkeys.get(ctx, coldkey);
  if (!owned.includes(newHotkey)) {
    S.OwnedHotkeys.set(ctx, coldkey, [...owned, newHotkey]);
    tally.add(1, 1);
  }
  const locks = swapHotkeyLocksOnSubnet(ctx, oldHotkey, newHotkey, netuid);
  tally.add(7 + locks.reads, 4 + locks.writes);
  moveHotkeyOnSubnet(ctx, move, tally);
  setLastTxBlock(ctx, 'LastTxBlock', coldkey, block);
  S.LastHotkeySwapOnNetuid.set(ctx, netuid, coldkey, block);
  ctx.deposit(Ev.HotkeySwappedOnSubnet({ coldkey, old_hotkey: oldHotkey, new_hotkey: newHotkey, netuid }));
}
