/** Voting power: a moving average of each validator's stake, kept per subnet where it is switched on. */

import type { Ctx, StateCtx } from '@taonet/frame';
import { clampU64, ensure, saturatingAddU64, type AccountId, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { E, Ev, S } from '../pallet.ts';

/** 14 days at 12 s: how long tracking goes on after it was switched off. */
export const VOTING_POWER_DISABLE_GRACE_BLOCKS = 100_800n;
/** An alpha of 1. */
export const VOTING_POWER_EMA_ALPHA_ONE = 10n ** 18n;

/** What the epoch found out about a validator. */
export interface VotingTerms {
  readonly hotkey: AccountId;
  readonly stake: bigint;
  readonly newValidatorPermit: boolean;
}

/** source: pallets/subtensor/src/utils/voting_power.rs, do_enable_voting_power_tracking @ 14bc6f9 */
export function doEnableVotingPowerTracking(ctx: Ctx, netuid: NetUid): void {
  S.VotingPowerTrackingEnabled.set(ctx, netuid, true);
  S.VotingPowerDisableAtBlock.remove(ctx, netuid);
  ctx.deposit(Ev.VotingPowerTrackingEnabled({ netuid }));
}

/**
 * Tracking ends a grace period from now.
 *
 * refuses VotingPowerTrackingNotEnabled
 * source: pallets/subtensor/src/utils/voting_power.rs, do_disable_voting_power_tracking @ 14bc6f9
 */
export function doDisableVotingPowerTracking(ctx: Ctx, netuid: NetUid): void {
  ensure(S.VotingPowerTrackingEnabled.get(ctx, netuid), E.VotingPowerTrackingNotEnabled, { netuid });
  const disableAt = saturatingAddU64(getCurrentBlockAsU64(ctx), VOTING_POWER_DISABLE_GRACE_BLOCKS);
  S.VotingPowerDisableAtBlock.set(ctx, netuid, disableAt);
  ctx.deposit(Ev.VotingPowerTrackingDisableScheduled({ netuid, disable_at_block: disableAt }));
}

/**
 * refuses InvalidVotingPowerEmaAlpha
 * source: pallets/subtensor/src/utils/voting_power.rs, do_set_voting_power_ema_alpha @ 14bc6f9
 */
export function doSetVotingPowerEmaAlpha(ctx: Ctx, netuid: NetUid, alpha: bigint): void {
  ensure(alpha <= VOTING_POWER_EMA_ALPHA_ONE, E.InvalidVotingPowerEmaAlpha, { netuid, actual: alpha, required: VOTING_POWER_EMA_ALPHA_ONE });
  S.VotingPowerEmaAlpha.set(ctx, netuid, alpha);
  ctx.deposit(Ev.VotingPowerEmaAlphaSet({ netuid, alpha }));
}

/**
 * After an epoch: moves the average of each hotkey with a permit, forgets the others; ends tracking when its time has come.
 *
 * source: pallets/subtensor/src/utils/voting_power.rs, update_voting_power_for_subnet @ 14bc6f9
 */
export function updateVotingPowerForSubnet(ctx: Ctx, netuid: NetUid, terms: readonly VotingTerms[]): void {
  if (!S.VotingPowerTrackingEnabled.get(ctx, netuid)) return;
  const disableAt = S.VotingPowerDisableAtBlock.get(ctx, netuid);
  if (disableAt > 0n && getCurrentBlockAsU64(ctx) >= disableAt) {
    finalizeVotingPowerDisable(ctx, netuid);
    return;
  }
  const alpha = S.VotingPowerEmaAlpha.get(ctx, netuid);
  const minStake = S.StakeThreshold.get(ctx);
  for (const { hotkey, stake, newValidatorPermit } of terms) {
    if (newValidatorPermit) updateForHotkey(ctx, netuid, hotkey, { stake, alpha, minStake });
    else S.VotingPower.remove(ctx, netuid, hotkey);
  }
  for (const [, hotkey] of S.VotingPower.keys(ctx, netuid)) {
    if (!S.IsNetworkMember.get(ctx, hotkey, netuid)) S.VotingPower.remove(ctx, netuid, hotkey);
  }
}

/** Removed when it falls through the stake threshold; one that never reached it may stay below. */
function updateForHotkey(ctx: StateCtx, netuid: NetUid, hotkey: AccountId, { stake, alpha, minStake }: { stake: bigint; alpha: bigint; minStake: bigint }): void {
  const before = S.VotingPower.get(ctx, netuid, hotkey);
  const after = computeVotingPowerEma(stake, before, alpha);
  if (after < minStake && before >= minStake) S.VotingPower.remove(ctx, netuid, hotkey);
  else if (after > 0n) S.VotingPower.set(ctx, netuid, hotkey, after);
}

/**
 * α·stake + (1 − α)·previous, floored.
 *
 * source: pallets/subtensor/src/utils/voting_power.rs, calculate_voting_power_ema @ 14bc6f9
 */
export function computeVotingPowerEma(stake: bigint, previous: bigint, alpha: bigint): bigint {
  return clampU64((alpha * stake + (VOTING_POWER_EMA_ALPHA_ONE - alpha) * previous) / VOTING_POWER_EMA_ALPHA_ONE);
}

/** source: pallets/subtensor/src/utils/voting_power.rs, finalize_voting_power_disable @ 14bc6f9 */
function finalizeVotingPowerDisable(ctx: Ctx, netuid: NetUid): void {
  S.VotingPower.clearPrefix(ctx, netuid);
  S.VotingPowerTrackingEnabled.set(ctx, netuid, false);
  S.VotingPowerDisableAtBlock.remove(ctx, netuid);
  ctx.deposit(Ev.VotingPowerTrackingDisabled({ netuid }));
}

/**
 * Hands a hotkey's voting power to another, added to what that has.
 *
 * source: pallets/subtensor/src/utils/voting_power.rs, swap_voting_power_for_hotkey @ 14bc6f9
 */
export function swapVotingPowerForHotkey(ctx: StateCtx, oldHotkey: AccountId, newHotkey: AccountId, netuid: NetUid): void {
  const power = S.VotingPower.take(ctx, netuid, oldHotkey);
  if (power > 0n) S.VotingPower.mutate(ctx, netuid, newHotkey, (present) => saturatingAddU64(power, present));
}
