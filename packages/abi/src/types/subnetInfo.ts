/** Answers about subnets. */

import {
  accountId, array, bool, bytes, compactU128, compactU16, compactU32, compactU64, option, param, row, struct, type ValueOf, u16, variant,
  vec,
} from '@taonet/codec';
import { i32f32, u64f64 } from './fixed.ts';
import { compactNetUid, compactTaoBalance, genericAccountId } from './spelled.ts';
import { subnetIdentityV3 } from './subtensor.ts';

/** `pallet_subtensor::rpc_info::subnet_info::SubnetInfo` */
export const subnetInfo = struct('pallet_subtensor::rpc_info::subnet_info::SubnetInfo', {
  netuid: compactNetUid,
  rho: compactU16,
  kappa: compactU16,
  difficulty: compactU64,
  immunity_period: compactU16,
  max_allowed_validators: compactU16,
  min_allowed_weights: compactU16,
  max_weights_limit: compactU16,
  scaling_law_power: compactU16,
  subnetwork_n: compactU16,
  max_allowed_uids: compactU16,
  blocks_since_last_step: compactU64,
  tempo: compactU16,
  network_modality: compactU16,
  network_connect: vec(array(u16, 2)),
  emission_values: compactU64,
  burn: compactTaoBalance,
  owner: genericAccountId,
}, [param('AccountId', accountId)]);
export type SubnetInfo = ValueOf<typeof subnetInfo>;

/** `pallet_subtensor::rpc_info::subnet_info::SubnetInfov2` */
export const subnetInfoV2 = struct('pallet_subtensor::rpc_info::subnet_info::SubnetInfov2', {
  netuid: compactNetUid,
  rho: compactU16,
  kappa: compactU16,
  difficulty: compactU64,
  immunity_period: compactU16,
  max_allowed_validators: compactU16,
  min_allowed_weights: compactU16,
  max_weights_limit: compactU16,
  scaling_law_power: compactU16,
  subnetwork_n: compactU16,
  max_allowed_uids: compactU16,
  blocks_since_last_step: compactU64,
  tempo: compactU16,
  network_modality: compactU16,
  network_connect: vec(array(u16, 2)),
  emission_value: compactU64,
  burn: compactTaoBalance,
  owner: genericAccountId,
  identity: option(subnetIdentityV3),
}, [param('AccountId', accountId)]);
export type SubnetInfoV2 = ValueOf<typeof subnetInfoV2>;

/** `pallet_subtensor::rpc_info::subnet_info::SubnetHyperparams` */
export const subnetHyperparams = struct('pallet_subtensor::rpc_info::subnet_info::SubnetHyperparams', {
  rho: compactU16,
  kappa: compactU16,
  immunity_period: compactU16,
  min_allowed_weights: compactU16,
  max_weights_limit: compactU16,
  tempo: compactU16,
  min_difficulty: compactU64,
  max_difficulty: compactU64,
  weights_version: compactU64,
  weights_rate_limit: compactU64,
  adjustment_interval: compactU16,
  activity_cutoff: compactU64,
  registration_allowed: bool,
  target_regs_per_interval: compactU16,
  min_burn: compactTaoBalance,
  max_burn: compactTaoBalance,
  bonds_moving_avg: compactU64,
  max_regs_per_block: compactU16,
  serving_rate_limit: compactU64,
  max_validators: compactU16,
  adjustment_alpha: compactU64,
  difficulty: compactU64,
  commit_reveal_period: compactU64,
  commit_reveal_weights_enabled: bool,
  alpha_high: compactU16,
  alpha_low: compactU16,
  liquid_alpha_enabled: bool,
});
export type SubnetHyperparams = ValueOf<typeof subnetHyperparams>;

/** `pallet_subtensor::rpc_info::subnet_info::SubnetHyperparamsV2` */
export const subnetHyperparamsV2 = struct('pallet_subtensor::rpc_info::subnet_info::SubnetHyperparamsV2', {
  rho: compactU16,
  kappa: compactU16,
  immunity_period: compactU16,
  min_allowed_weights: compactU16,
  max_weights_limit: compactU16,
  tempo: compactU16,
  min_difficulty: compactU64,
  max_difficulty: compactU64,
  weights_version: compactU64,
  weights_rate_limit: compactU64,
  adjustment_interval: compactU16,
  activity_cutoff: compactU64,
  registration_allowed: bool,
  target_regs_per_interval: compactU16,
  min_burn: compactTaoBalance,
  max_burn: compactTaoBalance,
  bonds_moving_avg: compactU64,
  max_regs_per_block: compactU16,
  serving_rate_limit: compactU64,
  max_validators: compactU16,
  adjustment_alpha: compactU64,
  difficulty: compactU64,
  commit_reveal_period: compactU64,
  commit_reveal_weights_enabled: bool,
  alpha_high: compactU16,
  alpha_low: compactU16,
  liquid_alpha_enabled: bool,
  alpha_sigmoid_steepness: i32f32,
  yuma_version: compactU16,
  subnet_is_active: bool,
  transfers_enabled: bool,
  bonds_reset_enabled: bool,
  user_liquidity_enabled: bool,
});
export type SubnetHyperparamsV2 = ValueOf<typeof subnetHyperparamsV2>;

/** `pallet_subtensor::rpc_info::subnet_info::HyperparamValue` */
export const hyperparamValue = variant('pallet_subtensor::rpc_info::subnet_info::HyperparamValue', {
  Bool: row(0, [bool]),
  U16: row(1, [compactU16]),
  U32: row(2, [compactU32]),
  U64: row(3, [compactU64]),
  U128: row(4, [compactU128]),
  TaoBalance: row(5, [compactTaoBalance]),
  I32F32: row(6, [i32f32]),
  U64F64: row(7, [u64f64]),
});
export type HyperparamValue = ValueOf<typeof hyperparamValue>;

/** `pallet_subtensor::rpc_info::subnet_info::HyperparamEntry` */
export const hyperparamEntry = struct('pallet_subtensor::rpc_info::subnet_info::HyperparamEntry', { name: bytes, value: hyperparamValue });
export type HyperparamEntry = ValueOf<typeof hyperparamEntry>;
