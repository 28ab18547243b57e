import type { X32 } from './bits.ts';
import { matmul, type SparseMatrix } from './sparse.ts';

/**
 * Each miner's rank: what the active stake gives it through clipped weights. Divided by their sum ranks are incentive.
 *
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism @ 14bc6f9
 */
export function computeRanks(clipped: SparseMatrix, activeStake: readonly X32[]): X32[] {
  return matmul(clipped, activeStake, activeStake.length);
}
