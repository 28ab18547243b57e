/** The stake-weighted median of every column, with the steps of package yuma's `weightedMedian`. */
import { allocate, zeros } from './arena';
import { saturatingSub } from './fixed';
import { densify, Matrix } from './matrix';
import { at, normalize, put, wrappingSum } from './vector';

/** Candidates of one search and the stakes of rows with stake, all by the rows' number among those. */
let stakes: usize = 0;
let candidates: usize = 0;
let below: usize = 0;
let above: usize = 0;

/** Rows without an entry score zero; only rows with stake have a say. */
export function computeConsensus(weights: Matrix, activeStake: usize, majority: i64): usize {
  const n = weights.rows;
  const height = readStakes(activeStake, n);
  normalize(stakes, height);
  const total = wrappingSum(stakes, height);
  const minority = saturatingSub(total, majority);
  const rows = scoreRows(weights, activeStake, height);
  const score = allocate((height as usize) << 3);
  candidates = allocate((height as usize) << 2);
  below = allocate((height as usize) << 2);
  above = allocate((height as usize) << 2);
  const consensus = zeros(n);
  for (let uid: u32 = 0; uid < n; uid++) {
    for (let k: u32 = 0; k < height; k++) put(score, k, at(rows, k * n + uid));
    put(consensus, uid, weightedMedian(score, height, minority, total));
  }
  return consensus;
}

function readStakes(activeStake: usize, n: u32): u32 {
  stakes = allocate((n as usize) << 3);
  let height: u32 = 0;
  for (let uid: u32 = 0; uid < n; uid++) {
    if (at(activeStake, uid) <= 0) continue;
    put(stakes, height, at(activeStake, uid));
    height += 1;
  }
  return height;
}

/** The rows with stake, written out one after another. */
function scoreRows(weights: Matrix, activeStake: usize, height: u32): usize {
  const n = weights.rows;
  const rows = zeros(n * height);
  let k: u32 = 0;
  for (let row: u32 = 0; row < n; row++) {
    if (at(activeStake, row) <= 0) continue;
    densify(rows + (((k as usize) * n) << 3), weights, row, n);
    k += 1;
  }
  return rows;
}

/**
 * Quickselect around the middle candidate. The stakes are normalised, so sums neither saturate nor wrap; `low` and
 * `high` are the stake below and up to the candidates left.
 */
function weightedMedian(score: usize, height: u32, minority: i64, total: i64): i64 {
  for (let k: u32 = 0; k < height; k++) store<u32>(candidates + ((k as usize) << 2), k);
  let count = height;
  let low: i64 = 0;
  let high = total;
  while (count > 1) {
    const pivot = at(score, candidate(count >> 1));
    let belowCount: u32 = 0;
    let belowStake: i64 = 0;
    let aboveCount: u32 = 0;
    let aboveStake: i64 = 0;
    for (let i: u32 = 0; i < count; i++) {
      const k = candidate(i);
      const value = at(score, k);
      const stake = at(stakes, k);
      const isBelow = value < pivot;
      const isAbove = value > pivot;
      store<u32>(below + ((belowCount as usize) << 2), k);
      store<u32>(above + ((aboveCount as usize) << 2), k);
      belowCount += isBelow as u32;
      aboveCount += isAbove as u32;
      belowStake += isBelow ? stake : 0;
      aboveStake += isAbove ? stake : 0;
    }
    if (minority < low + belowStake && belowCount > 0) {
      count = belowCount;
      high = low + belowStake;
      const spare = candidates;
      candidates = below;
      below = spare;
    } else if (high - aboveStake <= minority && aboveCount > 0) {
      count = aboveCount;
      low = high - aboveStake;
      const spare = candidates;
      candidates = above;
      above = spare;
    } else {
      return pivot;
    }
  }
  return count === 0 ? 0 : at(score, candidate(0));
}

// @ts-ignore: decorator
@inline
function candidate(i: u32): u32 {
  return load<u32>(candidates + ((i as usize) << 2));
}
