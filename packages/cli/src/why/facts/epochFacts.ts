/** The epoch as it would run next on what is stored now: computed by the chain's own functions, with every step kept. */

import type { Reads } from '@taonet/sdk';
import { I64F64 } from '@taonet/primitives';
import { computeActivityCutoffBlocks, computeCommitBlocks, computeEpoch, mechanismStorageIndex, type EpochInput, type EpochOutput, type EpochStages } from '@taonet/yuma';
import { readCommits, type CommitFacts } from './commitFacts.ts';
import { readStakes, type StakeFacts } from './stakeWeights.ts';
import type { SubnetFacts } from './subnetFacts.ts';

export interface EpochFacts {
  readonly mechanism: number;
  /** Where the mechanism's rows are stored. */
  readonly index: number;
  /** By uid. */
  readonly hotkeys: readonly string[];
  readonly stakes: readonly StakeFacts[];
  /** Whole rao of stake weight, by uid. */
  readonly stakeWeights: readonly bigint[];
  readonly input: EpochInput;
  readonly stages: EpochStages;
  readonly output: EpochOutput;
  readonly commits: CommitFacts;
  /** As the last epoch left them. */
  readonly stored: { readonly incentive: readonly number[]; readonly emission: readonly bigint[] };
  /** Validators whose stake votes: with permit, active. */
  readonly voters: readonly number[];
  readonly versionKey: bigint;
}

export async function readEpochFacts(reads: Reads, subnet: SubnetFacts, mechanism = 0): Promise<EpochFacts> {
  const S = reads.query.SubtensorModule;
  const { netuid, clock, ownerHotkey, neuronCount } = subnet;
  const index = mechanismStorageIndex(netuid, mechanism);
  const versionKey = await S.WeightsVersionKey(netuid);
  const [keys, registered, lastUpdate, permits, weights, bonds, incentive, emission, pendings, numbers, switches, alphaValues] = await Promise.all([
    S.Keys.entries(netuid), S.BlockAtRegistration.entries(netuid), S.LastUpdate(index), S.ValidatorPermit(netuid), S.Weights.entries(index), S.Bonds.entries(index), S.Incentive(index), S.Emission(netuid),
    Promise.all([S.PendingServerEmission(netuid), S.PendingValidatorEmission(netuid), S.PendingRootAlphaDivs(netuid)]),
    Promise.all([S.ActivityCutoffFactorMilli(netuid), S.MaxAllowedValidators(netuid), S.Kappa(netuid), S.BondsPenalty(netuid), S.AlphaSigmoidSteepness(netuid)]),
    Promise.all([S.Yuma3On(netuid), S.LiquidAlphaOn(netuid), S.BondsMovingAverage(netuid)]),
    S.AlphaValues(netuid),
  ]);
  const hotkeys = byUid(neuronCount, keys, '');
  const [stakes, commits] = await Promise.all([readStakes(reads, netuid, hotkeys.filter((hotkey) => hotkey !== '')), readCommits(reads, { netuid, index, clock, hotkeys })]);
  const stakeOf = new Map(stakes.map((stake) => [stake.hotkey, stake]));
  const [factor, maxAllowedValidators, kappaU16, bondsPenaltyU16, alphaSigmoidSteepness] = numbers;
  const [yuma3On, liquidAlphaOn, bondsMovingAverage] = switches;
  const ownerUid = hotkeys.indexOf(ownerHotkey);
  const input: EpochInput = {
    neuronCount, tempo: clock.tempo, lastUpdate, validatorPermit: permits, maxAllowedValidators, kappaU16, bondsPenaltyU16, bondsMovingAverage, yuma3On, liquidAlphaOn, alphaSigmoidSteepness,
    block: BigInt(clock.nextEpochBlock ?? subnet.block + 1),
    activityCutoffBlocks: computeActivityCutoffBlocks(factor, clock.tempo),
    blockAtRegistration: byUid(neuronCount, registered, 0n),
    stakeWeight: hotkeys.map((hotkey) => stakeOf.get(hotkey)?.weight ?? I64F64.zero),
    stakeThresholdRao: subnet.stakeThreshold,
    ownerUid: ownerUid < 0 ? undefined : ownerUid,
    weights: byUid<EpochInput['weights'][number]>(neuronCount, weights, []),
    bonds: byUid<EpochInput['weights'][number]>(neuronCount, bonds, []),
    commitBlocks: commits.isOn ? computeCommitBlocks(commits.pending) : undefined,
    alphaLowU16: alphaValues[0], alphaHighU16: alphaValues[1],
    lastStepBlock: clock.lastStepBlock,
    emissionAlphaRao: pendings[0] + pendings[1] + pendings[2],
  };
  const stages: Record<string, unknown> = {};
  const output = computeEpoch(input, { record: (stage, value) => { stages[stage] = value; } });
  const whole = stages as unknown as EpochStages;
  return {
    mechanism, index, hotkeys, input, output, commits, stages: whole,
    stakes: hotkeys.map((hotkey) => stakeOf.get(hotkey) ?? NOBODY), stakeWeights: input.stakeWeight.map((weight) => I64F64.saturatingToU64(weight)),
    stored: { incentive, emission }, versionKey,
    voters: whole.activeStake.flatMap((stake, uid) => (stake > 0n ? [uid] : [])),
  };
}

const NOBODY: StakeFacts = { hotkey: '', alpha: 0n, rootTao: 0n, children: [], parents: [], weight: I64F64.zero };

function byUid<T>(count: number, entries: readonly (readonly [readonly [number, number], T])[], nothing: T): T[] {
  const list = new Array<T>(count).fill(nothing);
  for (const [[, uid], value] of entries) if (uid < count) list[uid] = value;
  return list;
}
