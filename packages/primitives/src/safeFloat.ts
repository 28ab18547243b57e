/**
 * Decimal float of 21 digits: value = mantissa · 10^exponent. Shares of stake are kept in it, so that one rao always shows in a share.
 *
 * keeps: zero is (0, 0); otherwise 10²⁰ < mantissa ≤ 10²¹ (1 is (10²¹, −21))
 * rounding: digits dropped are floored
 * source: primitives/share-pool/src/lib.rs, SafeFloat @ 14bc6f9
 */

import type { U64F64 } from './fixed/formats.ts';
import { I64_MAX, I64_MIN, U64_MAX } from './units.ts';

/** In storage: mantissa u128, exponent i64, in this order. Values read from storage need not be normalized. */
export interface SafeFloat {
  readonly mantissa: bigint;
  readonly exponent: bigint;
}

export const SAFE_FLOAT_MAX = 10n ** 21n;
const MANTISSA_MIN_EXCLUSIVE = 10n ** 20n;
const DIGITS = 21n;
const POWERS: readonly bigint[] = Array.from({ length: 23 }, (_, n) => 10n ** BigInt(n));

export const SAFE_FLOAT_ZERO: SafeFloat = Object.freeze({ mantissa: 0n, exponent: 0n });

/** mantissa·10^exponent; undefined when the mantissa is above 10²¹ or the exponent leaves i64. */
export function safeFloat(mantissa: bigint, exponent: bigint): SafeFloat | undefined {
  return mantissa > SAFE_FLOAT_MAX ? undefined : normalize(mantissa, exponent);
}

/** A whole number of u64 as a float; exact. */
export function safeFloatFromU64(value: bigint): SafeFloat {
  return normalize(value, 0n) ?? SAFE_FLOAT_ZERO;
}

/** Integer part plus fraction part divided by 2⁶⁴. */
export function safeFloatFromU64F64(value: U64F64): SafeFloat {
  if (value === 0n) return SAFE_FLOAT_ZERO;
  const fraction = safeFloatDiv(safeFloatFromU64(value & U64_MAX), safeFloatFromU64(U64_MAX + 1n)) ?? SAFE_FLOAT_ZERO;
  return safeFloatAdd(safeFloatFromU64(value >> 64n), fraction) ?? SAFE_FLOAT_ZERO;
}

/** Floors, then clamps to u64. A scale beyond 10²² counts as 10²². */
export function safeFloatToU64({ mantissa, exponent }: SafeFloat): bigint {
  const value = exponent === 0n ? mantissa : exponent > 0n ? mantissa * cappedPower(exponent) : mantissa / cappedPower(-exponent);
  return value > U64_MAX ? U64_MAX : value;
}

export const safeFloatIsZero = (a: SafeFloat): boolean => a.mantissa === 0n;

/** a + b; undefined when the exponent leaves i64. */
export function safeFloatAdd(a: SafeFloat, b: SafeFloat): SafeFloat | undefined {
  if (a.mantissa === 0n) return b;
  if (b.mantissa === 0n) return a;
  if (a.exponent >= b.exponent) return normalize(a.mantissa + b.mantissa / cappedPower(a.exponent - b.exponent), a.exponent);
  return normalize(a.mantissa / cappedPower(b.exponent - a.exponent) + b.mantissa, b.exponent);
}

/** a − b, not below 0; undefined for 0 − b with b ≠ 0. */
export function safeFloatSub(a: SafeFloat, b: SafeFloat): SafeFloat | undefined {
  if (a.mantissa === 0n) return b.mantissa === 0n ? SAFE_FLOAT_ZERO : undefined;
  if (b.mantissa === 0n) return a;
  const toA = a.exponent >= b.exponent;
  const left = toA ? a.mantissa : a.mantissa / cappedPower(b.exponent - a.exponent);
  const right = toA ? b.mantissa / cappedPower(a.exponent - b.exponent) : b.mantissa;
  return normalize(left > right ? left - right : 0n, toA ? a.exponent : b.exponent);
}

/** a/b to 21 digits; undefined for b = 0. */
export function safeFloatDiv(a: SafeFloat, b: SafeFloat): SafeFloat | undefined {
  const exponent = a.exponent - b.exponent - DIGITS;
  if (b.mantissa === 0n || exponent > I64_MAX || exponent < I64_MIN) return undefined;
  return normalize((a.mantissa * SAFE_FLOAT_MAX) / b.mantissa, exponent);
}

/** a·b/c with one floor; undefined for c = 0. */
export function safeFloatMulDiv(a: SafeFloat, b: SafeFloat, c: SafeFloat): SafeFloat | undefined {
  if (c.mantissa === 0n) return undefined;
  const sum = a.exponent + b.exponent;
  const exponent = sum - c.exponent;
  if (sum > I64_MAX || sum < I64_MIN || exponent > I64_MAX || exponent < I64_MIN) return undefined;
  return normalize((a.mantissa * b.mantissa) / c.mantissa, exponent);
}

/** a > b, for normalized values. A zero counts with its exponent 0, as upstream has it. */
export function safeFloatGreater(a: SafeFloat, b: SafeFloat): boolean {
  if (a.exponent === b.exponent) return a.mantissa > b.mantissa;
  if (a.exponent > b.exponent) return a.exponent - b.exponent > 1n || 10n * a.mantissa > b.mantissa;
  return b.exponent - a.exponent <= 1n && a.mantissa > 10n * b.mantissa;
}

/** 10^n, and 10²² for anything above. */
const cappedPower = (n: bigint): bigint => (n > 22n ? POWERS[22]! : POWERS[Number(n)]!);

function normalize(mantissa: bigint, exponent: bigint): SafeFloat | undefined {
  if (mantissa === 0n) return SAFE_FLOAT_ZERO;
  let m = mantissa;
  let e = exponent;
  while (m > SAFE_FLOAT_MAX) {
    m /= 10n;
    e += 1n;
  }
  // Also after dropping digits: 10²¹ + 5 becomes 10²⁰, which is below the range, and then 10²¹.
  if (m <= MANTISSA_MIN_EXCLUSIVE) {
    let digits = 1;
    while (m <= POWERS[20 - digits]!) digits += 1;
    m *= POWERS[digits]!;
    e -= BigInt(digits);
  }
  return e > I64_MAX || e < I64_MIN ? undefined : { mantissa: m, exponent: e };
}
