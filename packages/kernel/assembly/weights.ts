/** The weights that count, and what the consensus leaves of them. */
import { arrays, settings } from './epochMemory';
import { ONE, saturatingAdd, saturatingMul, saturatingSub } from './fixed';
import { zeros } from './arena';
import { append, appendPositives, closeRow, createMatrix, densify, rowStart, uidAt, Matrix } from './matrix';
import { mayVote } from './stake';
import { at, put } from './vector';

/** Rows of permitted validators without what is outdated or must not count; each row sums to 1. */
export function computeWeights(n: u32): Matrix {
  const weights = createMatrix(n, load<u32>(arrays.weightStarts + ((n as usize) << 2)));
  for (let row: u32 = 0; row < n; row++) {
    if (mayVote(row)) loadRow(weights, row, n);
    closeRow(weights);
  }
  return weights;
}

function loadRow(weights: Matrix, row: u32, n: u32): void {
  const first = weights.count;
  const end = load<u32>(arrays.weightStarts + (((row as usize) + 1) << 2));
  const updated = at(arrays.lastUpdate, row) as u64;
  const committed = at(arrays.commitBlocks, row) as u64;
  let sum: i64 = 0;
  for (let k = load<u32>(arrays.weightStarts + ((row as usize) << 2)); k < end; k++) {
    const entry = load<u32>(arrays.weightEntries + ((k as usize) << 2));
    const uid = entry & 0xffff;
    if (uid >= n || (uid === row && row !== (settings.owner as u32))) continue;
    const registered = registeredAt(uid);
    if (updated <= registered || committed < registered) continue;
    const value = ((entry >>> 16) as i64) << 32;
    append(weights, uid, value);
    sum += value;
  }
  if (sum <= 0) return;
  // Both are whole numbers: their quotient needs no more than one division.
  const whole = (sum as u64) >> 32;
  const values = weights.values;
  const count = weights.count;
  for (let k = first; k < count; k++) put(values, k, ((at(values, k) as u64) / whole) as i64);
}

/** Block at which a neuron got its uid. */
// @ts-ignore: decorator
@inline
export function registeredAt(uid: u32): u64 {
  return uid < (settings.registrations as u32) ? at(arrays.registeredAt, uid) as u64 : 0;
}

/** Weights cut down to consensus, row sums to `trust`, stake-weighted column sums to `ranks`, which hold zeros. */
export function clipWeights(weights: Matrix, consensus: usize, activeStake: usize, trust: usize, ranks: usize): Matrix {
  const clipped = createMatrix(weights.rows, weights.count);
  const uids = weights.uids;
  const values = weights.values;
  for (let row: u32 = 0; row < weights.rows; row++) {
    const end = rowStart(weights, row + 1);
    const stake = at(activeStake, row);
    let sum: i64 = 0;
    for (let entry = rowStart(weights, row); entry < end; entry++) {
      const uid = uidAt(uids, entry);
      const limit = at(consensus, uid);
      let value = at(values, entry);
      if (limit < value) {
        if (limit <= 0) continue;
        value = limit;
      }
      append(clipped, uid, value);
      sum += value;
      put(ranks, uid, saturatingAdd(at(ranks, uid), saturatingMul(value, stake)));
    }
    put(trust, row, sum);
    closeRow(clipped);
  }
  return clipped;
}

/** The weights that make bonds, between own (penalty 0) and clipped ones (penalty 1). */
export function computeWeightsForBonds(weights: Matrix, clipped: Matrix, penalty: i64): Matrix {
  if (penalty === 0) return weights;
  if (penalty === ONE) return clipped;
  const n = weights.rows;
  const between = createMatrix(n, weights.count);
  const starts = zeros(n);
  const ends = zeros(n);
  for (let row: u32 = 0; row < n; row++) {
    if (rowStart(weights, row) !== rowStart(weights, row + 1)) {
      memory.fill(starts, 0, (n as usize) << 3);
      memory.fill(ends, 0, (n as usize) << 3);
      densify(starts, weights, row, n);
      densify(ends, clipped, row, n);
      for (let uid: u32 = 0; uid < n; uid++) {
        const start = at(starts, uid);
        put(starts, uid, saturatingAdd(start, saturatingMul(penalty, saturatingSub(at(ends, uid), start))));
      }
      appendPositives(between, starts, n);
    }
    closeRow(between);
  }
  return between;
}
