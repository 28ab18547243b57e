/** Answers about neurons. */

import { accountId, bool, compactU16, compactU64, param, struct, tuple, type ValueOf, vec } from '@taonet/codec';
import { compactAlphaBalance, compactNetUid, genericAccountId } from './spelled.ts';
import { axonInfo, prometheusInfo } from './subtensor.ts';

/** `pallet_subtensor::rpc_info::neuron_info::NeuronInfo` */
export const neuronInfo = struct('pallet_subtensor::rpc_info::neuron_info::NeuronInfo', {
  hotkey: genericAccountId,
  coldkey: genericAccountId,
  uid: compactU16,
  netuid: compactNetUid,
  active: bool,
  axon_info: axonInfo,
  prometheus_info: prometheusInfo,
  stake: vec(tuple(genericAccountId, compactAlphaBalance)),
  rank: compactU16,
  emission: compactAlphaBalance,
  incentive: compactU16,
  consensus: compactU16,
  trust: compactU16,
  validator_trust: compactU16,
  dividends: compactU16,
  last_update: compactU64,
  validator_permit: bool,
  weights: vec(tuple(compactU16, compactU16)),
  bonds: vec(tuple(compactU16, compactU16)),
  pruning_score: compactU16,
}, [param('AccountId', accountId)]);
export type NeuronInfo = ValueOf<typeof neuronInfo>;

/** `pallet_subtensor::rpc_info::neuron_info::NeuronInfoLite` */
export const neuronInfoLite = struct('pallet_subtensor::rpc_info::neuron_info::NeuronInfoLite', {
  hotkey: genericAccountId,
  coldkey: genericAccountId,
  uid: compactU16,
  netuid: compactNetUid,
  active: bool,
  axon_info: axonInfo,
  prometheus_info: prometheusInfo,
  stake: vec(tuple(genericAccountId, compactAlphaBalance)),
  rank: compactU16,
  emission: compactAlphaBalance,
  incentive: compactU16,
  consensus: compactU16,
  trust: compactU16,
  validator_trust: compactU16,
  dividends: compactU16,
  last_update: compactU64,
  validator_permit: bool,
  pruning_score: compactU16,
}, [param('AccountId', accountId)]);
export type NeuronInfoLite = ValueOf<typeof neuronInfoLite>;
