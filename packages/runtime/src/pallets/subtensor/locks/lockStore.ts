/** Where locks are kept: one per coldkey and subnet, and sums per hotkey and per owner, perpetual and decaying apart. */

import type { StateCtx } from '@taonet/frame';
import type { AccountId, NetUid, U64F64 } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { S } from '../pallet.ts';
import {
  addToAggregate, emptyLock, isZeroLock, reduceAggregate, rollForwardAggregate,
  type ConvictionModel, type LockClock, type LockKind, type LockState,
} from './convictionModel.ts';

/** One coldkey's lock on a hotkey of a subnet. */
export interface LockKey {
  readonly coldkey: AccountId;
  readonly hotkey: AccountId;
  readonly netuid: NetUid;
}

export function getLockClock(ctx: StateCtx): LockClock {
  return { now: getCurrentBlockAsU64(ctx), unlockRate: S.UnlockRate.get(ctx), maturityRate: S.MaturityRate.get(ctx) };
}

/** source: pallets/subtensor/src/staking/lock.rs, is_subnet_owner_hotkey @ 14bc6f9 */
export function isSubnetOwnerHotkey(ctx: StateCtx, netuid: NetUid, hotkey: AccountId): boolean {
  return S.SubnetOwnerHotkey.get(ctx, netuid) === hotkey;
}

/** source: pallets/subtensor/src/staking/lock.rs, is_perpetual_lock @ 14bc6f9 */
export function isPerpetualLock(ctx: StateCtx, coldkey: AccountId, netuid: NetUid): boolean {
  return S.DecayingLock.get(ctx, coldkey, netuid) === false;
}

export function lockKindOf(ctx: StateCtx, { coldkey, hotkey, netuid }: LockKey): LockKind {
  return { owner: isSubnetOwnerHotkey(ctx, netuid, hotkey), perpetual: isPerpetualLock(ctx, coldkey, netuid) };
}

/** The stored sum a lock of this kind belongs to. */
export function getAggregate(ctx: StateCtx, netuid: NetUid, hotkey: AccountId, { owner, perpetual }: LockKind): LockState | undefined {
  if (owner) return (perpetual ? S.OwnerLock : S.DecayingOwnerLock).get(ctx, netuid);
  return (perpetual ? S.HotkeyLock : S.DecayingHotkeyLock).get(ctx, netuid, hotkey);
}

/** Reads a sum and removes it. */
export function takeAggregate(ctx: StateCtx, netuid: NetUid, hotkey: AccountId, { owner, perpetual }: LockKind): LockState | undefined {
  if (owner) return (perpetual ? S.OwnerLock : S.DecayingOwnerLock).take(ctx, netuid);
  return (perpetual ? S.HotkeyLock : S.DecayingHotkeyLock).take(ctx, netuid, hotkey);
}

/** Writes a sum; an empty one is removed. source: pallets/subtensor/src/staking/lock.rs, insert_hotkey_lock_state and its three kin @ 14bc6f9 */
export function setAggregate(ctx: StateCtx, netuid: NetUid, hotkey: AccountId, { owner, perpetual, lock }: LockKind & { readonly lock: LockState }): void {
  const empty = lock.locked_mass === 0n && lock.conviction === 0n;
  if (owner) {
    const item = perpetual ? S.OwnerLock : S.DecayingOwnerLock;
    if (empty) item.remove(ctx, netuid);
    else item.set(ctx, netuid, lock);
  } else {
    const item = perpetual ? S.HotkeyLock : S.DecayingHotkeyLock;
    if (empty) item.remove(ctx, netuid, hotkey);
    else item.set(ctx, netuid, hotkey, lock);
  }
}

/** Writes a lock and the index of who locks on a hotkey; one below the threshold is removed. source: lock.rs, insert_lock_state @ 14bc6f9 */
export function insertLockState(ctx: StateCtx, key: LockKey, lock: LockState): void {
  const { coldkey, hotkey, netuid } = key;
  if (isZeroLock(lock)) return removeLock(ctx, key);
  S.LockingColdkeys.set(ctx, netuid, hotkey, coldkey, undefined);
  S.Lock.set(ctx, coldkey, netuid, hotkey, lock);
}

/** Removes the lock and its index entry. */
export function removeLock(ctx: StateCtx, { coldkey, hotkey, netuid }: LockKey): void {
  S.LockingColdkeys.remove(ctx, netuid, hotkey, coldkey);
  S.Lock.remove(ctx, coldkey, netuid, hotkey);
}

/** source: pallets/subtensor/src/staking/lock.rs, read_conviction_model_for_hotkey @ 14bc6f9 */
export function readModelForHotkey(ctx: StateCtx, key: LockKey, now: bigint): ConvictionModel {
  const kind = lockKindOf(ctx, key);
  return {
    kind,
    individual: S.Lock.get(ctx, key.coldkey, key.netuid, key.hotkey) ?? emptyLock(now),
    aggregate: getAggregate(ctx, key.netuid, key.hotkey, kind) ?? emptyLock(now),
    individualDirty: false,
    aggregateDirty: false,
  };
}

/** The coldkey's lock on the subnet, whichever hotkey it is on; undefined without one. source: lock.rs, read_conviction_model @ 14bc6f9 */
export function readModel(ctx: StateCtx, coldkey: AccountId, netuid: NetUid, now: bigint): { readonly hotkey: AccountId; readonly model: ConvictionModel } | undefined {
  const first = S.Lock.keys(ctx, coldkey, netuid)[0];
  if (first === undefined) return undefined;
  const hotkey = first[2];
  return { hotkey, model: readModelForHotkey(ctx, { coldkey, hotkey, netuid }, now) };
}

/** source: pallets/subtensor/src/staking/lock.rs, save_conviction_model @ 14bc6f9 */
export function saveModel(ctx: StateCtx, key: LockKey, model: ConvictionModel): void {
  if (model.individualDirty) insertLockState(ctx, key, model.individual);
  if (model.aggregateDirty) setAggregate(ctx, key.netuid, key.hotkey, { ...model.kind, lock: model.aggregate });
}

/** Adds a lock to the sum it belongs to. source: pallets/subtensor/src/staking/lock.rs, add_aggregate_lock @ 14bc6f9 */
export function addAggregateLock(ctx: StateCtx, key: LockKey, added: LockState): void {
  const clock = getLockClock(ctx);
  const rolled = rollForwardAggregate(readModelForHotkey(ctx, key, clock.now), clock);
  saveModel(ctx, key, rollForwardAggregate(addToAggregate(rolled, added), clock));
}

/** source: pallets/subtensor/src/staking/lock.rs, reduce_aggregate_lock @ 14bc6f9 */
export function reduceAggregateLock(ctx: StateCtx, key: LockKey, mass: bigint, conviction: U64F64): void {
  const clock = getLockClock(ctx);
  const rolled = rollForwardAggregate(readModelForHotkey(ctx, key, clock.now), clock);
  saveModel(ctx, key, reduceAggregate(rolled, mass, conviction));
}
