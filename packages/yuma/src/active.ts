import type { EpochInput } from './records.ts';

/**
 * Who set weights (or committed) recently enough to count.
 *
 * keeps: a neuron exactly `activityCutoffBlocks` old is still active
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism @ 14bc6f9
 */
export function computeActive(input: EpochInput): boolean[] {
  return lastUpdates(input).map((updated) => updated + input.activityCutoffBlocks >= input.block);
}

/** `LastUpdate` for every uid; a stored vector that is too short is filled up with 0. */
export function lastUpdates({ lastUpdate, neuronCount }: Pick<EpochInput, 'lastUpdate' | 'neuronCount'>): bigint[] {
  return Array.from({ length: neuronCount }, (_, uid) => lastUpdate[uid] ?? 0n);
}

/**
 * The activity cutoff in blocks: `factor × tempo / 1000` rounded down, at least 1.
 *
 * factorMilli: `ActivityCutoffFactorMilli`, thousandths of a tempo
 * source: pallets/subtensor/src/utils/misc.rs, get_activity_cutoff_blocks @ 14bc6f9
 */
export function computeActivityCutoffBlocks(factorMilli: number, tempo: number): bigint {
  const blocks = (BigInt(factorMilli) * BigInt(tempo)) / 1000n;
  return blocks < 1n ? 1n : blocks;
}
