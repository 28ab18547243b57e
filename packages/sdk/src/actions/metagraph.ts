/** A subnet with its neurons at one block. */

import type { Metagraph as RawMetagraph } from '@taonet/abi';
import type { Reads } from '../client/reads.ts';
import { sdkError } from '../errors.ts';
import { toAddress, type AccountLike } from '../scale/address.ts';
import { Alpha, Tao } from '../units.ts';
import { endpointOf, type AxonEndpoint } from './axon.ts';
import { priceOfBits } from './subnets.ts';
import { shareOf, textOf } from './text.ts';

export interface Neuron {
  readonly uid: number;
  readonly netuid: number;
  readonly hotkey: string;
  readonly coldkey: string;
  /** Has set weights lately, or is new. */
  readonly active: boolean;
  readonly validatorPermit: boolean;
  /** 0 to 1, as are the next two. */
  readonly incentive: number;
  readonly dividends: number;
  readonly consensus: number;
  /** 0 to 1, as are the next two; undefined on chains that no longer keep them, mainnet's since spec 365 among them. */
  readonly trust: number | undefined;
  readonly rank: number | undefined;
  readonly pruningScore: number | undefined;
  /** Of the last epoch. */
  readonly emission: Alpha;
  /** Alpha of this subnet, staked to the hotkey. */
  readonly alphaStake: Alpha;
  /** Root stake of the hotkey, as it counts here. */
  readonly taoStake: Tao;
  /** What counts for weights: alpha and TAO by the chain's rule, in rao. */
  readonly totalStake: bigint;
  /** Block of the last weights. */
  readonly lastUpdate: number;
  readonly registeredAt: number;
  /** Where it listens; undefined when it never said so. */
  readonly axon: AxonEndpoint | undefined;
  /** As its owner calls it. */
  readonly name: string | undefined;
}

/** All neurons of a subnet; iterable, one object each. */
export class Metagraph implements Iterable<Neuron> {
  readonly netuid: number;
  readonly name: string;
  readonly symbol: string;
  readonly block: number;
  readonly tempo: number;
  readonly lastStep: number;
  readonly blocksSinceLastStep: number;
  readonly owner: string;
  readonly ownerHotkey: string;
  readonly movingPrice: Tao;
  readonly commitReveal: boolean;
  readonly neurons: readonly Neuron[];
  /** The runtime's answer as it came: all 72 fields. */
  readonly raw: RawMetagraph;

  constructor(raw: RawMetagraph) {
    this.raw = raw;
    this.netuid = raw.netuid;
    this.name = textOf(raw.name);
    this.symbol = textOf(raw.symbol);
    this.block = Number(raw.block);
    this.tempo = raw.tempo;
    this.lastStep = Number(raw.last_step);
    this.blocksSinceLastStep = Number(raw.blocks_since_last_step);
    this.owner = raw.owner_coldkey;
    this.ownerHotkey = raw.owner_hotkey;
    this.movingPrice = priceOfBits(raw.moving_price);
    this.commitReveal = raw.commit_reveal_weights_enabled;
    this.neurons = raw.hotkeys.map((_, uid) => neuronOf(raw, uid));
  }

  /** Neurons without a validator's permit. */
  get miners(): readonly Neuron[] {
    return this.neurons.filter(({ validatorPermit }) => !validatorPermit);
  }

  /** Neurons with a validator's permit. */
  get validators(): readonly Neuron[] {
    return this.neurons.filter(({ validatorPermit }) => validatorPermit);
  }

  byUid(uid: number): Neuron | undefined {
    return this.neurons[uid];
  }

  byHotkey(hotkey: AccountLike): Neuron | undefined {
    const address = toAddress(hotkey, 'hotkey');
    return this.neurons.find((neuron) => neuron.hotkey === address);
  }

  get length(): number {
    return this.neurons.length;
  }

  [Symbol.iterator](): Iterator<Neuron> {
    return this.neurons[Symbol.iterator]();
  }
}

const shareIfKept = (raw: number | undefined): number | undefined => (raw === undefined ? undefined : shareOf(raw));

function neuronOf(raw: RawMetagraph, uid: number): Neuron {
  const { netuid } = raw;
  const identity = raw.identities[uid];
  return {
    uid, netuid,
    hotkey: raw.hotkeys[uid]!,
    coldkey: raw.coldkeys[uid]!,
    active: raw.active[uid]!,
    validatorPermit: raw.validator_permit[uid]!,
    incentive: shareOf(raw.incentives[uid]!),
    dividends: shareOf(raw.dividends[uid]!),
    consensus: shareOf(raw.consensus[uid]!),
    trust: shareIfKept(raw.trust[uid]),
    rank: shareIfKept(raw.rank[uid]),
    pruningScore: shareIfKept(raw.pruning_score[uid]),
    emission: new Alpha(netuid, raw.emission[uid]!),
    alphaStake: new Alpha(netuid, raw.alpha_stake[uid]!),
    taoStake: new Tao(raw.tao_stake[uid]!),
    totalStake: raw.total_stake[uid]!,
    lastUpdate: Number(raw.last_update[uid]!),
    registeredAt: Number(raw.block_at_registration[uid]!),
    axon: endpointOf(raw.axons[uid]!),
    name: identity === undefined ? undefined : textOf(identity.name),
  };
}

/** refuses: NotOnThisChain when there is no such subnet */
export async function readMetagraph(reads: Reads, netuid: number, mechanism: number): Promise<Metagraph> {
  const { SubnetInfoRuntimeApi } = reads.api;
  const raw = mechanism === 0 ? await SubnetInfoRuntimeApi.get_metagraph({ netuid }) : await SubnetInfoRuntimeApi.get_mechagraph({ netuid, mecid: mechanism });
  if (raw === undefined) throw sdkError('NotOnThisChain', { netuid, mechanism: mechanism === 0 ? undefined : mechanism }, { message: `There is no subnet ${netuid}${mechanism === 0 ? '' : ` with mechanism ${mechanism}`}.` });
  return new Metagraph(raw);
}
