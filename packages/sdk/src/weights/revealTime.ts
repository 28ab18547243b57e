/** When committed weights come to light: block of the reveal, and the beacon's round for time-locked ones. source: bittensor-drand 2.0 */

import { hasOwnClock } from '../actions/epochs.ts';
import type { Reads } from '../client/reads.ts';
import { sdkError } from '../errors.ts';
import { timeOfRound, type Beacon } from './beacon.ts';
import { hasVersion4 } from './commit.ts';

export interface EpochClock {
  readonly block: number;
  readonly lastEpoch: number;
  readonly pendingAt: number;
  readonly tempo: number;
  readonly blocksSinceLastStep: number;
  /** Whether the block number alone says when epochs are. */
  readonly byNumber: boolean;
}

/** A subnet that had no epoch for longer is due whatever its tempo. */
const MAX_TEMPO = 50_400;
/** Weights must not be readable before the epoch that counts them has begun. */
const SAFETY_BLOCKS = 3;
/** Before commit-reveal version 4 what could not be opened in the epoch's own block was lost. */
const EARLY_BLOCKS = -1;

export async function readEpochClock(reads: Reads, netuid: number): Promise<EpochClock> {
  const S = reads.query.SubtensorModule;
  const [{ block, lastEpochBlock, pendingAt, period }, since] = await Promise.all([reads.epochs(netuid), S.BlocksSinceLastStep(netuid)]);
  return { block, lastEpoch: lastEpochBlock, pendingAt, tempo: period, blocksSinceLastStep: Number(since), byNumber: !hasOwnClock(reads.runtime) };
}

/** The block in which the `count`-th epoch from the next block on runs. refuses: WeightsRefused when the subnet has no epochs */
export function blockOfEpoch({ block, lastEpoch, pendingAt, tempo, blocksSinceLastStep }: EpochClock, netuid: number, count: number): number {
  if (tempo === 0) throw sdkError('WeightsRefused', { netuid }, { message: `Subnet ${netuid} has tempo 0: its epochs never run.` });
  const overdue = block + 1 + Math.max(0, MAX_TEMPO - blocksSinceLastStep);
  const due = Math.min(lastEpoch + tempo, pendingAt > 0 ? pendingAt : Infinity, overdue);
  // The commit itself lands one block ahead: when that block's epoch has run, which is the commit's own then.
  const landsAt = block + 1;
  return (due > landsAt ? due : landsAt + tempo) + (count - 1) * tempo;
}

/** First block at which time-locked weights may come to light: in the `period`-th epoch after the commit's. */
export const revealBlock = (clock: EpochClock, netuid: number, period: number): number => blockOfEpoch(clock, netuid, period);

/**
 * The same for hash commits. Where block numbers alone say when epochs are, the block that runs one is its last, and hashes are revealed from the next one on.
 *
 * source: pallets/subtensor/src/subnets/weights.rs, get_epoch_index @ 1b0c63a
 */
export function hashRevealBlock(clock: EpochClock, netuid: number, period: number): number {
  return clock.byNumber ? blockOfEpoch({ ...clock, block: clock.block - 1 }, netuid, period) + 1 : revealBlock(clock, netuid, period);
}

export async function readBeacon(reads: Reads): Promise<Beacon> {
  const { public_key, genesis_time, period } = await reads.query.Drand.BeaconConfig();
  return { publicKey: public_key, genesis: genesis_time, period };
}

/**
 * The round whose signature opens the commit, by the chain's clock; as official clients choose it, who make it a little early. Where epochs are shorter than rounds
 * that one may be past: then the next that is signed before the following epoch, else the last one, which opens at once.
 */
export async function readRevealRound(reads: Reads, { block, tempo }: EpochClock, revealsAt: number, beacon: Beacon): Promise<bigint> {
  // Signed in the block before the epoch's: there in time, and too late for anybody to act on it.
  if (beacon.period === 0) return BigInt(revealsAt - 1);
  const [milliseconds, last] = await Promise.all([reads.query.Timestamp.Now(), reads.query.Drand.LastStoredRound()]);
  const blockSeconds = Number(reads.constants.Aura.SlotDuration) / 1000;
  const timeOf = (at: number): number => Number(milliseconds) / 1000 + (at - block) * blockSeconds;
  const round = BigInt(Math.floor((timeOf(revealsAt + (hasVersion4(reads.runtime) ? SAFETY_BLOCKS : EARLY_BLOCKS)) - beacon.genesis) / beacon.period));
  if (round > last) return round;
  return timeOfRound(beacon, last + 1n) < timeOf(revealsAt + tempo - 1) ? last + 1n : last;
}
