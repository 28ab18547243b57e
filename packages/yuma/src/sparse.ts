/**
 * Sparse matrices: one row per validator uid, entries in **stored order**, explicit zeros kept. Both are state:
 * liquid alpha sees them.
 *
 * source: pallets/subtensor/src/epoch/math.rs @ 14bc6f9
 */
import { ZERO, safeDiv, saturatingAdd, saturatingMul, wrappingSum, type Uid, type X32 } from './bits.ts';

/** Entry k of the row stands in column `uids[k]` and has the value `values[k]`. */
export interface SparseRow {
  readonly uids: readonly Uid[];
  readonly values: readonly X32[];
}

/** `matrix[validator]`, as many rows as there are neurons. */
export type SparseMatrix = readonly SparseRow[];

export const EMPTY_ROW: SparseRow = { uids: [], values: [] };

/** New values in the same places. */
export function mapValues(matrix: SparseMatrix, f: (value: X32, row: Uid, column: Uid) => X32): SparseMatrix {
  return matrix.map((row, i) => ({ uids: row.uids, values: row.values.map((value, k) => f(value, i, row.uids[k] as Uid)) }));
}

/** Only the entries that `keep` accepts, order kept. */
export function filterEntries(matrix: SparseMatrix, keep: (row: Uid, column: Uid) => boolean): SparseMatrix {
  return matrix.map((row, i) => {
    const uids: Uid[] = [];
    const values: X32[] = [];
    for (let k = 0; k < row.uids.length; k += 1) {
      const column = row.uids[k] as Uid;
      if (!keep(i, column)) continue;
      uids.push(column);
      values.push(row.values[k] as X32);
    }
    return { uids, values };
  });
}

/** The row written out over columns 0 … `columns` − 1; of entries for the same column the last one counts. */
export function densify(row: SparseRow, columns: number): X32[] {
  const dense = new Array<X32>(columns).fill(ZERO);
  for (let k = 0; k < row.uids.length; k += 1) {
    const column = row.uids[k] as Uid;
    if (column < columns) dense[column] = row.values[k] as X32;
  }
  return dense;
}

/** The positive entries, by rising uid. */
export function positives(dense: readonly X32[]): SparseRow {
  const uids: Uid[] = [];
  const values: X32[] = [];
  for (let uid = 0; uid < dense.length; uid += 1) {
    const value = dense[uid] as X32;
    if (value <= 0n) continue;
    uids.push(uid);
    values.push(value);
  }
  return { uids, values };
}

/** Plain sums: wrap. */
export function rowSums(matrix: SparseMatrix): X32[] {
  return matrix.map((row) => wrappingSum(row.values));
}

/** Each row divided by its sum where that is positive, toward zero; an all-zero row stays. */
export function rowNormalize(matrix: SparseMatrix): SparseMatrix {
  const sums = rowSums(matrix);
  return mapValues(matrix, (value, i) => ((sums[i] as X32) > 0n ? safeDiv(value, sums[i] as X32) : value));
}

/** Each column divided by its (saturating) sum where that is not zero. Columns from `columns` on stay as they are. */
export function columnNormalize(matrix: SparseMatrix, columns: number): SparseMatrix {
  return divideColumns(matrix, foldColumns(matrix, columns, saturatingAdd));
}

/** Each column divided by its largest entry where that is above zero; the largest becomes exactly 1. */
export function columnMaxUpscale(matrix: SparseMatrix, columns: number): SparseMatrix {
  return divideColumns(matrix, foldColumns(matrix, columns, (max, value) => (max < value ? value : max)));
}

/** Each row times its validator's entry: `vector[i] · matrix[i][j]`, rounded down. */
export function rowHadamard(matrix: SparseMatrix, vector: readonly X32[]): SparseMatrix {
  return mapValues(matrix, (value, i) => saturatingMul(value, vector[i] ?? ZERO));
}

/** `result[j] = Σ_i vector[i] · matrix[i][j]`: each product rounded down, added row by row, saturating. */
export function matmul(matrix: SparseMatrix, vector: readonly X32[], columns: number): X32[] {
  return foldColumns(rowHadamard(matrix, vector), columns, saturatingAdd);
}

/** `result[i] = Σ_j vector[j] · matrix[i][j]`: each product rounded down, added in stored order, saturating. */
export function matmulTranspose(matrix: SparseMatrix, vector: readonly X32[]): X32[] {
  return matVecMul(matrix, vector).map((row) => row.values.reduce(saturatingAdd, ZERO));
}

/** Each entry times its column's: `matrix[i][j] · vector[j]`, rounded down. */
export function matVecMul(matrix: SparseMatrix, vector: readonly X32[]): SparseMatrix {
  return mapValues(matrix, (value, _, j) => saturatingMul(value, vector[j] ?? ZERO));
}

/** One accumulator per column, from zero, fed row by row in stored order. Columns from `columns` on are left out. */
function foldColumns(matrix: SparseMatrix, columns: number, f: (accumulated: X32, value: X32) => X32): X32[] {
  const result = new Array<X32>(columns).fill(ZERO);
  for (const row of matrix) foldRow(result, row, f);
  return result;
}

function foldRow(result: X32[], row: SparseRow, f: (accumulated: X32, value: X32) => X32): void {
  for (let k = 0; k < row.uids.length; k += 1) {
    const column = row.uids[k] as Uid;
    if (column < result.length) result[column] = f(result[column] as X32, row.values[k] as X32);
  }
}

function divideColumns(matrix: SparseMatrix, divisors: readonly X32[]): SparseMatrix {
  return mapValues(matrix, (value, _, j) => {
    const divisor = divisors[j] ?? ZERO;
    return divisor === 0n ? value : safeDiv(value, divisor);
  });
}
