/** Answers about pools and subnet state. */

import { accountId, bool, compactU128, compactU16, compactU64, compactU8, option, param, struct, type ValueOf, vec } from '@taonet/codec';
import { i96f32 } from './fixed.ts';
import { compactAlphaBalance, compactNetUid, compactTaoBalance, genericAccountId } from './spelled.ts';
import { subnetIdentityV3 } from './subtensor.ts';

/** `pallet_subtensor::rpc_info::dynamic_info::DynamicInfo` */
export const dynamicInfo = struct('pallet_subtensor::rpc_info::dynamic_info::DynamicInfo', {
  netuid: compactNetUid,
  owner_hotkey: genericAccountId,
  owner_coldkey: genericAccountId,
  subnet_name: vec(compactU8),
  token_symbol: vec(compactU8),
  tempo: compactU16,
  last_step: compactU64,
  blocks_since_last_step: compactU64,
  emission: compactU64,
  alpha_in: compactAlphaBalance,
  alpha_out: compactAlphaBalance,
  tao_in: compactTaoBalance,
  alpha_out_emission: compactAlphaBalance,
  alpha_in_emission: compactAlphaBalance,
  tao_in_emission: compactTaoBalance,
  pending_alpha_emission: compactAlphaBalance,
  pending_root_emission: compactTaoBalance,
  subnet_volume: compactU128,
  network_registered_at: compactU64,
  subnet_identity: option(subnetIdentityV3),
  moving_price: i96f32,
}, [param('AccountId', accountId)]);
export type DynamicInfo = ValueOf<typeof dynamicInfo>;

/** `pallet_subtensor::rpc_info::show_subnet::SubnetState` */
export const subnetState = struct('pallet_subtensor::rpc_info::show_subnet::SubnetState', {
  netuid: compactNetUid,
  hotkeys: vec(genericAccountId),
  coldkeys: vec(genericAccountId),
  active: vec(bool),
  validator_permit: vec(bool),
  pruning_score: vec(compactU16),
  last_update: vec(compactU64),
  emission: vec(compactAlphaBalance),
  dividends: vec(compactU16),
  incentives: vec(compactU16),
  consensus: vec(compactU16),
  trust: vec(compactU16),
  rank: vec(compactU16),
  block_at_registration: vec(compactU64),
  alpha_stake: vec(compactAlphaBalance),
  tao_stake: vec(compactTaoBalance),
  total_stake: vec(compactTaoBalance),
  emission_history: vec(vec(compactAlphaBalance)),
}, [param('AccountId', accountId)]);
export type SubnetState = ValueOf<typeof subnetState>;
