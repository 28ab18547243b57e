/** Liquid alpha: how fast a single bond follows its weight. */
import { settings } from './epochMemory';
import { expSafe } from './exp';
import { ONE, safeDiv, saturatingAdd, saturatingMul, saturatingSub } from './fixed';
import { rowStart, uidAt, Matrix } from './matrix';
import { at, put } from './vector';

const HALF: i64 = 1 << 31;

/** `low + (high − low) / (1 + e^(slope · (difference − ½)))`, between low and high. */
export function alphaOf(consensus: i64, weight: i64, bond: i64): i64 {
  const difference = clamp(weight >= bond ? saturatingSub(weight, consensus) : saturatingSub(bond, weight), 0, ONE);
  const power = expSafe(saturatingMul(settings.alphaSlope, saturatingSub(difference, HALF)));
  const sigmoid = safeDiv(ONE, saturatingAdd(ONE, power));
  const low = settings.alphaLow;
  const high = settings.alphaHigh;
  return clamp(saturatingAdd(low, saturatingMul(sigmoid, saturatingSub(high, low))), low, high);
}

/** A row as a walk over rising columns sees it: only entries whose uid is above all before them. */
export function see(seen: usize, matrix: Matrix, row: u32): void {
  memory.fill(seen, 0, (matrix.rows as usize) << 3);
  const end = rowStart(matrix, row + 1);
  let highest: i32 = -1;
  for (let entry = rowStart(matrix, row); entry < end; entry++) {
    const uid = uidAt(matrix.uids, entry);
    if ((uid as i32) <= highest) continue;
    highest = uid as i32;
    if (uid < matrix.rows) put(seen, uid, at(matrix.values, entry));
  }
}

/** Upper bound first: with `low > high` the result is `low`. */
// @ts-ignore: decorator
@inline
function clamp(value: i64, low: i64, high: i64): i64 {
  const capped = value < high ? value : high;
  return capped > low ? capped : low;
}
