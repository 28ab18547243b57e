/** The parameters and counters of a subnet that has just come to be. */

import type { Ctx } from '@taonet/frame';
import { saturatingAddU16, saturatingSubU64, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { Ev, S } from '../pallet.ts';

const MAX_UIDS = 256;
const MAX_VALIDATORS = 64;
const MIN_WEIGHTS = 1;
const IMMUNITY_BLOCKS = 5_000;
/** 1 TAO: the first registration price. */
const NEURON_BURN_RAO = 1_000_000_000n;

/**
 * Writes the starting parameters. Epochs of subnets made in one block are staggered by their numbers.
 *
 * source: pallets/subtensor/src/subnets/subnet.rs, init_new_network @ 14bc6f9
 */
export function initNewNetwork(ctx: Ctx, netuid: NetUid, tempo: number): void {
  S.SubnetworkN.set(ctx, netuid, 0);
  S.NetworksAdded.set(ctx, netuid, true);
  S.Tempo.set(ctx, netuid, tempo);
  const stagger = BigInt(netuid % Math.max(tempo, 1));
  S.LastEpochBlock.set(ctx, netuid, saturatingSubU64(getCurrentBlockAsU64(ctx), stagger));
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
  S.ImmunityPeriod.set(ctx, netuid, IMMUNITY_BLOCKS);
  ctx.deposit(Ev.ImmunityPeriodSet([netuid, IMMUNITY_BLOCKS]));
  S.Yuma3On.set(ctx, netuid, true);
  S.Burn.set(ctx, netuid, NEURON_BURN_RAO);
  S.SubnetEmissionEnabled.set(ctx, netuid, true);
}

/** Items that are written even with their default, so that clients find an entry. */
function writeDefaults(ctx: Ctx, netuid: NetUid): void {
  for (const item of [S.Kappa, S.ActivityCutoff, S.RegistrationsThisInterval]) {
    if (!item.has(ctx, netuid)) item.set(ctx, netuid, item.get(ctx, netuid));
  }
}
