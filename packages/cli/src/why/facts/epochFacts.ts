/** The epoch as it would run next on what is stored now: computed by the chain's own functions, with every step kept. */

import type { Reads } from '@taonet/sdk';
import { I64F64 } from '@taonet/primitives';
import { computeActivityCutoffBlocks, computeCommitBlocks, computeEpoch, computeEpochMay2025, mechanismStorageIndex, type EpochInput, type EpochOutput, type EpochRecorder, type EpochStages } from '@taonet/yuma';
import { at, type Source } from '../check.ts';
import type { ByRules } from '../ruleSets.ts';
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
  readonly output: Pick<EpochOutput, 'incentive' | 'validatorPermit'>;
  readonly commits: CommitFacts;
  /** As the last epoch left them. */
  readonly stored: { readonly incentive: readonly number[]; readonly emission: readonly bigint[] };
  /** Validators whose stake votes: with permit, active. */
  readonly voters: readonly number[];
  readonly versionKey: bigint;
  /** Where it stands when a neuron counts as inactive. */
  readonly cutoffRead: readonly Source[];
}

/** What an epoch reads elsewhere, and who computes it. */
interface EpochRule {
  readonly pendings: (reads: Reads, netuid: number) => Promise<readonly bigint[]>;
  readonly cutoffBlocks: (reads: Reads, netuid: number, tempo: number) => Promise<bigint>;
  readonly cutoffRead: (netuid: number) => readonly Source[];
  readonly compute: (input: EpochInput, recorder: EpochRecorder) => EpochFacts['output'];
}

const EPOCH_RULES: ByRules<EpochRule> = {
  June2026: {
    pendings: ({ query: { SubtensorModule: S } }, netuid) => Promise.all([S.PendingServerEmission(netuid), S.PendingValidatorEmission(netuid), S.PendingRootAlphaDivs(netuid)]),
    cutoffBlocks: async ({ query: { SubtensorModule: S } }, netuid, tempo) => computeActivityCutoffBlocks(await S.ActivityCutoffFactorMilli(netuid), tempo),
    cutoffRead: (netuid) => [at('ActivityCutoffFactorMilli', netuid), at('Tempo', netuid)],
    compute: computeEpoch,
  },
  May2025: {
    pendings: ({ query: { SubtensorModule: S } }, netuid) => Promise.all([S.PendingEmission(netuid), S.PendingAlphaSwapped(netuid)]),
    cutoffBlocks: async ({ query: { SubtensorModule: S } }, netuid) => BigInt(await S.ActivityCutoff(netuid)),
    cutoffRead: (netuid) => [at('ActivityCutoff', netuid)],
    // Steepness was unsigned then.
    compute: (input, recorder) => computeEpochMay2025({ ...input, alphaSigmoidSteepness: input.alphaSigmoidSteepness & 0xffff }, recorder),
  },
};

export async function readEpochFacts(reads: Reads, subnet: SubnetFacts, mechanism = 0): Promise<EpochFacts> {
  const S = reads.query.SubtensorModule;
  const { netuid, clock, ownerHotkey, neuronCount } = subnet;
  const rule = EPOCH_RULES[subnet.rules];
  const index = mechanismStorageIndex(netuid, mechanism);
  const versionKey = await S.WeightsVersionKey(netuid);
  const [keys, registered, lastUpdate, permits, weights, bonds, incentive, emission, pendings, numbers, switches, alphaValues] = await Promise.all([
    S.Keys.entries(netuid), S.BlockAtRegistration.entries(netuid), S.LastUpdate(index), S.ValidatorPermit(netuid), S.Weights.entries(index), S.Bonds.entries(index), S.Incentive(index), S.Emission(netuid),
    rule.pendings(reads, netuid),
    Promise.all([rule.cutoffBlocks(reads, netuid, clock.tempo), S.MaxAllowedValidators(netuid), S.Kappa(netuid), S.BondsPenalty(netuid), S.AlphaSigmoidSteepness(netuid)]),
    Promise.all([S.Yuma3On(netuid), S.LiquidAlphaOn(netuid), S.BondsMovingAverage(netuid)]),
    S.AlphaValues(netuid),
  ]);
  const hotkeys = byUid(neuronCount, keys, '');
  const [stakes, commits] = await Promise.all([readStakes(reads, netuid, hotkeys.filter((hotkey) => hotkey !== '')), readCommits(reads, subnet.rules, { netuid, index, clock, hotkeys })]);
  const stakeOf = new Map(stakes.map((stake) => [stake.hotkey, stake]));
  const [activityCutoffBlocks, maxAllowedValidators, kappaU16, bondsPenaltyU16, alphaSigmoidSteepness] = numbers;
  const [yuma3On, liquidAlphaOn, bondsMovingAverage] = switches;
  const ownerUid = hotkeys.indexOf(ownerHotkey);
  const input: EpochInput = {
    neuronCount, tempo: clock.tempo, lastUpdate, validatorPermit: permits, maxAllowedValidators, kappaU16, bondsPenaltyU16, bondsMovingAverage, yuma3On, liquidAlphaOn, alphaSigmoidSteepness,
    block: BigInt(clock.nextEpochBlock ?? subnet.block + 1),
    activityCutoffBlocks,
    blockAtRegistration: byUid(neuronCount, registered, 0n),
    stakeWeight: hotkeys.map((hotkey) => stakeOf.get(hotkey)?.weight ?? I64F64.zero),
    stakeThresholdRao: subnet.stakeThreshold,
    ownerUid: ownerUid < 0 ? undefined : ownerUid,
    weights: byUid<EpochInput['weights'][number]>(neuronCount, weights, []),
    bonds: byUid<EpochInput['weights'][number]>(neuronCount, bonds, []),
    commitBlocks: commits.isOn && commits.pending !== undefined ? computeCommitBlocks(commits.pending) : undefined,
    alphaLowU16: alphaValues[0], alphaHighU16: alphaValues[1],
    lastStepBlock: clock.lastStepBlock,
    emissionAlphaRao: pendings.reduce((sum, pending) => sum + pending, 0n),
  };
  const stages: Record<string, unknown> = {};
  const output = rule.compute(input, { record: (stage, value) => { stages[stage] = value; } });
  const whole = stages as unknown as EpochStages;
  return {
    mechanism, index, hotkeys, input, output, commits, stages: whole,
    stakes: hotkeys.map((hotkey) => stakeOf.get(hotkey) ?? NOBODY), stakeWeights: input.stakeWeight.map((weight) => I64F64.saturatingToU64(weight)),
    stored: { incentive, emission }, versionKey, cutoffRead: rule.cutoffRead(netuid),
    voters: whole.activeStake.flatMap((stake, uid) => (stake > 0n ? [uid] : [])),
  };
}

const NOBODY: StakeFacts = { hotkey: '', alpha: 0n, rootTao: 0n, children: [], parents: [], weight: I64F64.zero };

function byUid<T>(count: number, entries: readonly (readonly [readonly [number, number], T])[], nothing: T): T[] {
  const list = new Array<T>(count).fill(nothing);
  for (const [[, uid], value] of entries) if (uid < count) list[uid] = value;
  return list;
}
