/**
 * scale · (base)^(p/q) by the steps of upstream's big-number library: ln and exp as Taylor series in fixed point with 24 guard bits.
 * It is the meaning of the result: for extreme exponents the series has not converged, and what it gives then is consensus.
 * All divisions floor towards −∞.
 *
 * source: crate safe-bigmath 0.4.1, src/integer.rs, pow_ratio_scaled_with_max_iters
 */

import { bitLength } from '../fixed/rational.ts';
import type { PowRatio } from './powRatioScaled.ts';

const GUARD_BITS = 24n;
const GUARD = 1n << GUARD_BITS;
const GUARD_HALF = GUARD >> 1n;
const ROUNDS_MAX = 4096;

/** One run's fixed-point world. */
interface Series {
  /** Fraction bits, guard bits included. */
  readonly bits: bigint;
  readonly one: bigint;
  readonly roundsMax: number;
}

export function powBySeries(ratio: PowRatio, p: bigint, q: bigint): bigint {
  const requested = Math.max(ratio.precision, 32, bitLength(ratio.scale) + 8);
  const bits = BigInt(requested) + GUARD_BITS;
  const series: Series = { bits, one: 1n << bits, roundsMax: Math.min(ROUNDS_MAX, Number(bits) + 128) };
  const ln2 = -lnOfOnePlus(series, -(series.one >> 1n));
  const ln = lnOfInt(series, ratio.baseNum, ln2) - lnOfInt(series, ratio.baseDen, ln2);
  const power = expOf(series, divFloor(ln * p, q));
  return (roundGuard(power) * ratio.scale) >> BigInt(requested);
}

/** ⌊a/b⌋ for b > 0. */
function divFloor(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a < 0n && quotient * b !== a ? quotient - 1n : quotient;
}

/** Drops the guard bits, halves away from zero. */
function roundGuard(v: bigint): bigint {
  return v >= 0n ? (v + GUARD_HALF) >> GUARD_BITS : -((GUARD_HALF - v) >> GUARD_BITS);
}

function lnOfOnePlus({ bits, roundsMax }: Series, x: bigint): bigint {
  let term = x;
  let result = x;
  let rounded = roundGuard(result);
  for (let n = 2; n <= roundsMax; n++) {
    term = (term * x) >> bits;
    if (term === 0n) break;
    const next = divFloor(term, BigInt(n));
    if (next === 0n) break;
    result = n % 2 === 0 ? result - next : result + next;
    const now = roundGuard(result);
    if ((next < GUARD && -next < GUARD) || now === rounded) break;
    rounded = now;
  }
  return result;
}

function lnOfInt(series: Series, value: bigint, ln2: bigint): bigint {
  let exponent = BigInt(bitLength(value) - 1);
  let mantissa = (value << series.bits) >> exponent;
  if (mantissa >= series.one + (series.one >> 1n)) {
    mantissa >>= 1n;
    exponent += 1n;
  }
  return lnOfOnePlus(series, mantissa - series.one) + ln2 * exponent;
}

function expOf({ bits, one, roundsMax }: Series, x: bigint): bigint {
  let term = one;
  let result = one;
  let rounded = roundGuard(result);
  for (let n = 1; n <= roundsMax; n++) {
    // ⌊⌊a/2^bits⌋/n⌋ = ⌊a/(2^bits·n)⌋, also for negative a.
    term = divFloor((term * x) >> bits, BigInt(n));
    if (term === 0n) break;
    result += term;
    const now = roundGuard(result);
    if ((term < GUARD && -term < GUARD) || now === rounded) break;
    rounded = now;
  }
  return result;
}
