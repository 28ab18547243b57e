/** What a subnet is, in two fixed records. Fields that upstream no longer computes read as zero or empty. */

import type { subnetInfoApi } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import type { NetUid } from '@taonet/primitives';
import { S } from '../pallets/subtensor/pallet.ts';
import { ruleSetOf } from '../rules/ruleSetOf.ts';
import { getAllSubnetNetuids, ifSubnetExist } from '../pallets/subtensor/subnets/subnetwork.ts';
import type { ApiFound } from './handlers.ts';
import { MetagraphSource } from './metagraphFields.ts';
import { readField, readFields } from './readFields.ts';

type SubnetInfo = ApiFound<typeof subnetInfoApi, 'get_subnet_info'>;
type SubnetInfoV2 = ApiFound<typeof subnetInfoApi, 'get_subnet_info_v2'>;

/** Blocks since the last step are the subnet's own counter here, not a difference of block numbers as in a metagraph. */
function commonInfo(ctx: StateCtx, netuid: NetUid) {
  const source = new MetagraphSource(ctx, netuid);
  return {
    ...readFields(source, ['netuid', 'rho', 'kappa', 'difficulty', 'immunity_period', 'min_allowed_weights', 'max_weights_limit', 'tempo', 'burn']),
    max_allowed_validators: readField(source, 'max_validators'),
    scaling_law_power: S.ScalingLawPower.get(ctx, netuid),
    subnetwork_n: S.SubnetworkN.get(ctx, netuid),
    max_allowed_uids: readField(source, 'max_uids'),
    blocks_since_last_step: S.BlocksSinceLastStep.get(ctx, netuid),
    network_modality: ruleSetOf(ctx).views.networkModality(ctx, netuid),
    network_connect: [],
    owner: S.SubnetOwner.get(ctx, netuid),
  };
}

/** source: pallets/subtensor/src/rpc_info/subnet_info.rs, get_subnet_info @ 14bc6f9 */
export function getSubnetInfo(ctx: StateCtx, netuid: NetUid): SubnetInfo | undefined {
  return ifSubnetExist(ctx, netuid) ? { ...commonInfo(ctx, netuid), emission_values: 0n } : undefined;
}

/** source: pallets/subtensor/src/rpc_info/subnet_info.rs, get_subnet_info_v2 @ 14bc6f9 */
export function getSubnetInfoV2(ctx: StateCtx, netuid: NetUid): SubnetInfoV2 | undefined {
  if (!ifSubnetExist(ctx, netuid)) return undefined;
  return { ...commonInfo(ctx, netuid), emission_value: 0n, identity: readField(new MetagraphSource(ctx, netuid), 'identity') };
}

/**
 * Existing subnets by ascending number, as these two records are listed; every other list follows storage order.
 *
 * source: pallets/subtensor/src/rpc_info/subnet_info.rs, get_subnets_info @ 14bc6f9
 */
export function existingNetuidsAscending(ctx: StateCtx): NetUid[] {
  return getAllSubnetNetuids(ctx).filter((netuid) => ifSubnetExist(ctx, netuid)).sort((a, b) => a - b);
}
