/**
 * The stake-weighted median: the smallest score whose cumulative stake (of all scores up to it) is **strictly**
 * above `minority`. A tie moves up to the next larger score.
 *
 * source: pallets/subtensor/src/epoch/math.rs, weighted_median, weighted_median_col_sparse @ 14bc6f9
 */
import { ZERO, saturatingAdd, saturatingSub, wrappingSum, type X32 } from './bits.ts';
import { normalize } from './vector.ts';
import type { SparseMatrix, SparseRow } from './sparse.ts';

/** What one search looks for: `stake[k]` backs `score[k]`; the stake up to `total` is split at `minority`. */
export interface MedianSearch {
  readonly stake: readonly X32[];
  readonly score: readonly X32[];
  readonly minority: X32;
  readonly total: X32;
}

/**
 * Quickselect with the middle element as pivot, so that every node takes the same steps. A single candidate wins
 * whatever `minority` is; no candidate gives zero.
 *
 * keeps: `low`, `high` are the stake below and up to the candidates left
 * cost: O(n) expected, O(n²) worst
 */
export function weightedMedian({ stake, score, minority, total }: MedianSearch): X32 {
  let candidates: readonly number[] = score.map((_, k) => k);
  let low = ZERO;
  let high = total;
  // Each turn drops at least the pivot, so the bound is never reached with candidates left.
  for (let turn = 0; turn <= score.length; turn += 1) {
    if (candidates.length <= 1) return candidates.length === 0 ? ZERO : (score[candidates[0] as number] as X32);
    const pivot = score[candidates[candidates.length >> 1] as number] as X32;
    const { below, belowStake, above, aboveStake } = partition({ candidates, stake, score, pivot });
    if (minority < saturatingAdd(low, belowStake) && below.length > 0) {
      candidates = below;
      high = saturatingAdd(low, belowStake);
    } else if (saturatingSub(high, aboveStake) <= minority && above.length > 0) {
      candidates = above;
      low = saturatingSub(high, aboveStake);
    } else {
      return pivot;
    }
  }
  return ZERO;
}

/**
 * The median of every column over the rows with positive stake; rows without an entry score zero there.
 * Stake is normalised again over those rows; `majority` is κ.
 */
export function weightedMedianCol(options: {
  readonly stake: readonly X32[];
  readonly weights: SparseMatrix;
  readonly columns: number;
  readonly majority: X32;
}): X32[] {
  const rows = options.stake.map((_, uid) => uid).filter((uid) => (options.stake[uid] as X32) > 0n && uid < options.weights.length);
  const stake = normalize(options.stake.filter((value) => value > 0n));
  const total = wrappingSum(stake);
  const minority = saturatingSub(total, options.majority);
  const scores = scoreColumns(rows.map((uid) => options.weights[uid] as SparseRow), options.columns, stake.length);
  return scores.map((score) => weightedMedian({ stake, score, minority, total }));
}

interface Partition {
  readonly below: readonly number[];
  readonly belowStake: X32;
  readonly above: readonly number[];
  readonly aboveStake: X32;
}

/** Splits by score around the pivot; candidates equal to it are in neither part. */
function partition(options: {
  readonly candidates: readonly number[];
  readonly stake: readonly X32[];
  readonly score: readonly X32[];
  readonly pivot: X32;
}): Partition {
  const { candidates, stake, score, pivot } = options;
  const below: number[] = [];
  const above: number[] = [];
  let belowStake = ZERO;
  let aboveStake = ZERO;
  for (const k of candidates) {
    const value = score[k] as X32;
    if (value < pivot) {
      below.push(k);
      belowStake = saturatingAdd(belowStake, stake[k] as X32);
    } else if (value > pivot) {
      above.push(k);
      aboveStake = saturatingAdd(aboveStake, stake[k] as X32);
    }
  }
  return { below, belowStake, above, aboveStake };
}

/** `scores[column][k]`: row k's weight on that column, zero where it has none. */
function scoreColumns(rows: readonly SparseRow[], columns: number, height: number): X32[][] {
  const scores = Array.from({ length: columns }, () => new Array<X32>(height).fill(ZERO));
  rows.forEach((row, k) => fillScores(scores, row, k));
  return scores;
}

function fillScores(scores: X32[][], row: SparseRow, k: number): void {
  for (let entry = 0; entry < row.uids.length; entry += 1) {
    const score = scores[row.uids[entry] as number];
    if (score !== undefined) score[k] = row.values[entry] as X32;
  }
}
