/** Locking stake, and what is left to unstake. source: pallets/subtensor/src/staking/lock.rs @ 14bc6f9 */

import { inLayer, type Ctx, type StateCtx } from '@taonet/frame';
import { ensure, saturatingAddU64, saturatingSubU64, U64F64, type AccountId, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { E, Ev, S } from '../pallet.ts';
import { hotkeyAccountExists } from '../staking/accounts.ts';
import { totalColdkeyAlphaOnSubnet } from '../staking/totals.ts';
import {
  addToAggregate, forceReduceIndividual, rollForward, rollForwardAggregate, rollForwardLock, withIndividual,
  type ConvictionModel, type LockState,
} from './convictionModel.ts';
import { addAggregateLock, getLockClock, isPerpetualLock, readModel, readModelForHotkey, reduceAggregateLock, saveModel, type LockKey } from './lockStore.ts';

/** The coldkey's lock on the subnet as it stands now, not written; undefined without one. source: get_coldkey_lock */
export function getColdkeyLock(ctx: StateCtx, coldkey: AccountId, netuid: NetUid): LockState | undefined {
  const clock = getLockClock(ctx);
  const found = readModel(ctx, coldkey, netuid, clock.now);
  return found === undefined ? undefined : rollForward(found.model, clock).individual;
}

/** Alpha the coldkey has on the subnet that no lock holds. source: available_to_unstake */
export function availableToUnstake(ctx: StateCtx, coldkey: AccountId, netuid: NetUid): bigint {
  const locked = getColdkeyLock(ctx, coldkey, netuid)?.locked_mass ?? 0n;
  return saturatingSubU64(totalColdkeyAlphaOnSubnet(ctx, coldkey, netuid), locked);
}

/**
 * refuses StakeUnavailable
 * source: ensure_available_to_unstake
 */
export function ensureAvailableToUnstake(ctx: StateCtx, coldkey: AccountId, netuid: NetUid, alpha: bigint): void {
  const available = availableToUnstake(ctx, coldkey, netuid);
  ensure(available >= alpha, E.StakeUnavailable, { coldkey, netuid, actual: available, required: alpha });
}

/**
 * Locks `alpha` more of the coldkey's stake on the subnet to a hotkey; one hotkey per coldkey and subnet.
 *
 * refuses AmountTooLow, HotKeyAccountNotExists, LockHotkeyMismatch, InsufficientStakeForLock
 * source: do_lock_stake
 */
export function doLockStake(ctx: Ctx, key: LockKey, alpha: bigint): void {
  const { coldkey, hotkey, netuid } = key;
  ensure(alpha !== 0n, E.AmountTooLow, { netuid, actual: alpha, required: 1n });
  ensure(hotkeyAccountExists(ctx, hotkey), E.HotKeyAccountNotExists, { hotkey });
  const total = totalColdkeyAlphaOnSubnet(ctx, coldkey, netuid);
  const clock = getLockClock(ctx);
  const existing = readModel(ctx, coldkey, netuid, clock.now);
  ensure(existing === undefined || existing.hotkey === hotkey, E.LockHotkeyMismatch, { coldkey, netuid, actual: hotkey, required: existing?.hotkey });
  let model = rollForward(existing?.model ?? readModelForHotkey(ctx, key, clock.now), clock);

  const mass = saturatingAddU64(model.individual.locked_mass, alpha);
  ensure(total >= mass, E.InsufficientStakeForLock, { coldkey, netuid, actual: total, required: mass });
  const isNew = model.individual.locked_mass === 0n && model.individual.conviction === 0n;
  const grown: LockState = isNew ? lockOf(alpha, clock.now) : { ...model.individual, locked_mass: mass };
  model = withIndividual(model, rollForwardLock(grown, clock, model.kind));
  model = addToAggregate(rollForwardAggregate(model, clock), lockOf(alpha, clock.now));
  saveModel(ctx, key, rollForwardAggregate(model, clock));
  ctx.deposit(Ev.StakeLocked({ coldkey, hotkey, netuid, amount: alpha }));
}

const lockOf = (mass: bigint, now: bigint): LockState => ({ locked_mass: mass, conviction: U64F64.zero, last_update: now });

/** Takes `alpha` out of the coldkey's lock, as when stake was taken away. source: force_reduce_lock */
export function forceReduceLock(ctx: StateCtx, coldkey: AccountId, netuid: NetUid, alpha: bigint): void {
  const clock = getLockClock(ctx);
  changeLock(ctx, coldkey, netuid, (model) => forceReduceIndividual(rollForwardAggregate(rollForward(model, clock), clock), alpha, clock.now));
}

/** Writes the lock as it stands now, so that one that has run out is gone. source: cleanup_lock_if_zero */
export function cleanupLockIfZero(ctx: StateCtx, coldkey: AccountId, netuid: NetUid): void {
  const clock = getLockClock(ctx);
  changeLock(ctx, coldkey, netuid, (model) => rollForward(model, clock));
}

function changeLock(ctx: StateCtx, coldkey: AccountId, netuid: NetUid, change: (model: ConvictionModel) => ConvictionModel): void {
  const found = readModel(ctx, coldkey, netuid, getCurrentBlockAsU64(ctx));
  if (found !== undefined) saveModel(ctx, { coldkey, hotkey: found.hotkey, netuid }, change(found.model));
}

/** Lets the coldkey's locks on the subnet last for ever, or decay. source: do_set_perpetual_lock */
export function doSetPerpetualLock(ctx: Ctx, coldkey: AccountId, netuid: NetUid, enabled: boolean): void {
  const clock = getLockClock(ctx);
  const changes = isPerpetualLock(ctx, coldkey, netuid) !== enabled;
  const found = readModel(ctx, coldkey, netuid, clock.now);
  if (found !== undefined) {
    const key = { coldkey, hotkey: found.hotkey, netuid };
    const rolled = rollForward(found.model, clock);
    saveModel(ctx, key, rolled);
    if (changes) reduceAggregateLock(ctx, key, rolled.individual.locked_mass, rolled.individual.conviction);
  }
  if (enabled) S.DecayingLock.set(ctx, coldkey, netuid, false);
  else S.DecayingLock.remove(ctx, coldkey, netuid);

  const after = changes ? readModel(ctx, coldkey, netuid, clock.now) : undefined;
  if (after !== undefined) addAggregateLock(ctx, { coldkey, hotkey: after.hotkey, netuid }, after.model.individual);
  ctx.deposit(Ev.PerpetualLockUpdated({ coldkey, netuid, enabled }));
}

/** Locks the owner's cut where that is switched on, to the hotkey already locked to, else the subnet's own. source: auto_lock_owner_cut */
export function autoLockOwnerCut(ctx: Ctx, netuid: NetUid, alpha: bigint): void {
  if (!S.OwnerCutAutoLockEnabled.get(ctx, netuid)) return;
  const coldkey = S.SubnetOwner.get(ctx, netuid);
  const hotkey = readModel(ctx, coldkey, netuid, getCurrentBlockAsU64(ctx))?.hotkey ?? S.SubnetOwnerHotkey.get(ctx, netuid);
  inLayer(ctx, () => doLockStake(ctx, { coldkey, hotkey, netuid }, alpha));
}
