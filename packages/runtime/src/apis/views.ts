/** What runtime APIs show of a state, where rule sets differ: each names how its own is read. */

import type { subnetInfoApi } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import type { SwapDirection } from '@taonet/pools';
import type { AccountId, NetUid } from '@taonet/primitives';
import type { StakeKey } from '../pallets/subtensor/staking/stakeShares.ts';
import type { ApiFound } from './handlers.ts';
import type { FieldReaders } from './metagraphFields.ts';

export type HyperparamEntry = ApiFound<typeof subnetInfoApi, 'get_subnet_hyperparams_v3'>[number];
/** Name and value, in the order in which they are shown. */
export type Hyperparams = readonly (readonly [name: string, value: HyperparamEntry['value']])[];

/** Scores by uid. */
export interface NeuronScores {
  readonly rank: readonly number[];
  readonly trust: readonly number[];
  readonly pruning: readonly number[];
}

/** Shares that a coldkey has of a hotkey's pool on a subnet. */
export interface Holding {
  readonly coldkey: AccountId;
  readonly netuid: NetUid;
  /** Alpha that so many shares would be worth in the hotkey's pool on that subnet. */
  valueIn(netuid: NetUid): bigint;
}

/** A hotkey on a subnet. */
export type Place = readonly [hotkey: AccountId, netuid: NetUid];

/** What a swap would do. Rao of TAO or alpha, by direction. */
export interface Quote {
  /** Without the fee. */
  readonly paidIn: bigint;
  /** What arrives. */
  readonly paidOut: bigint;
  readonly taoFee: bigint;
  readonly alphaFee: bigint;
}

export interface Views {
  /** Every fact of a metagraph, in wire order. */
  readonly fields: FieldReaders;
  hyperparams(ctx: StateCtx, netuid: NetUid): Hyperparams;
  networkModality(ctx: StateCtx, netuid: NetUid): number;
  neuronScores(ctx: StateCtx, netuid: NetUid): NeuronScores;
  /** Alpha. */
  stakeOf(ctx: StateCtx, key: StakeKey): bigint;
  /** Rao that the hotkey's root stake earned at the subnet's last epoch. */
  taoDividends(ctx: StateCtx, netuid: NetUid, hotkey: AccountId): bigint;
  /** By coldkey; of none without shares. */
  holdingsOn(ctx: StateCtx, hotkey: AccountId): Holding[];
  /** Subnets where the coldkey has an entry with the hotkey. */
  subnetsHeld(ctx: StateCtx, hotkey: AccountId, coldkey: AccountId): NetUid[];
  /** Rao, of staking, unstaking or moving so much. */
  stakeFee(ctx: StateCtx, origin: Place | undefined, destination: Place | undefined, amount: bigint): bigint;
  /** Of a swap by itself; undefined where it cannot be made. */
  quote(ctx: StateCtx, netuid: NetUid, direction: SwapDirection, amountIn: bigint): Quote | undefined;
  nextEpochStartBlock(ctx: StateCtx, netuid: NetUid): bigint | undefined;
  /** Rao. */
  networkLockCost(ctx: StateCtx): bigint;
  networkToPrune(ctx: StateCtx): NetUid | undefined;
}
