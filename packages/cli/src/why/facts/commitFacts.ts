/** Commits of weights that wait to be revealed, and those that nobody will reveal any more. */

import type { Reads } from '@taonet/sdk';
import { isCommitExpired, type PendingCommits } from '@taonet/yuma';
import { at, type Source } from '../check.ts';
import type { ByRules, RuleSetName } from '../ruleSets.ts';
import type { EpochClock } from './subnetFacts.ts';

export interface Commit {
  readonly hotkey: string;
  readonly kind: 'hash' | 'timelock';
  /** The subnet's epoch in which it was made. */
  readonly epoch: bigint;
  /** Of time-locked commits in May 2025 the chain kept none. */
  readonly block: bigint | undefined;
  /** The beacon's round that opens it. */
  readonly round: bigint | undefined;
  readonly isExpired: boolean;
}

export interface CommitFacts {
  readonly isOn: boolean;
  readonly currentEpoch: bigint;
  readonly revealPeriod: bigint;
  /** Of the beacon, as the chain has it. */
  readonly lastRound: bigint;
  /** Seconds: from now, by the chain's clock, until the beacon's first round, between two rounds, and between two blocks. */
  readonly beacon: { readonly untilFirst: number; readonly period: number; readonly block: number };
  readonly list: readonly Commit[];
  /** Those that the epoch looks at; undefined where it looks at none. */
  readonly pending: PendingCommits | undefined;
  /** Where they are stored. */
  readonly read: readonly Source[];
}

const MS_PER_S = 1000;

interface Place {
  readonly netuid: number;
  readonly index: number;
  readonly clock: EpochClock;
  readonly hotkeys: readonly string[];
}

/** What a rule set stores of commits. */
type Waiting = Pick<CommitFacts, 'currentEpoch' | 'list' | 'pending' | 'read'>;
type ReadWaiting = (reads: Reads, place: Place, block: number, revealPeriod: bigint) => Promise<Waiting>;

const BEACON: Source = { item: 'Drand.LastStoredRound', keys: [] };

async function readWaitingOfJune(reads: Reads, { netuid, index, clock, hotkeys }: Place, block: number, revealPeriodEpochs: bigint): Promise<Waiting> {
  const S = reads.query.SubtensorModule;
  const [epochIndex, hashed, locked] = await Promise.all([S.SubnetEpochIndex(netuid), S.WeightCommits.entries(index), S.TimelockedWeightCommits.entries(index)]);
  // As the next block sees it: when its epoch is due, the next number counts already.
  const currentEpoch = clock.nextEpochBlock === block + 1 ? epochIndex + 1n : epochIndex;
  const expired = (commitEpoch: bigint): boolean => isCommitExpired({ currentEpoch, commitEpoch, revealPeriodEpochs });
  const uidOf = (hotkey: string): number | undefined => (hotkeys.includes(hotkey) ? hotkeys.indexOf(hotkey) : undefined);
  return {
    currentEpoch,
    list: [
      ...hashed.flatMap(([[, hotkey], queue]) => queue.map(([, epoch, made]): Commit => ({ hotkey, kind: 'hash', epoch, block: made, round: undefined, isExpired: expired(epoch) }))),
      ...locked.flatMap(([[, epoch], queue]) => queue.map(([hotkey, made, , round]): Commit => ({ hotkey, kind: 'timelock', epoch, block: made, round, isExpired: expired(epoch) }))),
    ],
    pending: {
      neuronCount: hotkeys.length, currentEpoch, revealPeriodEpochs,
      hashCommits: hashed.map(([[, hotkey], queue]) => ({ uid: uidOf(hotkey), queue: queue.map(([, epoch, made]) => ({ epoch, block: made })) })),
      timelockedCommits: locked.flatMap(([[, epoch], queue]) => queue.map(([hotkey, made]) => ({ uid: uidOf(hotkey), epoch, block: made }))),
    },
    read: [at('WeightCommits', index), at('TimelockedWeightCommits', index), BEACON],
  };
}

/** The block number alone tells the epoch; what is time-locked is opened, or lost, at the end of its last one. source: pallets/subtensor/src/subnets/weights.rs @ 1b0c63a */
async function readWaitingOfMay(reads: Reads, { netuid, clock }: Place, block: number, revealPeriodEpochs: bigint): Promise<Waiting> {
  const S = reads.query.SubtensorModule;
  const [hashed, locked] = await Promise.all([S.WeightCommits.entries(netuid), S.CRV3WeightCommits.entries(netuid)]);
  const epochOf = (made: bigint): bigint => (made + BigInt(netuid) + 1n) / BigInt(clock.tempo + 1);
  const currentEpoch = epochOf(BigInt(block + 1));
  const expired = (commitEpoch: bigint): boolean => isCommitExpired({ currentEpoch, commitEpoch, revealPeriodEpochs });
  return {
    currentEpoch,
    list: [
      ...hashed.flatMap(([[, hotkey], queue]) => queue.map(([, made]): Commit => ({ hotkey, kind: 'hash', epoch: epochOf(made), block: made, round: undefined, isExpired: expired(epochOf(made)) }))),
      ...locked.flatMap(([[, epoch], queue]) => queue.map(([hotkey, , round]): Commit => ({ hotkey, kind: 'timelock', epoch, block: undefined, round, isExpired: expired(epoch - 1n) }))),
    ],
    pending: undefined,
    read: [at('WeightCommits', netuid), at('CRV3WeightCommits', netuid), BEACON],
  };
}

const READ_WAITING: ByRules<ReadWaiting> = { June2026: readWaitingOfJune, May2025: readWaitingOfMay };

export async function readCommits(reads: Reads, rules: RuleSetName, place: Place): Promise<CommitFacts> {
  const S = reads.query.SubtensorModule;
  const { netuid } = place;
  const [isOn, revealPeriod, lastRound, { number: block }, beacon, now] = await Promise.all([
    S.CommitRevealWeightsEnabled(netuid), S.RevealPeriodEpochs(netuid), reads.query.Drand.LastStoredRound(), reads.block(), reads.query.Drand.BeaconConfig(), reads.query.Timestamp.Now(),
  ]);
  return {
    isOn, revealPeriod, lastRound, ...await READ_WAITING[rules](reads, place, block, revealPeriod),
    beacon: { untilFirst: beacon.genesis_time - Number(now) / MS_PER_S, period: beacon.period, block: Number(reads.constants.Aura.SlotDuration) / MS_PER_S },
  };
}
