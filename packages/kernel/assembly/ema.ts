/** The two moving averages of bonds. */
import { zeros } from './arena';
import { ONE, saturatingAdd, saturatingMul, saturatingSub } from './fixed';
import { alphaOf, see } from './liquidAlpha';
import { append, appendPositives, closeRow, createMatrix, densify, rowStart, uidAt, Matrix } from './matrix';
import { at, put } from './vector';

/** `alpha · fresh + (1 − alpha) · old` over both rows, by rising uid, only positive entries. */
export function matEma(fresh: Matrix, old: Matrix, alpha: i64): Matrix {
  const n = fresh.rows;
  const rest = saturatingSub(ONE, alpha);
  const ema = createMatrix(n, fresh.count + old.count);
  const sums = zeros(n);
  for (let row: u32 = 0; row < n; row++) {
    if (!isEmpty(fresh, row) || !isEmpty(old, row)) {
      memory.fill(sums, 0, (n as usize) << 3);
      addScaled(sums, fresh, row, alpha);
      addScaled(sums, old, row, rest);
      appendPositives(ema, sums, n);
    }
    closeRow(ema);
  }
  return ema;
}

/** The same with liquid alpha for each entry of `fresh`, in its order; a bond without a fresh weight is gone. */
export function matEmaLiquid(fresh: Matrix, old: Matrix, consensus: usize): Matrix {
  const n = fresh.rows;
  const ema = createMatrix(n, fresh.count);
  const oldValues = zeros(n);
  const weightsSeen = zeros(n);
  const bondsSeen = zeros(n);
  for (let row: u32 = 0; row < n; row++) {
    if (!isEmpty(fresh, row)) {
      memory.fill(oldValues, 0, (n as usize) << 3);
      densify(oldValues, old, row, n);
      see(weightsSeen, fresh, row);
      see(bondsSeen, old, row);
    }
    const end = rowStart(fresh, row + 1);
    for (let entry = rowStart(fresh, row); entry < end; entry++) {
      const uid = uidAt(fresh.uids, entry);
      const alpha = alphaOf(at(consensus, uid), at(weightsSeen, uid), at(bondsSeen, uid));
      const value = average(at(fresh.values, entry), at(oldValues, uid), alpha);
      if (value > 0) append(ema, uid, value);
    }
    closeRow(ema);
  }
  return ema;
}

/** At most 1. */
function average(fresh: i64, old: i64, alpha: i64): i64 {
  const decayed = saturatingMul(saturatingSub(ONE, alpha), old);
  const gained = saturatingMul(alpha, fresh);
  const value = saturatingAdd(decayed, gained > 0 ? gained : 0);
  return value < ONE ? value : ONE;
}

function addScaled(sums: usize, matrix: Matrix, row: u32, scale: i64): void {
  const uids = matrix.uids;
  const values = matrix.values;
  const columns = matrix.rows;
  const end = rowStart(matrix, row + 1);
  for (let entry = rowStart(matrix, row); entry < end; entry++) {
    const uid = uidAt(uids, entry);
    if (uid < columns) put(sums, uid, saturatingAdd(at(sums, uid), saturatingMul(scale, at(values, entry))));
  }
}

// @ts-ignore: decorator
@inline
function isEmpty(matrix: Matrix, row: u32): bool {
  return rowStart(matrix, row) === rowStart(matrix, row + 1);
}
