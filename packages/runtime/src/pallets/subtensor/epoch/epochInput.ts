/** Reads from storage what an epoch needs. */

import type { StateCtx } from '@taonet/frame';
import type { AccountId, MechId, NetUid, Uid } from '@taonet/primitives';
import { computeActivityCutoffBlocks, computeCommitBlocks, mechanismStorageIndex, type EpochInput, type StoredRow } from '@taonet/yuma';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { S } from '../pallet.ts';
import { getStakeWeightsForNetwork } from '../staking/stakeWeights.ts';
import { getOwnerUid } from '../subnets/uids.ts';
import { currentEpochWithLookahead } from '../weights/commitEpochs.ts';

/** A neuron by its slot, ascending by uid. */
export interface Neuron {
  readonly uid: Uid;
  readonly hotkey: AccountId;
}

/** All neurons of a subnet. Keys are stored by the uid's low byte first; here they are in order. */
export function getNeurons(ctx: StateCtx, netuid: NetUid): Neuron[] {
  return S.Keys.entries(ctx, netuid).map(([[, uid], hotkey]) => ({ uid, hotkey })).sort((a, b) => a.uid - b.uid);
}

/** What differs between a subnet's mechanisms; the rest is read once. */
export type MechanismInput = Omit<EpochInput, 'emissionAlphaRao'>;

/**
 * Gives the input of each mechanism of the subnet.
 *
 * source: pallets/subtensor/src/epoch/run_epoch.rs, the reads of epoch_mechanism @ 14bc6f9
 */
export function readEpochInputs(ctx: StateCtx, netuid: NetUid, neurons: readonly Neuron[]): (mechid: MechId) => MechanismInput {
  const shared = readShared(ctx, netuid, neurons);
  const commitReveal = S.CommitRevealWeightsEnabled.get(ctx, netuid);
  return (mechid) => {
    const index = mechanismStorageIndex(netuid, mechid);
    return {
      ...shared,
      lastUpdate: S.LastUpdate.get(ctx, index),
      weights: readRows(ctx, S.Weights, index, shared.neuronCount),
      bonds: readRows(ctx, S.Bonds, index, shared.neuronCount),
      commitBlocks: commitReveal ? readCommitBlocks(ctx, { netuid, index, neurons, neuronCount: shared.neuronCount }) : undefined,
    };
  };
}

function readShared(ctx: StateCtx, netuid: NetUid, neurons: readonly Neuron[]): Omit<MechanismInput, 'lastUpdate' | 'weights' | 'bonds' | 'commitBlocks'> {
  const basis = readEpochBasis(ctx, netuid, neurons);
  return {
    ...basis,
    activityCutoffBlocks: computeActivityCutoffBlocks(S.ActivityCutoffFactorMilli.get(ctx, netuid), basis.tempo),
    lastStepBlock: S.LastMechansimStepBlock.get(ctx, netuid),
  };
}

/** What the rules of every date read in the same way. */
export type EpochBasis = Omit<MechanismInput, 'lastUpdate' | 'weights' | 'bonds' | 'commitBlocks' | 'activityCutoffBlocks' | 'lastStepBlock'>;

/**
 * Parameters, stakes and permits of a subnet.
 *
 * source: pallets/subtensor/src/epoch/run_epoch.rs, the reads of epoch_mechanism @ 14bc6f9, of epoch @ 1b0c63a
 */
export function readEpochBasis(ctx: StateCtx, netuid: NetUid, neurons: readonly Neuron[]): EpochBasis {
  const neuronCount = S.SubnetworkN.get(ctx, netuid);
  const tempo = S.Tempo.get(ctx, netuid);
  const blockAtRegistration = new Array<bigint>(neuronCount).fill(0n);
  for (const { uid } of neurons) if (uid < neuronCount) blockAtRegistration[uid] = S.BlockAtRegistration.get(ctx, netuid, uid);
  const [alphaLowU16, alphaHighU16] = S.AlphaValues.get(ctx, netuid);
  return {
    neuronCount, tempo, blockAtRegistration, alphaLowU16, alphaHighU16,
    block: getCurrentBlockAsU64(ctx),
    stakeWeight: getStakeWeightsForNetwork(ctx, netuid, neurons),
    stakeThresholdRao: S.StakeThreshold.get(ctx),
    ownerUid: getOwnerUid(ctx, netuid),
    validatorPermit: S.ValidatorPermit.get(ctx, netuid),
    maxAllowedValidators: S.MaxAllowedValidators.get(ctx, netuid),
    kappaU16: S.Kappa.get(ctx, netuid),
    bondsPenaltyU16: S.BondsPenalty.get(ctx, netuid),
    bondsMovingAverage: S.BondsMovingAverage.get(ctx, netuid),
    yuma3On: S.Yuma3On.get(ctx, netuid),
    liquidAlphaOn: S.LiquidAlphaOn.get(ctx, netuid),
    alphaSigmoidSteepness: S.AlphaSigmoidSteepness.get(ctx, netuid),
  };
}

/** Rows by uid; a neuron without one has an empty row. source: run_epoch.rs, get_weights_sparse, get_bonds_sparse @ 14bc6f9 */
export function readRows(ctx: StateCtx, item: typeof S.Weights, index: number, neuronCount: number): StoredRow[] {
  const rows = new Array<StoredRow>(neuronCount).fill([]);
  for (const [[, uid], row] of item.entries(ctx, index)) if (uid < neuronCount) rows[uid] = row;
  return rows;
}

interface CommitPlace {
  readonly netuid: NetUid;
  readonly index: number;
  readonly neurons: readonly Neuron[];
  readonly neuronCount: number;
}

function readCommitBlocks(ctx: StateCtx, { netuid, index, neurons, neuronCount }: CommitPlace): (bigint | undefined)[] {
  const uidOf = new Map(neurons.map(({ uid, hotkey }) => [hotkey, uid] as const));
  return computeCommitBlocks({
    neuronCount,
    currentEpoch: currentEpochWithLookahead(ctx, netuid),
    revealPeriodEpochs: S.RevealPeriodEpochs.get(ctx, netuid),
    hashCommits: S.WeightCommits.entries(ctx, index).map(([[, who], queue]) => ({
      uid: uidOf.get(who), queue: queue.map(([, epoch, block]) => ({ epoch, block })),
    })),
    timelockedCommits: S.TimelockedWeightCommits.entries(ctx, index).flatMap(([[, epoch], queue]) =>
      queue.map(([who, block]) => ({ uid: uidOf.get(who), epoch, block }))),
  });
}
