import { ONE, saturatingAdd, saturatingMul, saturatingSub, u16ToProportion, type X32 } from './bits.ts';
import { EMPTY_ROW, densify, positives, type SparseMatrix, type SparseRow } from './sparse.ts';

/**
 * The weights that make bonds: between a validator's own (β = 0) and the clipped ones (β = 1).
 *
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism @ 14bc6f9
 */
export function computeWeightsForBonds(weights: SparseMatrix, clipped: SparseMatrix, bondsPenaltyU16: number): SparseMatrix {
  return interpolate({ from: weights, to: clipped, columns: weights.length, ratio: u16ToProportion(bondsPenaltyU16) });
}

/**
 * `from + ratio · (to − from)`. A ratio of exactly 0 or 1 gives that matrix as it is, order and explicit zeros kept;
 * between them rows come out by rising uid and only positive entries: the explicit zeros are lost.
 *
 * rounding: the product down, so with to ≤ from away from `from`
 * source: pallets/subtensor/src/epoch/math.rs, interpolate_sparse @ 14bc6f9
 */
export function interpolate(options: {
  readonly from: SparseMatrix;
  readonly to: SparseMatrix;
  readonly columns: number;
  readonly ratio: X32;
}): SparseMatrix {
  const { from, to, ratio } = options;
  if (ratio === 0n) return from;
  if (ratio === ONE || from.length !== to.length) return to;
  return from.map((row, i) => interpolateRow(row, to[i] as SparseRow, options));
}

function interpolateRow(from: SparseRow, to: SparseRow, { ratio, columns }: { readonly ratio: X32; readonly columns: number }): SparseRow {
  if (from.uids.length + to.uids.length === 0) return EMPTY_ROW;
  const ends = densify(to, columns);
  return positives(
    densify(from, columns).map((start, j) => saturatingAdd(start, saturatingMul(ratio, saturatingSub(ends[j] as X32, start)))),
  );
}
