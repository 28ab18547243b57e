/** Commits of weights that wait to be revealed, and those that nobody will reveal any more. */

import type { Reads } from '@taonet/sdk';
import { isCommitExpired, type PendingCommits } from '@taonet/yuma';
import type { EpochClock } from './subnetFacts.ts';

export interface Commit {
  readonly hotkey: string;
  readonly kind: 'hash' | 'timelock';
  /** By SubnetEpochIndex. */
  readonly epoch: bigint;
  readonly block: bigint;
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
  readonly pending: PendingCommits;
}

const MS_PER_S = 1000;

interface Place {
  readonly netuid: number;
  readonly index: number;
  readonly clock: EpochClock;
  readonly hotkeys: readonly string[];
}

export async function readCommits(reads: Reads, { netuid, index, clock, hotkeys }: Place): Promise<CommitFacts> {
  const S = reads.query.SubtensorModule;
  const [isOn, revealPeriod, epochIndex, hashed, locked, lastRound, { number: block }, beacon, now] = await Promise.all([
    S.CommitRevealWeightsEnabled(netuid), S.RevealPeriodEpochs(netuid), S.SubnetEpochIndex(netuid), S.WeightCommits.entries(index), S.TimelockedWeightCommits.entries(index), reads.query.Drand.LastStoredRound(), reads.block(), reads.query.Drand.BeaconConfig(), reads.query.Timestamp.Now(),
  ]);
  // As the next block sees it: when its epoch is due, the next number counts already.
  const currentEpoch = clock.nextEpochBlock === block + 1 ? epochIndex + 1n : epochIndex;
  const expired = (epoch: bigint): boolean => isCommitExpired({ currentEpoch, commitEpoch: epoch, revealPeriodEpochs: revealPeriod });
  const uidOf = (hotkey: string): number | undefined => (hotkeys.includes(hotkey) ? hotkeys.indexOf(hotkey) : undefined);
  const list: Commit[] = [
    ...hashed.flatMap(([[, hotkey], queue]) => queue.map(([, epoch, at]) => ({ hotkey, kind: 'hash' as const, epoch, block: at, round: undefined, isExpired: expired(epoch) }))),
    ...locked.flatMap(([[, epoch], queue]) => queue.map(([hotkey, at, , round]) => ({ hotkey, kind: 'timelock' as const, epoch, block: at, round, isExpired: expired(epoch) }))),
  ];
  return {
    isOn, currentEpoch, revealPeriod, lastRound, list,
    beacon: { untilFirst: beacon.genesis_time - Number(now) / MS_PER_S, period: beacon.period, block: Number(reads.constants.Aura.SlotDuration) / MS_PER_S },
    pending: {
      neuronCount: hotkeys.length, currentEpoch, revealPeriodEpochs: revealPeriod,
      hashCommits: hashed.map(([[, hotkey], queue]) => ({ uid: uidOf(hotkey), queue: queue.map(([, epoch, at]) => ({ epoch, block: at })) })),
      timelockedCommits: locked.flatMap(([[, epoch], queue]) => queue.map(([hotkey, at]) => ({ uid: uidOf(hotkey), epoch, block: at }))),
    },
  };
}
