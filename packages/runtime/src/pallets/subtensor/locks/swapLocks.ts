/** Locks when a coldkey or a hotkey is replaced by another. source: pallets/subtensor/src/staking/lock.rs @ 14bc6f9 */

import type { StateCtx } from '@taonet/frame';
import { ensure, type AccountId, type NetUid } from '@taonet/primitives';
import { E, S } from '../pallet.ts';
import { getAllSubnetNetuids } from '../subnets/subnetwork.ts';
import { rollForwardLock, type LockKind, type LockState } from './convictionModel.ts';
import { accountRejectsLockedAlpha } from './lockFlags.ts';
import {
  addAggregateLock, getLockClock, insertLockState, isPerpetualLock, isSubnetOwnerHotkey, lockKindOf, reduceAggregateLock, removeLock,
  setAggregate, takeAggregate, type LockKey,
} from './lockStore.ts';

/**
 * refuses ActiveLockExists
 * source: ensure_no_active_locks
 */
export function ensureNoActiveLocks(ctx: StateCtx, coldkey: AccountId): void {
  const clock = getLockClock(ctx);
  for (const [[, netuid, hotkey], lock] of S.Lock.entries(ctx, coldkey)) {
    const { locked_mass: mass } = rollForwardLock(lock, clock, lockKindOf(ctx, { coldkey, hotkey, netuid }));
    ensure(mass === 0n, E.ActiveLockExists, { coldkey, netuid, hotkey, actual: mass, required: 0n });
  }
}

/**
 * All locks, the choice of perpetual locks and the account's flags go to the new coldkey.
 *
 * refuses ActiveLockExists, AccountRejectsLockedAlpha
 * source: swap_coldkey_locks
 */
export function swapColdkeyLocks(ctx: StateCtx, oldColdkey: AccountId, newColdkey: AccountId): void {
  ensureNoActiveLocks(ctx, newColdkey);
  const clock = getLockClock(ctx);
  const rejects = accountRejectsLockedAlpha(ctx, newColdkey);
  const locks = S.Lock.entries(ctx, oldColdkey).map(([[, netuid, hotkey], lock]) => {
    const key: LockKey = { coldkey: oldColdkey, hotkey, netuid };
    const rolled = rollForwardLock(lock, clock, lockKindOf(ctx, key));
    ensure(rolled.locked_mass === 0n || !rejects, E.AccountRejectsLockedAlpha, { coldkey: newColdkey, netuid, actual: rolled.locked_mass, required: 0n });
    return { key, rolled };
  });
  // Sums are found by the old coldkey's choice, so they are reduced before it moves.
  for (const { key, rolled } of locks) {
    removeLock(ctx, key);
    reduceAggregateLock(ctx, key, rolled.locked_mass, rolled.conviction);
  }
  moveAccountChoices(ctx, oldColdkey, newColdkey);
  for (const { key, rolled } of locks) {
    const newKey = { ...key, coldkey: newColdkey };
    const lock = rollForwardLock(rolled, clock, lockKindOf(ctx, newKey));
    insertLockState(ctx, newKey, lock);
    addAggregateLock(ctx, newKey, lock);
  }
}

function moveAccountChoices(ctx: StateCtx, oldColdkey: AccountId, newColdkey: AccountId): void {
  for (const [[, netuid], decaying] of S.DecayingLock.entries(ctx, oldColdkey)) {
    S.DecayingLock.remove(ctx, oldColdkey, netuid);
    S.DecayingLock.set(ctx, newColdkey, netuid, decaying);
  }
  const flags = S.AccountFlags.take(ctx, oldColdkey);
  if (flags === 0n) S.AccountFlags.remove(ctx, newColdkey);
  else S.AccountFlags.set(ctx, newColdkey, flags);
}

/** What upstream counts of a swap for its weight. */
export interface LockSwapCount {
  readonly reads: number;
  readonly writes: number;
}

/** Everybody's locks on a hotkey, on all subnets, go to another hotkey. source: swap_hotkey_locks */
export function swapHotkeyLocks(ctx: StateCtx, oldHotkey: AccountId, newHotkey: AccountId): LockSwapCount {
  return swapHotkeyLocksForNetuids(ctx, oldHotkey, newHotkey, getAllSubnetNetuids(ctx));
}

/** The same on one subnet. source: swap_hotkey_locks_on_subnet */
export function swapHotkeyLocksOnSubnet(ctx: StateCtx, oldHotkey: AccountId, newHotkey: AccountId, netuid: NetUid): LockSwapCount {
  return swapHotkeyLocksForNetuids(ctx, oldHotkey, newHotkey, [netuid]);
}

/** A subnet with something to move; the new hotkey is the owner's when either is. */
interface SwapOnSubnet {
  readonly netuid: NetUid;
  readonly oldIsOwner: boolean;
  readonly newIsOwner: boolean;
}

/** source: swap_hotkey_locks_for_netuids */
function swapHotkeyLocksForNetuids(ctx: StateCtx, oldHotkey: AccountId, newHotkey: AccountId, netuids: readonly NetUid[]): LockSwapCount {
  const swaps = netuids.map((netuid): SwapOnSubnet => {
    const oldIsOwner = isSubnetOwnerHotkey(ctx, netuid, oldHotkey);
    return { netuid, oldIsOwner, newIsOwner: oldIsOwner || isSubnetOwnerHotkey(ctx, netuid, newHotkey) };
  }).filter(({ netuid, newIsOwner }) => newIsOwner || S.HotkeyLock.has(ctx, netuid, oldHotkey) || S.DecayingHotkeyLock.has(ctx, netuid, oldHotkey));
  const indexed = swaps.reduce((sum, { netuid }) => sum + S.LockingColdkeys.rawKeys(ctx, netuid, oldHotkey).length, 0);
  const locks = swaps.flatMap((swap) => liveLocks(ctx, swap, oldHotkey));
  const clock = getLockClock(ctx);
  for (const { swap, coldkey, lock } of locks) {
    const perpetual = isPerpetualLock(ctx, coldkey, swap.netuid);
    const rolled = rollForwardLock(lock, clock, { owner: swap.oldIsOwner, perpetual });
    removeLock(ctx, { coldkey, hotkey: oldHotkey, netuid: swap.netuid });
    insertLockState(ctx, { coldkey, hotkey: newHotkey, netuid: swap.netuid }, rollForwardLock(rolled, clock, { owner: swap.newIsOwner, perpetual }));
  }
  for (const swap of swaps) swapSums(ctx, swap, oldHotkey, newHotkey);
  // One write for each stale entry of the index, two for each lock, six for each subnet.
  return { reads: 5 * netuids.length + indexed, writes: (indexed - locks.length) + 2 * locks.length + 6 * swaps.length };
}

/** The index may name coldkeys whose lock is gone; those entries are dropped. */
function liveLocks(ctx: StateCtx, swap: SwapOnSubnet, hotkey: AccountId): { swap: SwapOnSubnet; coldkey: AccountId; lock: LockState }[] {
  return S.LockingColdkeys.keys(ctx, swap.netuid, hotkey).flatMap(([, , coldkey]) => {
    const lock = S.Lock.get(ctx, coldkey, swap.netuid, hotkey);
    if (lock !== undefined) return [{ swap, coldkey, lock }];
    S.LockingColdkeys.remove(ctx, swap.netuid, hotkey, coldkey);
    return [];
  });
}

function swapSums(ctx: StateCtx, { netuid, oldIsOwner, newIsOwner }: SwapOnSubnet, oldHotkey: AccountId, newHotkey: AccountId): void {
  const clock = getLockClock(ctx);
  const taken = [true, false].map((perpetual) => {
    const from: LockKind = { owner: oldIsOwner, perpetual };
    const lock = takeAggregate(ctx, netuid, oldHotkey, from);
    return { perpetual, lock: lock === undefined ? undefined : rollForwardLock(lock, clock, from) };
  });
  for (const { perpetual, lock } of taken) {
    if (lock === undefined) continue;
    const to: LockKind = { owner: newIsOwner, perpetual };
    setAggregate(ctx, netuid, newHotkey, { ...to, lock: rollForwardLock(lock, clock, to) });
  }
}

/** Forgets every lock on a subnet. source: destroy_lock_maps */
export function destroyLockMaps(ctx: StateCtx, netuid: NetUid): void {
  for (const [, hotkey, coldkey] of S.LockingColdkeys.keys(ctx, netuid)) S.Lock.remove(ctx, coldkey, netuid, hotkey);
  S.LockingColdkeys.clearPrefix(ctx, netuid);
  S.HotkeyLock.clearPrefix(ctx, netuid);
  S.DecayingHotkeyLock.clearPrefix(ctx, netuid);
  S.OwnerLock.remove(ctx, netuid);
  S.DecayingOwnerLock.remove(ctx, netuid);
  for (const [coldkey, of] of S.DecayingLock.keys(ctx)) if (of === netuid) S.DecayingLock.remove(ctx, coldkey, netuid);
}
