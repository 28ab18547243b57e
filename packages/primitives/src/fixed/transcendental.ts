/**
 * Logarithms, exponential, root and power of signed formats. Undefined where upstream answers an error.
 *
 * rounding: as the steps say, never "nearest"; results are upstream's bits, not the best ones
 * source: crate substrate-fixed 0.6.0 (encointer), src/transcendental.rs
 */

import type { Fixed, FixedFormat } from './format.ts';

/** The constants carry 23 fraction bits, truncated. */
const CONSTANT_FRAC = 23;
const E_BITS = 22_802_600n;
const LOG2_E_BITS = 12_102_203n;

const constant = <N extends string>(format: FixedFormat<N>, bits: bigint): Fixed<N> => format.fromBits(bits << BigInt(format.frac - CONSTANT_FRAC));

/** Base-2 logarithm; undefined for a ≤ 0 and where 1/a overflows. */
export function fixedLog2<N extends string>(format: FixedFormat<N>, a: Fixed<N>): Fixed<N> | undefined {
  if (a <= 0n) return undefined;
  if (a >= format.one) return format.fromBits(log2OfAtLeastOne(format, a));
  const inverse = format.checkedDiv(format.one, a);
  return inverse === undefined ? undefined : format.fromBits(-log2OfAtLeastOne(format, inverse));
}

/** ⌊log2(a)⌋ for a ≥ 1: the whole part of `fixedLog2` without its fraction digits. */
export function fixedLog2Floor<N extends string>(format: FixedFormat<N>, a: Fixed<N>): number {
  return reduceBelowTwo(format, a).halvings;
}

/** Natural logarithm: log2(a) / log2(e). */
export function fixedLn<N extends string>(format: FixedFormat<N>, a: Fixed<N>): Fixed<N> | undefined {
  const log2 = fixedLog2(format, a);
  return log2 === undefined ? undefined : format.checkedDiv(log2, constant(format, LOG2_E_BITS));
}

/** e^a by its series up to the number of fraction bits; undefined on any overflow. exp(1) is the truncated constant. */
export function fixedExp<N extends string>(format: FixedFormat<N>, a: Fixed<N>): Fixed<N> | undefined {
  if (a === 0n) return format.one;
  if (a === format.one) return constant(format, E_BITS);
  if (a > 0n) return expOfPositive(format, a);
  const negated = format.checkedNeg(a);
  const inverse = negated === undefined ? undefined : expOfPositive(format, negated);
  return inverse === undefined ? undefined : format.checkedDiv(format.one, inverse);
}

/** Square root by Newton's steps, as many as fraction bits; undefined for a < 0. */
export function fixedSqrt<N extends string>(format: FixedFormat<N>, a: Fixed<N>): Fixed<N> | undefined {
  if (a < 0n) return undefined;
  if (a === 0n || a === format.one) return a;
  if (a > format.one) return newtonRoot(format, a);
  const inverse = format.checkedDiv(format.one, a);
  return inverse === undefined ? undefined : format.checkedDiv(format.one, newtonRoot(format, inverse));
}

/** a^b = exp(ln(a)·b). */
export function fixedPow<N extends string>(format: FixedFormat<N>, a: Fixed<N>, b: Fixed<N>): Fixed<N> | undefined {
  if (a === 0n) return format.zero;
  if (b === 0n) return format.one;
  if (b === format.one) return a;
  const ln = fixedLn(format, a);
  const exponent = ln === undefined ? undefined : format.checkedMul(ln, b);
  return exponent === undefined ? undefined : fixedExp(format, exponent);
}

/** a^n by n − 1 multiplications; a negative n inverts the result. */
export function fixedPowInt<N extends string>(format: FixedFormat<N>, a: Fixed<N>, n: number): Fixed<N> | undefined {
  if (a === 0n) return format.zero;
  if (n === 0) return format.one;
  if (n === 1) return a;
  const times = n < 0 ? -n : n;
  let power: Fixed<N> | undefined = a;
  for (let i = 1; i < times && power !== undefined; i++) power = format.checkedMul(power, a);
  return n < 0 && power !== undefined ? format.checkedDiv(format.one, power) : power;
}

/** Halves, adding the dropped bit back. */
const halveUp = (bits: bigint): bigint => (bits >> 1n) + (bits & 1n);

function log2OfAtLeastOne<N extends string>(format: FixedFormat<N>, a: Fixed<N>): bigint {
  const shift = BigInt(format.frac);
  const one: bigint = format.one;
  const two = one << 1n;
  const { rest, halvings } = reduceBelowTwo(format, a);
  if (rest === one) return BigInt(halvings) << shift;
  let x = rest;
  let result = BigInt(halvings);
  for (let i = 0; i < format.frac; i++) {
    x = (x * x) >> shift;
    result <<= 1n;
    if (x >= two) {
      result |= 1n;
      x = halveUp(x);
    }
  }
  return result;
}

/** Halves a ≥ 1 until it is below 2. */
function reduceBelowTwo<N extends string>(format: FixedFormat<N>, a: Fixed<N>): { readonly rest: bigint; readonly halvings: number } {
  const two = format.one << 1n;
  let rest: bigint = a;
  let halvings = 0;
  while (rest >= two) {
    rest = halveUp(rest);
    halvings += 1;
  }
  return { rest, halvings };
}

function expOfPositive<N extends string>(format: FixedFormat<N>, a: Fixed<N>): Fixed<N> | undefined {
  const shift = BigInt(format.frac);
  const max: bigint = format.max;
  let result: bigint = a + format.one;
  if (result > max) return undefined;
  let term: bigint = a;
  // A term of zero stays zero: stopping there changes nothing.
  for (let i = 2; i < format.frac && term !== 0n; i++) {
    term = (term * a) >> shift;
    if (term > max) return undefined;
    term /= BigInt(i);
    result += term;
    if (result > max) return undefined;
  }
  return format.fromBits(result);
}

function newtonRoot<N extends string>(format: FixedFormat<N>, a: Fixed<N>): Fixed<N> {
  const shift = BigInt(format.frac);
  const top = a << shift;
  let root = a / 2n + format.one;
  for (let i = 0; i < format.frac; i++) {
    const next = (root + top / root) / 2n;
    if (next === root) break; // a fixed point of the step: the remaining rounds repeat it
    root = next;
  }
  return format.fromBits(root);
}
