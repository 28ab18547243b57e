/**
 * I32F32 arithmetic on raw bits: the one place where the epoch's rounding and overflow rules live.
 *
 * A value is `bits / 2^32`, bits in i64. Written out here, on bare bigints, because the epoch runs them
 * some hundred thousand times; package primitives has the same operations for every format.
 */
import type { Uid, Unit } from '@taonet/primitives';

export type { Uid };

/** Raw bits of an I32F32. */
export type X32 = Unit<bigint, 'I32F32'>;
/** Raw bits of an I64F64. */
export type X64 = Unit<bigint, 'I64F64'>;

export const FRACTION_BITS = 32n;
export const X32_MAX = ((1n << 63n) - 1n) as X32;
export const X32_MIN = -(1n << 63n) as X32;
export const ZERO = 0n as X32;
export const ONE = (1n << FRACTION_BITS) as X32;
export const HALF = (1n << (FRACTION_BITS - 1n)) as X32;
/** 65535, the denominator of every u16 proportion. */
export const U16_SCALE = (65535n << FRACTION_BITS) as X32;

const X64_MAX = (1n << 127n) - 1n;
const X64_MIN = -(1n << 127n);
const U16_TOP = 65535n;
const U64_TOP = (1n << 64n) - 1n;

/** Clamps to the type's range: what every `saturating_*` of upstream does with an overflow. */
export function saturate(value: bigint): X32 {
  return (value > X32_MAX ? X32_MAX : value < X32_MIN ? X32_MIN : value) as X32;
}

export function saturatingAdd(a: X32, b: X32): X32 {
  return saturate(a + b);
}

export function saturatingSub(a: X32, b: X32): X32 {
  return saturate(a - b);
}

/** Product, rounded toward −∞, clamped. */
export function saturatingMul(a: X32, b: X32): X32 {
  return saturate((a * b) >> FRACTION_BITS);
}

/** Product rounded toward −∞; `undefined` on overflow. */
export function checkedMul(a: X32, b: X32): X32 | undefined {
  return inRange((a * b) >> FRACTION_BITS);
}

/** Quotient rounded toward zero; `undefined` for a zero divisor or a quotient out of range. */
export function checkedDiv(a: X32, b: X32): X32 | undefined {
  return b === 0n ? undefined : inRange((a << FRACTION_BITS) / b);
}

/** Quotient rounded toward zero; **zero** for a zero divisor and also for a quotient out of range, as upstream's `safe_div`. */
export function safeDiv(a: X32, b: X32): X32 {
  return checkedDiv(a, b) ?? ZERO;
}

/** Quotient rounded toward zero, clamped. Divisors are non-zero constants or 1 + e^x. */
export function saturatingDiv(a: X32, b: X32): X32 {
  return saturate((a << FRACTION_BITS) / b);
}

/** Plain sum: wraps, as `.sum()` does in a release build. */
export function wrappingSum(values: readonly X32[]): X32 {
  let total = 0n;
  for (const value of values) total += value;
  return BigInt.asIntN(64, total) as X32;
}

/** Integer to fixed, clamped. */
export function fromInteger(value: number | bigint): X32 {
  return saturate(BigInt(value) << FRACTION_BITS);
}

/** `x / 65535`, rounded toward zero: how a stored u16 becomes a proportion. */
export function u16ToProportion(x: number): X32 {
  return safeDiv(fromInteger(x), U16_SCALE);
}

/** `x × 65535` rounded down and clamped to 0..65535: how a proportion is stored. 0.9999999995 gives 65534. */
export function proportionToU16(x: X32): number {
  return toU16(saturatingMul(x, U16_SCALE));
}

/** Integer part, rounded down, clamped to u16. */
export function toU16(x: X32): number {
  const whole = x >> FRACTION_BITS;
  return Number(whole < 0n ? 0n : whole > U16_TOP ? U16_TOP : whole);
}

/** To the nearest integer, ties away from zero. */
export function round(x: X32): X32 {
  return saturate(x < 0n ? -((-x + HALF) >> FRACTION_BITS << FRACTION_BITS) : ((x + HALF) >> FRACTION_BITS) << FRACTION_BITS);
}

/** Upper bound first, then the lower one: with `low > high` the result is `low`. */
export function clampValue(value: X32, low: X32, high: X32): X32 {
  const capped = value < high ? value : high;
  return capped > low ? capped : low;
}

export function saturate64(value: bigint): X64 {
  return (value > X64_MAX ? X64_MAX : value < X64_MIN ? X64_MIN : value) as X64;
}

/** I64F64 quotient rounded toward zero; zero for a zero divisor or an overflow. */
export function safeDiv64(a: X64, b: X64): X64 {
  if (b === 0n) return 0n as X64;
  const quotient = (a << 64n) / b;
  return (quotient > X64_MAX || quotient < X64_MIN ? 0n : quotient) as X64;
}

/** Plain sum in i128: wraps. */
export function wrappingSum64(values: readonly X64[]): X64 {
  let total = 0n;
  for (const value of values) total += value;
  return BigInt.asIntN(128, total) as X64;
}

/** Drops the low 32 fraction bits (rounds down), clamps the integer part. */
export function x64ToX32(x: X64): X32 {
  return saturate(x >> FRACTION_BITS);
}

/** Integer part, rounded down, clamped to u64. */
export function x64ToU64(x: X64): bigint {
  return clampToU64(x >> 64n);
}

export function clampToU64(value: bigint): bigint {
  return value < 0n ? 0n : value > U64_TOP ? U64_TOP : value;
}

function inRange(value: bigint): X32 | undefined {
  return value > X32_MAX || value < X32_MIN ? undefined : (value as X32);
}
