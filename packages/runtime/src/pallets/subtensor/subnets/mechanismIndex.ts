/** Some storage items are kept per mechanism; this finds a mechanism's place in them and checks that it exists. */

import type { StateCtx } from '@taonet/frame';
import { ensure, type MechId, type NetUid } from '@taonet/primitives';
import { mechanismStorageIndex, splitStorageIndex } from '@taonet/yuma';
import { E, S } from '../pallet.ts';
import { ifSubnetExist } from './subnetwork.ts';

/** source: pallets/subtensor/src/subnets/mechanism.rs, get_mechanism_storage_index @ 14bc6f9 */
export { mechanismStorageIndex as getMechanismStorageIndex };

/** The mechanism every subnet has. */
export const MAIN_MECHANISM: MechId = 0;

/**
 * The subnet and mechanism behind a storage index; undefined unless both exist.
 *
 * source: pallets/subtensor/src/subnets/mechanism.rs, get_netuid_and_subid @ 14bc6f9
 */
export function tryNetuidAndMechid(ctx: StateCtx, netuidIndex: number): { netuid: NetUid; mechid: MechId } | undefined {
  const { netuid, mechid } = splitStorageIndex(netuidIndex);
  if (!ifSubnetExist(ctx, netuid)) return undefined;
  return S.MechanismCountCurrent.get(ctx, netuid) > mechid ? { netuid, mechid } : undefined;
}

/**
 * Refuses MechanismDoesNotExist unless the subnet exists and has this mechanism.
 *
 * source: pallets/subtensor/src/subnets/mechanism.rs, ensure_mechanism_exists @ 14bc6f9
 */
export function ensureMechanismExists(ctx: StateCtx, netuid: NetUid, mechid: MechId): void {
  ensure(ifSubnetExist(ctx, netuid), E.MechanismDoesNotExist, { netuid, check: 'the subnet exists' });
  const count = S.MechanismCountCurrent.get(ctx, netuid);
  ensure(count > mechid, E.MechanismDoesNotExist, { netuid, mechid, actual: count, required: mechid + 1 });
}

/** The storage indices of all mechanisms a subnet has now, in ascending order. */
export function mechanismIndices(ctx: StateCtx, netuid: NetUid): number[] {
  return Array.from({ length: S.MechanismCountCurrent.get(ctx, netuid) }, (_, mechid) => mechanismStorageIndex(netuid, mechid));
}
