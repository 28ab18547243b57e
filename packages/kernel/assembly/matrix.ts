/**
 * Sparse matrices: rows one after another, entries in stored order, explicit zeros kept. What goes by column walks all
 * entries at once, because they lie row by row.
 */
import { allocate, zeros } from './arena';
import { safeDiv, saturatingAdd, saturatingMul } from './fixed';
import { at, put } from './vector';

@unmanaged
export class Matrix {
  /** Number of the first entry of each row, and of all entries at the end: u32. */
  starts: usize;
  /** Column of each entry: u16. */
  uids: usize;
  /** I32F32 bits of each entry: i64. */
  values: usize;
  rows: u32;
  /** Entries so far. */
  count: u32;
  /** Rows closed so far. */
  closed: u32;
}

export function createMatrix(rows: u32, capacity: u32): Matrix {
  const matrix = changetype<Matrix>(allocate(offsetof<Matrix>()));
  matrix.starts = allocate(((rows as usize) + 1) << 2);
  matrix.uids = allocate((capacity as usize) << 1);
  matrix.values = allocate((capacity as usize) << 3);
  matrix.rows = rows;
  matrix.count = 0;
  matrix.closed = 0;
  store<u32>(matrix.starts, 0);
  return matrix;
}

/** Column of an entry. Loops take `uids` and `values` out of the matrix first: the compiler cannot know that they stay. */
// @ts-ignore: decorator
@inline
export function uidAt(uids: usize, entry: u32): u32 {
  return load<u16>(uids + ((entry as usize) << 1));
}

// @ts-ignore: decorator
@inline
export function rowStart(matrix: Matrix, row: u32): u32 {
  return load<u32>(matrix.starts + ((row as usize) << 2));
}

// @ts-ignore: decorator
@inline
export function append(matrix: Matrix, uid: u32, value: i64): void {
  const entry = matrix.count;
  store<u16>(matrix.uids + ((entry as usize) << 1), uid as u16);
  put(matrix.values, entry, value);
  matrix.count = entry + 1;
}

/** The row ends at the last entry so far. */
// @ts-ignore: decorator
@inline
export function closeRow(matrix: Matrix): void {
  matrix.closed += 1;
  store<u32>(matrix.starts + ((matrix.closed as usize) << 2), matrix.count);
}

/** Writes a row out over columns 0 … `columns` − 1 of `dense`, which holds zeros; of entries for one column the last counts. */
export function densify(dense: usize, matrix: Matrix, row: u32, columns: u32): void {
  const uids = matrix.uids;
  const values = matrix.values;
  const end = rowStart(matrix, row + 1);
  for (let entry = rowStart(matrix, row); entry < end; entry++) {
    const uid = uidAt(uids, entry);
    if (uid < columns) put(dense, uid, at(values, entry));
  }
}

/** Appends the positive entries of `dense` by rising uid. */
export function appendPositives(matrix: Matrix, dense: usize, columns: u32): void {
  const uids = matrix.uids;
  const values = matrix.values;
  let count = matrix.count;
  for (let uid: u32 = 0; uid < columns; uid++) {
    const value = at(dense, uid);
    if (value <= 0) continue;
    store<u16>(uids + ((count as usize) << 1), uid as u16);
    put(values, count, value);
    count += 1;
  }
  matrix.count = count;
}

/** Each row times its validator's entry of `vector`, in place. */
export function rowHadamard(matrix: Matrix, vector: usize): void {
  const values = matrix.values;
  for (let row: u32 = 0; row < matrix.rows; row++) {
    const end = rowStart(matrix, row + 1);
    const factor = at(vector, row);
    for (let entry = rowStart(matrix, row); entry < end; entry++) put(values, entry, saturatingMul(at(values, entry), factor));
  }
}

/** Adds each column up, saturating, into `sums`, which holds zeros. Every uid is below its length. */
export function addColumns(sums: usize, matrix: Matrix): void {
  const uids = matrix.uids;
  const values = matrix.values;
  const count = matrix.count;
  for (let entry: u32 = 0; entry < count; entry++) {
    const uid = uidAt(uids, entry);
    put(sums, uid, saturatingAdd(at(sums, uid), at(values, entry)));
  }
}

/** Each column divided by its saturating sum where that is not zero, in place. Every uid is below the number of rows. */
export function columnNormalize(matrix: Matrix): void {
  const sums = zeros(matrix.rows);
  addColumns(sums, matrix);
  divideColumns(matrix, sums);
}

/** Each column divided by its largest entry where that is above zero, in place. Every uid is below the number of rows. */
export function columnMaxUpscale(matrix: Matrix): void {
  const largest = zeros(matrix.rows);
  const uids = matrix.uids;
  const values = matrix.values;
  const count = matrix.count;
  for (let entry: u32 = 0; entry < count; entry++) {
    const uid = uidAt(uids, entry);
    const value = at(values, entry);
    if (at(largest, uid) < value) put(largest, uid, value);
  }
  divideColumns(matrix, largest);
}

function divideColumns(matrix: Matrix, divisors: usize): void {
  const uids = matrix.uids;
  const values = matrix.values;
  const count = matrix.count;
  for (let entry: u32 = 0; entry < count; entry++) {
    const divisor = at(divisors, uidAt(uids, entry));
    if (divisor !== 0) put(values, entry, safeDiv(at(values, entry), divisor));
  }
}
