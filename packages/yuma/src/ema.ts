/**
 * The two moving averages of bonds.
 *
 * source: pallets/subtensor/src/epoch/math.rs, mat_ema_sparse, mat_ema_alpha_sparse @ 14bc6f9
 */
import { ONE, ZERO, saturatingAdd, saturatingMul, saturatingSub, type Uid, type X32 } from './bits.ts';
import { EMPTY_ROW, densify, positives, type SparseMatrix, type SparseRow } from './sparse.ts';

/**
 * `alpha · fresh + (1 − alpha) · old` over the union of both rows: a bond without a fresh weight decays.
 *
 * rounding: each product down · order: rising uid, only positive entries, columns below the number of rows
 */
export function matEma(fresh: SparseMatrix, old: SparseMatrix, alpha: X32): SparseMatrix {
  const rest = saturatingSub(ONE, alpha);
  return fresh.map((row, i) => {
    const oldRow = old[i] ?? EMPTY_ROW;
    if (row.uids.length + oldRow.uids.length === 0) return EMPTY_ROW;
    const sums = new Array<X32>(fresh.length).fill(ZERO);
    addScaled(sums, row, alpha);
    addScaled(sums, oldRow, rest);
    return positives(sums);
  });
}

/**
 * The same with an alpha for each entry of `fresh`, clamped to 1. Only entries present in `fresh` come out, in its
 * order: a bond whose weight is gone is gone at once, one whose weight is an explicit zero decays.
 *
 * shapes: `alphas` has the entries of `fresh` · keeps: 0 < result ≤ 1
 */
export function matEmaAlpha(fresh: SparseMatrix, old: SparseMatrix, alphas: SparseMatrix): SparseMatrix {
  return fresh.map((row, i) => averageRow(row, old[i] ?? EMPTY_ROW, { alphas: (alphas[i] ?? EMPTY_ROW).values, columns: fresh.length }));
}

function averageRow(fresh: SparseRow, old: SparseRow, { alphas, columns }: { alphas: readonly X32[]; columns: number }): SparseRow {
  if (fresh.uids.length === 0) return EMPTY_ROW;
  const oldValues = densify(old, columns);
  const uids: Uid[] = [];
  const values: X32[] = [];
  for (let k = 0; k < fresh.uids.length; k += 1) {
    const uid = fresh.uids[k] as Uid;
    const value = average(fresh.values[k] as X32, oldValues[uid] ?? ZERO, alphas[k] as X32);
    if (value <= 0n) continue;
    uids.push(uid);
    values.push(value);
  }
  return { uids, values };
}

function average(fresh: X32, old: X32, alpha: X32): X32 {
  const decayed = saturatingMul(saturatingSub(ONE, alpha), old);
  const gained = saturatingMul(alpha, fresh);
  const value = saturatingAdd(decayed, gained > 0n ? gained : ZERO);
  return value < ONE ? value : ONE;
}

function addScaled(sums: X32[], row: SparseRow, scale: X32): void {
  for (let k = 0; k < row.uids.length; k += 1) {
    const uid = row.uids[k] as Uid;
    if (uid < sums.length) sums[uid] = saturatingAdd(sums[uid] as X32, saturatingMul(scale, row.values[k] as X32));
  }
}
