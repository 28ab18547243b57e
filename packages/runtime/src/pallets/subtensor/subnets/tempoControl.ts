/** What a subnet's owner may do to its epoch clock. */

import type { CallCtx, Ctx, Origin } from '@taonet/frame';
import { ensure, saturatingAddU64, type NetUid } from '@taonet/primitives';
import { blocksUntilNextAutoEpoch, MAX_TEMPO, MIN_TEMPO } from '../coinbase/epochSchedule.ts';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { ensureAdminWindowOpen, ensureSubnetOwner, ensureSubnetOwnerOrRoot } from '../ownerAccess.ts';
import { E, Ev, S } from '../pallet.ts';
import { ensurePassesRateLimitOnSubnet, setLastBlockOnSubnet, type TransactionType } from '../rateLimits.ts';

/** Bounds of the activity cutoff, in thousandths of a tempo. */
export const MIN_ACTIVITY_CUTOFF_FACTOR_MILLI = 1_000;
export const MAX_ACTIVITY_CUTOFF_FACTOR_MILLI = 50_000;

const ACTIVITY_CUTOFF: TransactionType = { hyperparameter: 'ActivityCutoffFactorMilli' };
const TRIGGER_EPOCH: TransactionType = { hyperparameter: 'TriggerEpoch' };

/** source: pallets/subtensor/src/utils/misc.rs, set_tempo_unchecked @ 14bc6f9 */
export function setTempoUnchecked(ctx: Ctx, netuid: NetUid, tempo: number): void {
  S.Tempo.set(ctx, netuid, tempo);
  ctx.deposit(Ev.TempoSet([netuid, tempo]));
}

/**
 * Sets the tempo and starts the cycle anew at this block.
 *
 * source: pallets/subtensor/src/utils/misc.rs, apply_tempo_with_cycle_reset @ 14bc6f9
 */
export function applyTempoWithCycleReset(ctx: Ctx, netuid: NetUid, tempo: number): void {
  setTempoUnchecked(ctx, netuid, tempo);
  S.LastEpochBlock.set(ctx, netuid, getCurrentBlockAsU64(ctx));
}

/**
 * The owner sets the tempo.
 *
 * refuses BadOrigin, TempoOutOfBounds, AdminActionProhibitedDuringWeightsWindow, TxRateLimitExceeded
 * source: pallets/subtensor/src/coinbase/tempo_control.rs, do_set_tempo @ 14bc6f9
 */
export function doSetTempo(ctx: CallCtx, origin: Origin, netuid: NetUid, tempo: number): void {
  const who = ensureSubnetOwner(ctx, origin, netuid);
  ensure(tempo >= MIN_TEMPO && tempo <= MAX_TEMPO, E.TempoOutOfBounds, { netuid, actual: tempo, required: tempo < MIN_TEMPO ? MIN_TEMPO : MAX_TEMPO });
  ensureAdminWindowOpen(ctx, netuid);
  ensurePassesRateLimitOnSubnet(ctx, 'TempoUpdate', { key: who, netuid });
  applyTempoWithCycleReset(ctx, netuid, tempo);
  setLastBlockOnSubnet(ctx, 'TempoUpdate', who, netuid, getCurrentBlockAsU64(ctx));
}

/**
 * The owner or root sets after how many thousandths of a tempo a neuron counts as inactive. Window and limit bind the owner only.
 *
 * refuses BadOrigin, ActivityCutoffFactorMilliOutOfBounds, AdminActionProhibitedDuringWeightsWindow, TxRateLimitExceeded
 * source: pallets/subtensor/src/coinbase/tempo_control.rs, do_set_activity_cutoff_factor @ 14bc6f9
 */
export function doSetActivityCutoffFactor(ctx: CallCtx, origin: Origin, netuid: NetUid, factorMilli: number): void {
  const owner = ensureSubnetOwnerOrRoot(ctx, origin, netuid);
  ensure(
    factorMilli >= MIN_ACTIVITY_CUTOFF_FACTOR_MILLI && factorMilli <= MAX_ACTIVITY_CUTOFF_FACTOR_MILLI,
    E.ActivityCutoffFactorMilliOutOfBounds,
    { netuid, actual: factorMilli, required: factorMilli < MIN_ACTIVITY_CUTOFF_FACTOR_MILLI ? MIN_ACTIVITY_CUTOFF_FACTOR_MILLI : MAX_ACTIVITY_CUTOFF_FACTOR_MILLI },
  );
  if (owner !== undefined) {
    ensureAdminWindowOpen(ctx, netuid);
    ensurePassesRateLimitOnSubnet(ctx, ACTIVITY_CUTOFF, { key: owner, netuid });
  }
  setActivityCutoffFactorMilli(ctx, netuid, factorMilli);
  if (owner !== undefined) setLastBlockOnSubnet(ctx, ACTIVITY_CUTOFF, owner, netuid, getCurrentBlockAsU64(ctx));
}

/** source: pallets/subtensor/src/utils/misc.rs, set_activity_cutoff_factor_milli @ 14bc6f9 */
export function setActivityCutoffFactorMilli(ctx: Ctx, netuid: NetUid, factorMilli: number): void {
  S.ActivityCutoffFactorMilli.set(ctx, netuid, factorMilli);
  ctx.deposit(Ev.ActivityCutoffFactorMilliSet({ netuid, factor_milli: factorMilli }));
}

/**
 * The owner asks for an epoch: it fires one freeze window from now.
 *
 * refuses BadOrigin, DynamicTempoBlockedByCommitReveal, EpochTriggerAlreadyPending, AutoEpochAlreadyImminent, TxRateLimitExceeded
 * source: pallets/subtensor/src/coinbase/tempo_control.rs, do_trigger_epoch @ 14bc6f9
 */
export function doTriggerEpoch(ctx: CallCtx, origin: Origin, netuid: NetUid): void {
  const who = ensureSubnetOwner(ctx, origin, netuid);
  ensure(!S.CommitRevealWeightsEnabled.get(ctx, netuid), E.DynamicTempoBlockedByCommitReveal, { netuid });
  const pending = S.PendingEpochAt.get(ctx, netuid);
  ensure(pending === 0n, E.EpochTriggerAlreadyPending, { netuid, firesAt: pending });
  const now = getCurrentBlockAsU64(ctx);
  const window = BigInt(S.AdminFreezeWindow.get(ctx));
  const remaining = blocksUntilNextAutoEpoch(ctx, netuid, S.Tempo.get(ctx, netuid), now);
  ensure(remaining >= window, E.AutoEpochAlreadyImminent, { netuid, actual: remaining, required: window });
  ensurePassesRateLimitOnSubnet(ctx, TRIGGER_EPOCH, { key: who, netuid });
  const firesAt = saturatingAddU64(now, window);
  S.PendingEpochAt.set(ctx, netuid, firesAt);
  setLastBlockOnSubnet(ctx, TRIGGER_EPOCH, who, netuid, now);
  ctx.deposit(Ev.EpochTriggered({ netuid, by: who, fires_at: firesAt }));
}
