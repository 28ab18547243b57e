/** NeuronInfoRuntimeApi: neurons one by one. Today rank, trust and pruning score no longer exist and read as 0, 0 and 65535. */

import { neuronInfoApi } from '@taonet/abi';
import { U16_MAX, type NetUid, type Uid } from '@taonet/primitives';
import type { StateCtx } from '@taonet/frame';
import { S } from '../pallets/subtensor/pallet.ts';
import { ruleSetOf } from '../rules/ruleSetOf.ts';
import { getStakeForHotkeyOnSubnet } from '../pallets/subtensor/staking/stakeShares.ts';
import { ifSubnetExist } from '../pallets/subtensor/subnets/subnetwork.ts';
import { bindTrait, type ApiFound } from './handlers.ts';
import { getAxonInfo, getPrometheusInfo } from './serving.ts';

type NeuronInfo = ApiFound<typeof neuronInfoApi, 'get_neuron'>;
type NeuronInfoLite = ApiFound<typeof neuronInfoApi, 'get_neuron_lite'>;

/** Values of all neurons of a subnet, by uid; read once per call. */
function readColumns(ctx: StateCtx, netuid: NetUid) {
  return {
    active: S.Active.get(ctx, netuid),
    emission: S.Emission.get(ctx, netuid),
    incentive: S.Incentive.get(ctx, netuid),
    consensus: S.Consensus.get(ctx, netuid),
    validatorTrust: S.ValidatorTrust.get(ctx, netuid),
    dividends: S.Dividends.get(ctx, netuid),
    lastUpdate: S.LastUpdate.get(ctx, netuid),
    validatorPermit: S.ValidatorPermit.get(ctx, netuid),
    scores: ruleSetOf(ctx).views.neuronScores(ctx, netuid),
  };
}

type Columns = ReturnType<typeof readColumns>;

/** source: pallets/subtensor/src/rpc_info/neuron_info.rs, get_neuron_lite_subnet_exists @ 14bc6f9 */
function neuronLite(ctx: StateCtx, netuid: NetUid, uid: Uid, columns: Columns): NeuronInfoLite | undefined {
  const hotkey = S.Keys.tryGet(ctx, netuid, uid);
  if (hotkey === undefined) return undefined;
  const coldkey = S.Owner.get(ctx, hotkey);
  return {
    hotkey,
    coldkey,
    uid,
    netuid,
    active: columns.active[uid] ?? false,
    axon_info: getAxonInfo(ctx, netuid, hotkey),
    prometheus_info: getPrometheusInfo(ctx, netuid, hotkey),
    stake: [[coldkey, getStakeForHotkeyOnSubnet(ctx, hotkey, netuid)]],
    rank: columns.scores.rank[uid] ?? 0,
    emission: columns.emission[uid] ?? 0n,
    incentive: columns.incentive[uid] ?? 0,
    consensus: columns.consensus[uid] ?? 0,
    trust: columns.scores.trust[uid] ?? 0,
    validator_trust: columns.validatorTrust[uid] ?? 0,
    dividends: columns.dividends[uid] ?? 0,
    last_update: columns.lastUpdate[uid] ?? 0n,
    validator_permit: columns.validatorPermit[uid] ?? false,
    pruning_score: columns.scores.pruning[uid] ?? U16_MAX,
  };
}

/** source: pallets/subtensor/src/rpc_info/neuron_info.rs, get_neuron_subnet_exists @ 14bc6f9 */
function neuron(ctx: StateCtx, netuid: NetUid, uid: Uid, columns: Columns): NeuronInfo | undefined {
  const lite = neuronLite(ctx, netuid, uid, columns);
  return lite === undefined ? undefined : {
    ...lite,
    weights: S.Weights.get(ctx, netuid, uid).filter(([, weight]) => weight > 0),
    bonds: S.Bonds.get(ctx, netuid, uid).filter(([, bond]) => bond > 0),
  };
}

type ReadNeuron<T> = (ctx: StateCtx, netuid: NetUid, uid: Uid, columns: Columns) => T | undefined;

function one<T>(ctx: StateCtx, netuid: NetUid, uid: Uid, read: ReadNeuron<T>): T | undefined {
  return ifSubnetExist(ctx, netuid) ? read(ctx, netuid, uid, readColumns(ctx, netuid)) : undefined;
}

/** All neurons up to the first empty uid. */
function all<T>(ctx: StateCtx, netuid: NetUid, read: ReadNeuron<T>): T[] {
  if (!ifSubnetExist(ctx, netuid)) return [];
  const columns = readColumns(ctx, netuid);
  const count = S.SubnetworkN.get(ctx, netuid);
  const found: T[] = [];
  for (let uid = 0; uid < count; uid++) {
    const value = read(ctx, netuid, uid, columns);
    if (value === undefined) break;
    found.push(value);
  }
  return found;
}

export const neuronInfoMethods = bindTrait(neuronInfoApi, {
  get_neurons: (ctx, { netuid }) => all(ctx, netuid, neuron),
  get_neuron: (ctx, { netuid, uid }) => one(ctx, netuid, uid, neuron),
  get_neurons_lite: (ctx, { netuid }) => all(ctx, netuid, neuronLite),
  get_neuron_lite: (ctx, { netuid, uid }) => one(ctx, netuid, uid, neuronLite),
});
