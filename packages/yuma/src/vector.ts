/**
 * Vectors of I32F32, indexed by uid.
 *
 * source: pallets/subtensor/src/epoch/math.rs @ 14bc6f9
 */
import { ZERO, checkedMul, safeDiv, wrappingSum, type Uid, type X32 } from './bits.ts';

/** True when the **sum** is zero; upstream does not look at the entries. */
export function isZero(vector: readonly X32[]): boolean {
  return wrappingSum(vector) === 0n;
}

/** Each entry divided by the sum (toward zero); unchanged when the sum is zero. */
export function normalize(vector: readonly X32[]): X32[] {
  return normalizeUsingSum(vector, wrappingSum(vector));
}

/** Each entry divided by `sum` (toward zero); unchanged when `sum` is zero. */
export function normalizeUsingSum(vector: readonly X32[], sum: X32): X32[] {
  return sum === 0n ? [...vector] : vector.map((value) => safeDiv(value, sum));
}

/** Zeroes where the mask is true. A mask too short masks the tail; an empty mask masks nothing. */
export function maskVector(mask: readonly boolean[], vector: readonly X32[]): X32[] {
  return mask.length === 0 ? [...vector] : vector.map((value, uid) => (mask[uid] ?? true ? ZERO : value));
}

/** Entry by entry products, as long as the shorter; a product that overflows is zero. */
export function vecMul(a: readonly X32[], b: readonly X32[]): X32[] {
  const length = a.length < b.length ? a.length : b.length;
  return a.slice(0, length).map((value, i) => checkedMul(value, b[i] ?? ZERO) ?? ZERO);
}

/** Marks the k largest entries; of equal ones at the cut the larger uids stay. With k above the length all are marked. */
export function isTopk(vector: readonly X32[], k: number): boolean[] {
  return keepLargest(vector.map(() => true), vector, k);
}

/** As `isTopk`, and never a zero entry. */
export function isTopkNonzero(vector: readonly X32[], k: number): boolean[] {
  return keepLargest(vector.map((value) => value !== 0n), vector, k);
}

function keepLargest(marked: boolean[], vector: readonly X32[], k: number): boolean[] {
  const losers = vector.length - k;
  if (losers <= 0) return marked;
  for (const uid of uidsAscending(vector).slice(0, losers)) marked[uid] = false;
  return marked;
}

/** Uids by rising value; the sort is stable, so equal values keep uid order. */
function uidsAscending(vector: readonly X32[]): Uid[] {
  const uids = vector.map((_, uid) => uid);
  return uids.sort((a, b) => compare(vector[a] ?? ZERO, vector[b] ?? ZERO));
}

function compare(a: X32, b: X32): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
