/** The parameters and counters of a subnet that has just come to be. */

import type { Ctx } from '@taonet/frame';
import { saturatingAddU16, U16_MAX, U64_MAX, type NetUid } from '@taonet/primitives';
import { Ev, S } from '../pallet.ts';

const MAX_UIDS = 256;
const MAX_VALIDATORS = 64;
const MIN_WEIGHTS = 1;
const ADJUSTMENT_INTERVAL_BLOCKS = 360;
const TARGET_REGISTRATIONS = 1;
/** 0.97 of 2^64−1. */
const ADJUSTMENT_ALPHA = 17_893_341_751_498_265_066n;
const IMMUNITY_BLOCKS = 5_000;

/**
 * Writes the starting parameters. Minimum and maximum of the difficulty are both the highest there is, so that nobody registers by work
 * until the owner lowers them; the difficulty itself starts at 10⁷. The burn has no entry.
 *
 * source: pallets/subtensor/src/subnets/subnet.rs, init_new_network @ 1b0c63a
 */
export function initNewNetwork(ctx: Ctx, netuid: NetUid, tempo: number): void {
  S.SubnetworkN.set(ctx, netuid, 0);
  S.NetworksAdded.set(ctx, netuid, true);
  S.Tempo.set(ctx, netuid, tempo);
  S.NetworkModality.set(ctx, netuid, 0);
  S.TotalNetworks.mutate(ctx, (count) => saturatingAddU16(count, 1));
  writeParameters(ctx, netuid);
  writeDefaults(ctx, netuid);
}

function writeParameters(ctx: Ctx, netuid: NetUid): void {
  S.NetworkRegistrationAllowed.set(ctx, netuid, true);
  ctx.deposit(Ev.RegistrationAllowed([netuid, true]));
  S.MaxAllowedUids.set(ctx, netuid, MAX_UIDS);
  ctx.deposit(Ev.MaxAllowedUidsSet([netuid, MAX_UIDS]));
  S.MaxAllowedValidators.set(ctx, netuid, MAX_VALIDATORS);
  ctx.deposit(Ev.MaxAllowedValidatorsSet([netuid, MAX_VALIDATORS]));
  S.MinAllowedWeights.set(ctx, netuid, MIN_WEIGHTS);
  ctx.deposit(Ev.MinAllowedWeightSet([netuid, MIN_WEIGHTS]));
  S.MaxWeightsLimit.set(ctx, netuid, U16_MAX);
  ctx.deposit(Ev.MaxWeightLimitSet([netuid, U16_MAX]));
  S.AdjustmentInterval.set(ctx, netuid, ADJUSTMENT_INTERVAL_BLOCKS);
  ctx.deposit(Ev.AdjustmentIntervalSet([netuid, ADJUSTMENT_INTERVAL_BLOCKS]));
  S.TargetRegistrationsPerInterval.set(ctx, netuid, TARGET_REGISTRATIONS);
  ctx.deposit(Ev.RegistrationPerIntervalSet([netuid, TARGET_REGISTRATIONS]));
  S.AdjustmentAlpha.set(ctx, netuid, ADJUSTMENT_ALPHA);
  ctx.deposit(Ev.AdjustmentAlphaSet([netuid, ADJUSTMENT_ALPHA]));
  S.ImmunityPeriod.set(ctx, netuid, IMMUNITY_BLOCKS);
  ctx.deposit(Ev.ImmunityPeriodSet([netuid, IMMUNITY_BLOCKS]));
  S.MinDifficulty.set(ctx, netuid, U64_MAX);
  ctx.deposit(Ev.MinDifficultySet([netuid, U64_MAX]));
  S.MaxDifficulty.set(ctx, netuid, U64_MAX);
  ctx.deposit(Ev.MaxDifficultySet([netuid, U64_MAX]));
}

/** Items that are written even with their default, so that clients find an entry. */
function writeDefaults(ctx: Ctx, netuid: NetUid): void {
  const items = [S.Kappa, S.ActivityCutoff, S.RegistrationsThisInterval, S.POWRegistrationsThisInterval, S.BurnRegistrationsThisInterval];
  for (const item of items) if (!item.has(ctx, netuid)) item.set(ctx, netuid, item.get(ctx, netuid));
  if (!S.Difficulty.has(ctx, netuid)) S.Difficulty.set(ctx, netuid, S.Difficulty.get(ctx, netuid));
}
