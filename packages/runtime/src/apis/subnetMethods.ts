/** SubnetInfoRuntimeApi and SubnetRegistrationRuntimeApi: everything asked about subnets, by name. */

import { subnetInfoApi, subnetRegistrationApi } from '@taonet/abi';
import { S } from '../pallets/subtensor/pallet.ts';
import { getAllSubnetNetuids, getSubnetAccountId } from '../pallets/subtensor/subnets/subnetwork.ts';
import { ruleSetOf } from '../rules/ruleSetOf.ts';
import { getDynamicInfo } from './dynamicInfo.ts';
import { bindEncoding, bindTrait } from './handlers.ts';
import { getSubnetHyperparams, getSubnetHyperparamsV2, getSubnetHyperparamsV3 } from './hyperparams.ts';
import { getAllMechagraphs, getMechagraph, getMetagraph } from './metagraph.ts';
import { encodeSelective, getSelectiveMechagraph, getSelectiveMetagraph } from './selectiveMetagraph.ts';
import { existingNetuidsAscending, getSubnetInfo, getSubnetInfoV2 } from './subnetInfo.ts';
import { getSubnetState } from './subnetState.ts';

const typed = bindTrait(subnetInfoApi, {
  get_subnet_info: (ctx, { netuid }) => getSubnetInfo(ctx, netuid),
  get_subnets_info: (ctx) => existingNetuidsAscending(ctx).map((netuid) => getSubnetInfo(ctx, netuid)),
  get_subnet_info_v2: (ctx, { netuid }) => getSubnetInfoV2(ctx, netuid),
  get_subnets_info_v2: (ctx) => existingNetuidsAscending(ctx).map((netuid) => getSubnetInfoV2(ctx, netuid)),
  get_subnet_hyperparams: (ctx, { netuid }) => getSubnetHyperparams(ctx, netuid),
  get_subnet_hyperparams_v2: (ctx, { netuid }) => getSubnetHyperparamsV2(ctx, netuid),
  get_subnet_hyperparams_v3: (ctx, { netuid }) => getSubnetHyperparamsV3(ctx, netuid),
  get_dynamic_info: (ctx, { netuid }) => getDynamicInfo(ctx, netuid),
  get_all_dynamic_info: (ctx) => getAllSubnetNetuids(ctx).map((netuid) => getDynamicInfo(ctx, netuid)),
  get_subnet_state: (ctx, { netuid }) => getSubnetState(ctx, netuid),
  get_metagraph: (ctx, { netuid }) => getMetagraph(ctx, netuid),
  get_all_metagraphs: (ctx) => getAllSubnetNetuids(ctx).map((netuid) => getMetagraph(ctx, netuid)),
  get_mechagraph: (ctx, { netuid, mecid }) => getMechagraph(ctx, netuid, mecid),
  get_all_mechagraphs: (ctx) => getAllMechagraphs(ctx),
  get_coldkey_auto_stake_hotkey: (ctx, { coldkey, netuid }) => S.AutoStakeDestination.get(ctx, coldkey, netuid),
  get_subnet_to_prune: (ctx) => ruleSetOf(ctx).views.networkToPrune(ctx),
  get_subnet_account_id: (ctx, { netuid }) => getSubnetAccountId(ctx, netuid),
  get_next_epoch_start_block: (ctx, { netuid }) => ruleSetOf(ctx).views.nextEpochStartBlock(ctx, netuid),
});

const encoding = bindEncoding(subnetInfoApi, {
  get_selective_metagraph: (ctx, { netuid, metagraph_indexes: indexes }) => encodeSelective(getSelectiveMetagraph(ctx, netuid, indexes)),
  get_selective_mechagraph: (ctx, { netuid, subid, metagraph_indexes: indexes }) => encodeSelective(getSelectiveMechagraph(ctx, netuid, subid, indexes)),
});

const registration = bindTrait(subnetRegistrationApi, {
  get_network_registration_cost: (ctx) => ruleSetOf(ctx).views.networkLockCost(ctx),
});

export const subnetMethods = { ...typed, ...encoding, ...registration };
