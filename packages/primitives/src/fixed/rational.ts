/** Rounding of exact rationals to binary digits, and decimal literals as f64 would hold them. */

import { defect } from '../errors.ts';

/** p/q to the nearest integer, ties to even. `q` must not be 0. */
export function divRoundEven(p: bigint, q: bigint): bigint {
  if (q === 0n) throw defect('DivisionByZero', { p });
  const negative = p < 0n !== q < 0n;
  const top = p < 0n ? -p : p;
  const bottom = q < 0n ? -q : q;
  const whole = top / bottom;
  const twice = (top - whole * bottom) * 2n;
  const up = twice > bottom || (twice === bottom && (whole & 1n) === 1n);
  const rounded = up ? whole + 1n : whole;
  return negative ? -rounded : rounded;
}

const F64_DIGITS = 53;

/** An exact ratio; `q` is positive. */
export interface Ratio {
  readonly p: bigint;
  readonly q: bigint;
}

/** A decimal literal as the f64 nearest to it (ties to even). Plain digits with one optional point. */
export function f64LiteralToRatio(text: string): Ratio {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw defect('BadLiteral', { text });
  const decimals = match[3] ?? '';
  const digits = BigInt(match[2]! + decimals);
  const { p, q } = f64RatioOf(digits, 10n ** BigInt(decimals.length));
  return { p: match[1] === '-' ? -p : p, q };
}

/** The f64 nearest to p/q (p ≥ 0, q > 0; within the range of normal numbers), as an exact ratio. */
export function f64RatioOf(p: bigint, q: bigint): Ratio {
  if (p === 0n) return { p, q: 1n };
  let shift = F64_DIGITS - (bitLength(p) - bitLength(q));
  let mantissa = scaled(p, q, shift);
  // The quotient of bit lengths may be one digit too long; then one binary digit less is kept.
  if (bitLength(mantissa) > F64_DIGITS) mantissa = scaled(p, q, --shift);
  return shift >= 0 ? { p: mantissa, q: 1n << BigInt(shift) } : { p: mantissa << BigInt(-shift), q: 1n };
}

/** Number of binary digits of a non-negative integer; 0 for 0. */
export function bitLength(n: bigint): number {
  if (n === 0n) return 0;
  const hex = n.toString(16);
  return hex.length * 4 - LEADING_ZEROS[parseInt(hex[0]!, 16)]!;
}

const LEADING_ZEROS: readonly number[] = [4, 3, 2, 2, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0];

function scaled(p: bigint, q: bigint, shift: number): bigint {
  return shift >= 0 ? divRoundEven(p << BigInt(shift), q) : divRoundEven(p, q << BigInt(-shift));
}
