/** How many mechanisms a subnet has, and how its emission is divided among them. */

import type { StateCtx } from '@taonet/frame';
import { ensure, U16_MAX, type MechId, type NetUid } from '@taonet/primitives';
import { MAX_MECHANISM_COUNT_PER_SUBNET, mechanismStorageIndex } from '@taonet/yuma';
import { C, E, S } from '../pallet.ts';
import { ifSubnetExist } from './subnetwork.ts';

/**
 * Refuses TooManyUIDsPerMechanism when uids × mechanisms would exceed what one mechanism may have.
 *
 * source: pallets/subtensor/src/subnets/mechanism.rs, ensure_max_uids_over_all_mechanisms @ 14bc6f9
 */
export function ensureMaxUidsOverAllMechanisms(ctx: StateCtx, maxUids: number, mechanismCount: MechId): void {
  const total = Math.min(maxUids * mechanismCount, U16_MAX);
  const limit = C.InitialMaxAllowedUids(ctx);
  ensure(total <= limit, E.TooManyUIDsPerMechanism, { actual: total, required: limit });
}

/**
 * Sets how many mechanisms a subnet has; what the dropped ones stored is removed.
 *
 * refuses MechanismDoesNotExist, InvalidValue, TooManyUIDsPerMechanism
 * source: pallets/subtensor/src/subnets/mechanism.rs, do_set_mechanism_count @ 14bc6f9
 */
export function doSetMechanismCount(ctx: StateCtx, netuid: NetUid, mechanismCount: MechId): void {
  ensure(ifSubnetExist(ctx, netuid), E.MechanismDoesNotExist, { netuid });
  ensure(mechanismCount > 0, E.InvalidValue, { netuid, actual: mechanismCount, required: 1 });
  const max = S.MaxMechanismCount.get(ctx);
  ensure(mechanismCount <= max, E.InvalidValue, { netuid, actual: mechanismCount, required: max });
  ensureMaxUidsOverAllMechanisms(ctx, S.MaxAllowedUids.get(ctx, netuid), mechanismCount);
  ensure(mechanismCount <= MAX_MECHANISM_COUNT_PER_SUBNET, E.InvalidValue, { netuid, actual: mechanismCount, required: MAX_MECHANISM_COUNT_PER_SUBNET });
  updateMechanismCountsIfNeeded(ctx, netuid, mechanismCount);
}

/**
 * Sets how many mechanisms any subnet may have.
 *
 * refuses InvalidValue
 * source: pallets/subtensor/src/subnets/mechanism.rs, do_set_max_mechanism_count @ 14bc6f9
 */
export function doSetMaxMechanismCount(ctx: StateCtx, maxMechanismCount: MechId): void {
  ensure(maxMechanismCount > 0, E.InvalidValue, { actual: maxMechanismCount, required: 1 });
  ensure(maxMechanismCount <= MAX_MECHANISM_COUNT_PER_SUBNET, E.InvalidValue, { actual: maxMechanismCount, required: MAX_MECHANISM_COUNT_PER_SUBNET });
  S.MaxMechanismCount.set(ctx, maxMechanismCount);
}

/**
 * Writes the count, clears the dropped mechanisms and forgets the split, when the count changes.
 *
 * source: pallets/subtensor/src/subnets/mechanism.rs, update_mechanism_counts_if_needed @ 14bc6f9
 */
export function updateMechanismCountsIfNeeded(ctx: StateCtx, netuid: NetUid, newCount: MechId): void {
  const oldCount = S.MechanismCountCurrent.get(ctx, netuid);
  if (oldCount === newCount) return;
  for (let mechid = newCount; mechid < oldCount; mechid++) clearMechanism(ctx, mechanismStorageIndex(netuid, mechid));
  S.MechanismCountCurrent.set(ctx, netuid, newCount);
  S.MechanismEmissionSplit.remove(ctx, netuid);
}

function clearMechanism(ctx: StateCtx, netuidIndex: number): void {
  S.Weights.clearPrefix(ctx, netuidIndex);
  S.Incentive.remove(ctx, netuidIndex);
  S.LastUpdate.remove(ctx, netuidIndex);
  S.Bonds.clearPrefix(ctx, netuidIndex);
  S.WeightCommits.clearPrefix(ctx, netuidIndex);
  S.TimelockedWeightCommits.clearPrefix(ctx, netuidIndex);
}

/**
 * Sets the shares of the subnet's mechanisms in its emission (u16 parts that sum to 65535); undefined means equal shares.
 *
 * refuses MechanismDoesNotExist, InvalidValue
 * source: pallets/subtensor/src/subnets/mechanism.rs, do_set_emission_split @ 14bc6f9
 */
export function doSetEmissionSplit(ctx: StateCtx, netuid: NetUid, split: readonly number[] | undefined): void {
  ensure(ifSubnetExist(ctx, netuid), E.MechanismDoesNotExist, { netuid });
  if (split === undefined) {
    S.MechanismEmissionSplit.remove(ctx, netuid);
    return;
  }
  const count = S.MechanismCountCurrent.get(ctx, netuid);
  ensure(split.length > 0, E.InvalidValue, { netuid, check: 'how many parts', actual: 0, required: 1 });
  ensure(split.length <= count, E.InvalidValue, { netuid, check: 'how many parts', actual: split.length, required: count });
  const total = split.reduce((sum, part) => sum + part, 0);
  ensure(total === U16_MAX, E.InvalidValue, { netuid, check: 'sum of the parts', actual: total, required: U16_MAX });
  S.MechanismEmissionSplit.set(ctx, netuid, [...split]);
}
