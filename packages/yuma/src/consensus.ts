import { u16ToProportion, type X32 } from './bits.ts';
import type { EpochInput } from './records.ts';
import type { SparseMatrix } from './sparse.ts';
import { weightedMedianCol } from './weightedMedian.ts';

/**
 * What a κ-majority of the active stake grants each miner: the stake-weighted median of the column.
 *
 * keeps: each value is one of the column's weights, or zero · all zero without active stake
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism @ 14bc6f9
 */
export function computeConsensus(input: EpochInput, weights: SparseMatrix, activeStake: readonly X32[]): X32[] {
  return weightedMedianCol({
    stake: activeStake,
    weights,
    columns: input.neuronCount,
    majority: u16ToProportion(input.kappaU16),
  });
}
