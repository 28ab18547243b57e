import { ZERO, type Uid, type X32 } from './bits.ts';
import { rowSums, type SparseMatrix, type SparseRow } from './sparse.ts';

/**
 * Weights cut down to the consensus of their column. An entry above a consensus of zero disappears; an explicit
 * zero stays.
 *
 * source: pallets/subtensor/src/epoch/math.rs, col_clip_sparse @ 14bc6f9
 */
export function clipWeights(weights: SparseMatrix, consensus: readonly X32[]): SparseMatrix {
  return weights.map((row) => clipRow(row, consensus));
}

/**
 * How much of a validator's weights survived the cut.
 *
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism @ 14bc6f9
 */
export function computeValidatorTrust(clipped: SparseMatrix): X32[] {
  return rowSums(clipped);
}

function clipRow(row: SparseRow, consensus: readonly X32[]): SparseRow {
  const uids: Uid[] = [];
  const values: X32[] = [];
  for (let k = 0; k < row.uids.length; k += 1) {
    const value = row.values[k] as X32;
    const limit = consensus[row.uids[k] as Uid] ?? ZERO;
    if (limit < value && limit <= 0n) continue;
    uids.push(row.uids[k] as Uid);
    values.push(limit < value ? limit : value);
  }
  return { uids, values };
}
