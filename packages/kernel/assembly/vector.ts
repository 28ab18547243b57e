/** Vectors of i64 in memory, by address and length. */
import { safeDiv } from './fixed';

// @ts-ignore: decorator
@inline
export function at(vector: usize, i: u32): i64 {
  return load<i64>(vector + ((i as usize) << 3));
}

// @ts-ignore: decorator
@inline
export function put(vector: usize, i: u32, value: i64): void {
  store<i64>(vector + ((i as usize) << 3), value);
}

/** Plain sum: wraps. */
export function wrappingSum(vector: usize, length: u32): i64 {
  let sum: i64 = 0;
  for (let i: u32 = 0; i < length; i++) sum += at(vector, i);
  return sum;
}

/** `to` is `from` divided by `sum`, or `from` itself when `sum` is zero. They may be the same place. */
export function normalizeUsingSum(to: usize, from: usize, length: u32, sum: i64): void {
  for (let i: u32 = 0; i < length; i++) put(to, i, sum === 0 ? at(from, i) : safeDiv(at(from, i), sum));
}

/** Divides by the wrapping sum, in place. */
export function normalize(vector: usize, length: u32): void {
  normalizeUsingSum(vector, vector, length, wrappingSum(vector, length));
}
