/** e^x as package yuma's `expSafe` has it: x clamped to −20 … 20, a series of fixed length. */
import { ONE, safeDiv } from './fixed';

const INPUT_MAX: i64 = 20 << 32;
/** e^1 is not computed: a constant of 23 fraction bits stands for it. */
const E: i64 = 22_802_600 << 9;
const LAST_TERM: u64 = 31;
const LOW: u64 = 0xffff_ffff;

export function expSafe(x: i64): i64 {
  const input = x < -INPUT_MAX ? -INPUT_MAX : x > INPUT_MAX ? INPUT_MAX : x;
  if (input === 0) return ONE;
  if (input === ONE) return E;
  return input > 0 ? series(input) as i64 : safeDiv(ONE, series(-input) as i64);
}

/**
 * 1 + x + x²/2! + …, each product and quotient rounded down. Up to x = 20 nothing overflows: the largest product is
 * 20^20/19! < 2^30 and the sum is below e^20 < 2^29. A term of zero stays zero: leaving early changes nothing.
 */
function series(x: u64): u64 {
  const high = x >> 32;
  const low = x & LOW;
  let result = x + (ONE as u64);
  let term = x;
  for (let i: u64 = 2; i <= LAST_TERM && term !== 0; i++) {
    term = (term * high + (term >> 32) * low + (((term & LOW) * low) >> 32)) / i;
    result += term;
  }
  return result;
}
