/** Weights of the calls of pallets EVM, Ethereum and BaseFee. source: frontier d553a1155, frame/{evm,ethereum,base-fee}/src */

import { subWeight, type DispatchInfo } from '@taonet/frame';
import { U64_MAX } from '@taonet/primitives';
import { BASE_EXTRINSIC } from '../limits.ts';
import { fixed, type WeightRow, type WeightTable } from './weightRow.ts';

/** Picoseconds of one unit of gas: 75 % of a block's reference time over 75,000,000 gas. */
const WEIGHT_PER_GAS = 40_000n;

/** The weight of all gas, less the base weight that every extrinsic has anyway. */
function gasWeight(gas: bigint): DispatchInfo {
  const weight = gas * WEIGHT_PER_GAS;
  return { weight: subWeight({ refTime: weight > U64_MAX ? U64_MAX : weight, proofSize: 0n }, BASE_EXTRINSIC), class: 'Normal', paysFee: true };
}

const byGas: WeightRow = (args) => gasWeight(args['gas_limit'] as bigint);

/** An Ethereum transaction of any kind states its gas limit as a U256. */
interface EthereumCall {
  readonly transaction: { readonly value: { readonly gas_limit: bigint } };
}

export const ethereumWeights: WeightTable = {
  transact: (args) => gasWeight((args as unknown as EthereumCall).transaction.value.gas_limit),
};

export const evmWeights: WeightTable = {
  withdraw: fixed(1_696_000, 0, 0, 0),
  call: byGas,
  create: byGas,
  create2: byGas,
  set_whitelist: fixed(0, 0, 0, 1),
  disable_whitelist: fixed(0, 0, 0, 1),
};

export const baseFeeWeights: WeightTable = {
  set_base_fee_per_gas: fixed(10_000, 0, 0, 1),
  set_elasticity: fixed(10_000, 0, 0, 1),
};
