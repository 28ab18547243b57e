/** Locks that go to another hotkey or follow stake to another coldkey. source: pallets/subtensor/src/staking/lock.rs @ 14bc6f9 */

import type { Ctx, StateCtx } from '@taonet/frame';
import { ensure, refuse, saturatingAddU64, saturatingSubU64, U64F64, type AccountId, type NetUid } from '@taonet/primitives';
import { E, Ev } from '../pallet.ts';
import { getOwningColdkeyForHotkey, hotkeyAccountExists } from '../staking/accounts.ts';
import { totalColdkeyAlphaOnSubnet } from '../staking/totals.ts';
import { emptyLock, rollForward, rollForwardLock, type LockState } from './convictionModel.ts';
import { ensureCanReceiveLockedAlpha } from './lockFlags.ts';
import { addAggregateLock, getLockClock, insertLockState, lockKindOf, readModel, reduceAggregateLock, removeLock } from './lockStore.ts';

/**
 * Moves the coldkey's lock on the subnet to another hotkey; conviction starts anew when that hotkey has another owner.
 *
 * refuses HotKeyAccountNotExists, NoExistingLock
 * source: do_move_lock
 */
export function doMoveLock(ctx: Ctx, coldkey: AccountId, destinationHotkey: AccountId, netuid: NetUid): void {
  ensure(hotkeyAccountExists(ctx, destinationHotkey), E.HotKeyAccountNotExists, { hotkey: destinationHotkey });
  const clock = getLockClock(ctx);
  const found = readModel(ctx, coldkey, netuid, clock.now) ?? refuse(E.NoExistingLock, { coldkey, netuid });
  const origin = { coldkey, hotkey: found.hotkey, netuid };
  const destination = { coldkey, hotkey: destinationHotkey, netuid };
  const removed = rollForward(found.model, clock).individual;
  const sameOwner = getOwningColdkeyForHotkey(ctx, origin.hotkey) === getOwningColdkeyForHotkey(ctx, destinationHotkey);
  const carried = sameOwner ? removed : { ...removed, conviction: U64F64.zero };
  const moved = rollForwardLock(carried, clock, lockKindOf(ctx, destination));

  removeLock(ctx, origin);
  insertLockState(ctx, destination, moved);
  reduceAggregateLock(ctx, origin, removed.locked_mass, removed.conviction);
  addAggregateLock(ctx, destination, moved);
  ctx.deposit(Ev.LockMoved({ coldkey, origin_hotkey: origin.hotkey, destination_hotkey: destinationHotkey, netuid }));
}

/**
 * Lets a lock follow `alpha` of stake to another coldkey, as far as the stake is not free; conviction in proportion.
 *
 * refuses LockHotkeyMismatch, AccountRejectsLockedAlpha
 * source: transfer_lock
 */
export function transferLock(ctx: StateCtx, from: AccountId, to: AccountId, netuid: NetUid, alpha: bigint): void {
  if (from === to || alpha === 0n) return;
  const clock = getLockClock(ctx);
  const source = readModel(ctx, from, netuid, clock.now);
  if (source === undefined) return;
  const sourceLock = rollForward(source.model, clock).individual;
  const destination = readModel(ctx, to, netuid, clock.now);
  const destinationLock = destination === undefined ? emptyLock(clock.now) : rollForward(destination.model, clock).individual;

  const free = saturatingSubU64(totalColdkeyAlphaOnSubnet(ctx, from, netuid), sourceLock.locked_mass);
  const notFree = saturatingSubU64(alpha, free);
  if (notFree !== 0n) {
    ensure(destination === undefined || destination.hotkey === source.hotkey, E.LockHotkeyMismatch, { coldkey: to, netuid, actual: source.hotkey, required: destination?.hotkey });
  }
  const moved = lockedPart(sourceLock, notFree, clock.now);
  ensureCanReceiveLockedAlpha(ctx, to, moved.locked_mass);

  const sourceKey = { coldkey: from, hotkey: source.hotkey, netuid };
  const destinationKey = { coldkey: to, hotkey: destination?.hotkey ?? source.hotkey, netuid };
  const left: LockState = {
    ...sourceLock,
    locked_mass: saturatingSubU64(sourceLock.locked_mass, moved.locked_mass),
    conviction: U64F64.saturatingSub(sourceLock.conviction, moved.conviction),
  };
  const grown: LockState = {
    ...destinationLock,
    locked_mass: saturatingAddU64(destinationLock.locked_mass, moved.locked_mass),
    conviction: U64F64.saturatingAdd(destinationLock.conviction, moved.conviction),
  };
  insertLockState(ctx, sourceKey, rollForwardLock(left, clock, lockKindOf(ctx, sourceKey)));
  insertLockState(ctx, destinationKey, rollForwardLock(grown, clock, lockKindOf(ctx, destinationKey)));
  if (moved.locked_mass === 0n) return;
  reduceAggregateLock(ctx, sourceKey, moved.locked_mass, moved.conviction);
  addAggregateLock(ctx, destinationKey, moved);
}

/** The part of a lock that at most `alpha` of its mass carries. */
function lockedPart(lock: LockState, alpha: bigint, now: bigint): LockState {
  const mass = alpha < lock.locked_mass ? alpha : lock.locked_mass;
  if (mass === 0n) return emptyLock(now);
  const part = U64F64.safeDiv(U64F64.fromInt(mass), U64F64.fromInt(lock.locked_mass));
  return { locked_mass: mass, conviction: U64F64.saturatingMul(lock.conviction, part), last_update: now };
}
