/**
 * The epoch's numbers: I32F32 and I64F64 of package primitives under short names, and the conversions only the
 * epoch knows. Which operation wraps, saturates or gives zero is upstream's choice at each place.
 */
import { I32F32, type I64F64, U16_MAX, type Uid } from '@taonet/primitives';

export type { Uid };

/** I32F32: shares, weights, bonds, alphas. */
export type X32 = I32F32;
/** I64F64: stake before it is normalised. */
export type X64 = I64F64;

export const ZERO = I32F32.zero;
export const ONE = I32F32.one;
export const X32_MAX = I32F32.max;
export const HALF = I32F32.fromRational(1n, 2n);
/** 65535, the denominator of every u16 proportion. */
export const U16_SCALE = I32F32.fromInt(U16_MAX);

export const fromInteger = I32F32.fromInt;
export const saturatingAdd = I32F32.saturatingAdd;
export const saturatingSub = I32F32.saturatingSub;
/** Rounded toward −∞. */
export const saturatingMul = I32F32.saturatingMul;
/** Rounded toward zero. The divisors are non-zero constants or 1 + e^x. */
export const saturatingDiv = I32F32.saturatingDiv;
/** Rounded toward −∞; `undefined` on overflow. */
export const checkedMul = I32F32.checkedMul;
/** Rounded toward zero; **zero** for a zero divisor and also for a quotient out of range. */
export const safeDiv = I32F32.safeDiv;

/** Plain sum: wraps, as `.sum()` does in a release build. */
export function wrappingSum(values: readonly X32[]): X32 {
  let total = 0n;
  for (const value of values) total += value;
  return BigInt.asIntN(64, total) as X32;
}

/** Plain sum: wraps. */
export function wrappingSum64(values: readonly X64[]): X64 {
  let total = 0n;
  for (const value of values) total += value;
  return BigInt.asIntN(128, total) as X64;
}

/** `x / 65535`, rounded toward zero: how a stored u16 becomes a proportion. */
export function u16ToProportion(x: number): X32 {
  return safeDiv(fromInteger(x), U16_SCALE);
}

/** `x × 65535` rounded down and clamped to 0..65535: how a proportion is stored. 0.9999999995 gives 65534. */
export function proportionToU16(x: X32): number {
  return I32F32.saturatingToU16(saturatingMul(x, U16_SCALE));
}

/** Upper bound first, then the lower one: with `low > high` the result is `low`. */
export function clampValue(value: X32, low: X32, high: X32): X32 {
  const capped = value < high ? value : high;
  return capped > low ? capped : low;
}

/**
 * ⌊a / b⌋ of integers 0 ≤ a < 2^53, b > 0, exact: a quotient that is not whole is at least 1/b short of the next
 * integer, and rounding moves it by at most a/b · 2^−53 < 1/b.
 */
export function divFloor(a: number, b: number): number {
  // eslint-disable-next-line zone/no-float -- exact, see above
  return Math.floor(a / b);
}
