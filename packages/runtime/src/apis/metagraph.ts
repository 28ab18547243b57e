/** The whole picture of a subnet in one answer, or as seen from one of its mechanisms. */

import type { StateCtx } from '@taonet/frame';
import type { MechId, NetUid } from '@taonet/primitives';
import { mechanismStorageIndex } from '@taonet/yuma';
import { S } from '../pallets/subtensor/pallet.ts';
import { getAllSubnetNetuids, ifSubnetExist } from '../pallets/subtensor/subnets/subnetwork.ts';
import { METAGRAPH_FIELDS, MetagraphSource, type Metagraph } from './metagraphFields.ts';
import { readFields } from './readFields.ts';

const FIELD_NAMES = Object.keys(METAGRAPH_FIELDS) as (keyof Metagraph)[];

/** source: pallets/subtensor/src/rpc_info/metagraph.rs, get_metagraph @ 14bc6f9 */
export function getMetagraph(ctx: StateCtx, netuid: NetUid): Metagraph | undefined {
  if (!ifSubnetExist(ctx, netuid)) return undefined;
  return readFields(new MetagraphSource(ctx, netuid), FIELD_NAMES);
}

/** What one mechanism of a subnet has of its own. */
export function mechanismColumns(ctx: StateCtx, netuid: NetUid, mechid: MechId): Pick<Metagraph, 'last_update' | 'incentives'> {
  const index = mechanismStorageIndex(netuid, mechid);
  return { last_update: S.LastUpdate.get(ctx, index), incentives: S.Incentive.get(ctx, index) };
}

/**
 * The subnet's metagraph as seen from one mechanism; `netuid` in it is the mechanism's storage index.
 *
 * source: pallets/subtensor/src/rpc_info/metagraph.rs, get_mechagraph @ 14bc6f9
 */
export function getMechagraph(ctx: StateCtx, netuid: NetUid, mechid: MechId): Metagraph | undefined {
  if (mechid >= S.MechanismCountCurrent.get(ctx, netuid)) return undefined;
  const metagraph = getMetagraph(ctx, netuid);
  return metagraph === undefined ? undefined : { ...metagraph, netuid: mechanismStorageIndex(netuid, mechid), ...mechanismColumns(ctx, netuid, mechid) };
}

/** source: pallets/subtensor/src/rpc_info/metagraph.rs, get_all_mechagraphs @ 14bc6f9 */
export function getAllMechagraphs(ctx: StateCtx): (Metagraph | undefined)[] {
  return getAllSubnetNetuids(ctx).flatMap((netuid) =>
    Array.from({ length: S.MechanismCountCurrent.get(ctx, netuid) }, (_, mechid) => getMechagraph(ctx, netuid, mechid)));
}
