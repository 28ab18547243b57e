/** Hyperparameters of a subnet as clients read them: two fixed records and the open list that replaced them. */

import type { subnetInfoApi } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import { utf8ToBytes, type NetUid } from '@taonet/primitives';
import { S } from '../pallets/subtensor/pallet.ts';
import { S as Swap } from '../pallets/swap/pallet.ts';
import { alphaSigmoidSteepness, yumaVersion } from './hyperparamValues.ts';
import { ifSubnetExist } from '../pallets/subtensor/subnets/subnetwork.ts';
import { ruleSetOf } from '../rules/ruleSetOf.ts';
import type { ApiFound } from './handlers.ts';
import { MetagraphSource } from './metagraphFields.ts';
import { readFields } from './readFields.ts';
import type { HyperparamEntry } from './views.ts';

type SubnetHyperparams = ApiFound<typeof subnetInfoApi, 'get_subnet_hyperparams'>;
type SubnetHyperparamsV2 = ApiFound<typeof subnetInfoApi, 'get_subnet_hyperparams_v2'>;

/** The fields of the first record; a metagraph shows each of them under the same name. */
const V1_FIELDS = [
  'rho', 'kappa', 'immunity_period', 'min_allowed_weights', 'max_weights_limit', 'tempo', 'min_difficulty', 'max_difficulty', 'weights_version',
  'weights_rate_limit', 'adjustment_interval', 'activity_cutoff', 'registration_allowed', 'target_regs_per_interval', 'min_burn', 'max_burn',
  'bonds_moving_avg', 'max_regs_per_block', 'serving_rate_limit', 'max_validators', 'adjustment_alpha', 'difficulty', 'commit_reveal_period',
  'commit_reveal_weights_enabled', 'alpha_high', 'alpha_low', 'liquid_alpha_enabled',
] as const;

/** source: pallets/subtensor/src/rpc_info/subnet_info.rs, get_subnet_hyperparams @ 14bc6f9 */
export function getSubnetHyperparams(ctx: StateCtx, netuid: NetUid): SubnetHyperparams | undefined {
  return ifSubnetExist(ctx, netuid) ? readFields(new MetagraphSource(ctx, netuid), V1_FIELDS) : undefined;
}

/** source: pallets/subtensor/src/rpc_info/subnet_info.rs, get_subnet_hyperparams_v2 @ 14bc6f9 */
export function getSubnetHyperparamsV2(ctx: StateCtx, netuid: NetUid): SubnetHyperparamsV2 | undefined {
  const first = getSubnetHyperparams(ctx, netuid);
  return first === undefined ? undefined : {
    ...first,
    alpha_sigmoid_steepness: alphaSigmoidSteepness(ctx, netuid),
    yuma_version: yumaVersion(ctx, netuid),
    subnet_is_active: S.SubtokenEnabled.get(ctx, netuid),
    transfers_enabled: S.TransferToggle.get(ctx, netuid),
    bonds_reset_enabled: S.BondsResetOn.get(ctx, netuid),
    user_liquidity_enabled: Swap.EnabledUserLiquidity.get(ctx, netuid),
  };
}

/**
 * Names and values, in the order of the rules at hand.
 *
 * source: pallets/subtensor/src/rpc_info/subnet_info.rs, get_subnet_hyperparams_v3 @ 14bc6f9
 */
export function getSubnetHyperparamsV3(ctx: StateCtx, netuid: NetUid): HyperparamEntry[] | undefined {
  if (!ifSubnetExist(ctx, netuid)) return undefined;
  return ruleSetOf(ctx).views.hyperparams(ctx, netuid).map(([name, value]) => ({ name: utf8ToBytes(name), value }));
}
