/** delegateInfo_*, neuronInfo_*, subnetInfo_*, stakeInfo_*, swap_*: upstream's own methods, each a runtime API in another form. */

import { Reader, readLength, Writer, writeCompact } from '@taonet/codec';
import { hexToBytes } from '@taonet/primitives';
import { numberAt } from '../blocks.ts';
import { method, type Call, type MethodGroup, type MethodRow } from '../method.ts';
import { account, accountBytes, hash, list, optional, u16, u64, u8, type Param, type Params } from '../params.ts';
import { RpcError } from '../rpcError.ts';

/** A parameter and how it stands in the runtime API's arguments. */
interface Arg<T> {
  readonly param: Param<T>;
  write(writer: Writer, value: T): void;
}

const arg = <T>(param: Param<T>, write: (writer: Writer, value: T) => void): Arg<T> => ({ param, write });

const netuid = arg(u16, (writer, value) => writer.uintLe(value, 2));
const mecid = arg(u8, (writer, value) => writer.byte(value));
const amount = arg(u64, (writer, value) => writer.bigLe(value, 8));
const who = arg(account, (writer, value) => writer.raw(hexToBytes(value)));
const whoBytes = arg(accountBytes, (writer, value) => writer.raw(hexToBytes(value)));
const indexes = arg(list(u16), (writer, values) => {
  writeCompact(writer, values.length);
  for (const value of values) writer.uintLe(value, 2);
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- argument types differ from row to row
type Args = Readonly<Record<string, Arg<any>>>;

/** How the API's SCALE answer becomes JSON. */
interface Shape {
  readonly says: string;
  toJson(answer: Uint8Array): unknown;
}

const scaleBytes: Shape = { says: 'SCALE bytes as an array of numbers', toJson: (answer) => [...answer] };
const u64Number: Shape = { says: 'number', toJson: (answer) => new Reader(answer).bigLe(8) };
const maybeNetuid: Shape = {
  says: 'number or null',
  toJson: (answer) => {
    const reader = new Reader(answer);
    return reader.byte() === 0 ? null : reader.uintLe(2);
  },
};
const prices: Shape = {
  says: '[{ netuid, price }]',
  toJson: (answer) => {
    const reader = new Reader(answer);
    return Array.from({ length: readLength(reader, 10) }, () => ({ netuid: reader.uintLe(2), price: reader.bigLe(8) }));
  },
};

/** source: pallets/subtensor/rpc/src/lib.rs, pallets/swap/rpc/src/lib.rs @ 14bc6f9: runtime failures are code 1 */
const runtimeFailure = (why: string): RpcError => new RpcError(1, 'Runtime error', why);

function view(name: string, args: Args, api: string, shape: Shape = scaleBytes): MethodRow {
  const params: Params = Object.fromEntries([...Object.entries(args).map(([key, { param }]) => [key, param] as const), ['at', optional(hash)] as const]);
  return method({
    name,
    params,
    returns: shape.says,
    docs: `The answer of runtime API ${api}.`,
    run: ({ node: { chain } }: Call, given) => {
      const writer = new Writer();
      for (const [key, { write }] of Object.entries(args)) write(writer, given[key]);
      const outcome = chain.call(numberAt(chain, given['at'] as string | undefined), api, writer.bytes());
      if ('ok' in outcome) return shape.toJson(outcome.ok);
      throw runtimeFailure(outcome.failed === 'NotFound' ? `${api} is not found` : outcome.reason);
    },
  });
}

export const bittensorMethods: MethodGroup = {
  title: 'bittensor',
  rows: [
    view('delegateInfo_getDelegates', {}, 'DelegateInfoRuntimeApi_get_delegates'),
    view('delegateInfo_getDelegate', { delegateAccount: whoBytes }, 'DelegateInfoRuntimeApi_get_delegate'),
    view('delegateInfo_getDelegated', { delegateeAccount: whoBytes }, 'DelegateInfoRuntimeApi_get_delegated'),
    view('neuronInfo_getNeuronsLite', { netuid }, 'NeuronInfoRuntimeApi_get_neurons_lite'),
    view('neuronInfo_getNeuronLite', { netuid, uid: netuid }, 'NeuronInfoRuntimeApi_get_neuron_lite'),
    view('neuronInfo_getNeurons', { netuid }, 'NeuronInfoRuntimeApi_get_neurons'),
    view('neuronInfo_getNeuron', { netuid, uid: netuid }, 'NeuronInfoRuntimeApi_get_neuron'),
    view('subnetInfo_getSubnetInfo', { netuid }, 'SubnetInfoRuntimeApi_get_subnet_info'),
    view('subnetInfo_getSubnetsInfo', {}, 'SubnetInfoRuntimeApi_get_subnets_info'),
    view('subnetInfo_getSubnetInfo_v2', { netuid }, 'SubnetInfoRuntimeApi_get_subnet_info_v2'),
    view('subnetInfo_getSubnetsInfo_v2', {}, 'SubnetInfoRuntimeApi_get_subnets_info_v2'),
    view('subnetInfo_getSubnetHyperparams', { netuid }, 'SubnetInfoRuntimeApi_get_subnet_hyperparams'),
    view('subnetInfo_getSubnetHyperparamsV2', { netuid }, 'SubnetInfoRuntimeApi_get_subnet_hyperparams_v2'),
    view('subnetInfo_getAllDynamicInfo', {}, 'SubnetInfoRuntimeApi_get_all_dynamic_info'),
    view('subnetInfo_getDynamicInfo', { netuid }, 'SubnetInfoRuntimeApi_get_dynamic_info'),
    view('subnetInfo_getAllMetagraphs', {}, 'SubnetInfoRuntimeApi_get_all_metagraphs'),
    view('subnetInfo_getMetagraph', { netuid }, 'SubnetInfoRuntimeApi_get_metagraph'),
    view('subnetInfo_getAllMechagraphs', {}, 'SubnetInfoRuntimeApi_get_all_mechagraphs'),
    view('subnetInfo_getMechagraph', { netuid, mecid }, 'SubnetInfoRuntimeApi_get_mechagraph'),
    view('subnetInfo_getSubnetState', { netuid }, 'SubnetInfoRuntimeApi_get_subnet_state'),
    view('subnetInfo_getLockCost', {}, 'SubnetRegistrationRuntimeApi_get_network_registration_cost', u64Number),
    view('subnetInfo_getSelectiveMetagraph', { netuid, metagraphIndex: indexes }, 'SubnetInfoRuntimeApi_get_selective_metagraph'),
    view('subnetInfo_getColdkeyAutoStakeHotkey', { coldkey: who, netuid }, 'SubnetInfoRuntimeApi_get_coldkey_auto_stake_hotkey'),
    view('subnetInfo_getSelectiveMechagraph', { netuid, mecid, metagraphIndex: indexes }, 'SubnetInfoRuntimeApi_get_selective_mechagraph'),
    view('subnetInfo_getSubnetToPrune', {}, 'SubnetInfoRuntimeApi_get_subnet_to_prune', maybeNetuid),
    view('subnetInfo_getSubnetAccountId', { netuid }, 'SubnetInfoRuntimeApi_get_subnet_account_id'),
    view('stakeInfo_getColdkeyLock', { coldkey: who, netuid }, 'StakeInfoRuntimeApi_get_coldkey_lock'),
    view('swap_currentAlphaPrice', { netuid }, 'SwapRuntimeApi_current_alpha_price', u64Number),
    view('swap_currentAlphaPriceAll', {}, 'SwapRuntimeApi_current_alpha_price_all', prices),
    view('swap_simSwapTaoForAlpha', { netuid, tao: amount }, 'SwapRuntimeApi_sim_swap_tao_for_alpha'),
    view('swap_simSwapAlphaForTao', { netuid, alpha: amount }, 'SwapRuntimeApi_sim_swap_alpha_for_tao'),
  ],
};
