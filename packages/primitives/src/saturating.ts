/** Clamped and checked arithmetic of plain integers, with Rust's words. Results are plain: name the unit again. */

import { defect } from './errors.ts';
import { I64_MAX, I64_MIN, U128_MAX, U16_MAX, U32_MAX, U64_MAX } from './units.ts';

/** Clamps to u64. */
export const clampU64 = (v: bigint): bigint => (v > U64_MAX ? U64_MAX : v < 0n ? 0n : v);
/** Clamps to u128. */
export const clampU128 = (v: bigint): bigint => (v > U128_MAX ? U128_MAX : v < 0n ? 0n : v);
/** Clamps to i64. */
export const clampI64 = (v: bigint): bigint => (v > I64_MAX ? I64_MAX : v < I64_MIN ? I64_MIN : v);
/** Clamps to u16, giving a number. */
export const clampU16 = (v: bigint): number => (v > 0xffffn ? U16_MAX : v < 0n ? 0 : Number(v));

export const saturatingAddU64 = (a: bigint, b: bigint): bigint => {
  const v = a + b;
  return v > U64_MAX ? U64_MAX : v;
};
/** Never below 0. */
export const saturatingSubU64 = (a: bigint, b: bigint): bigint => (a > b ? a - b : 0n);
export const saturatingMulU64 = (a: bigint, b: bigint): bigint => {
  const v = a * b;
  return v > U64_MAX ? U64_MAX : v;
};
export const saturatingAddU128 = (a: bigint, b: bigint): bigint => {
  const v = a + b;
  return v > U128_MAX ? U128_MAX : v;
};
/** Never below 0. */
export const saturatingSubU128 = (a: bigint, b: bigint): bigint => (a > b ? a - b : 0n);
export const saturatingMulU128 = (a: bigint, b: bigint): bigint => {
  const v = a * b;
  return v > U128_MAX ? U128_MAX : v;
};
export const saturatingAddI64 = (a: bigint, b: bigint): bigint => clampI64(a + b);
export const saturatingSubI64 = (a: bigint, b: bigint): bigint => clampI64(a - b);

export const saturatingAddU16 = (a: number, b: number): number => (a + b > U16_MAX ? U16_MAX : a + b);
export const saturatingSubU16 = (a: number, b: number): number => (a > b ? a - b : 0);
export const saturatingAddU32 = (a: number, b: number): number => (a + b > U32_MAX ? U32_MAX : a + b);
export const saturatingSubU32 = (a: number, b: number): number => (a > b ? a - b : 0);

/** Undefined when the sum leaves u64. */
export const checkedAddU64 = (a: bigint, b: bigint): bigint | undefined => (a + b > U64_MAX ? undefined : a + b);
/** Undefined when the difference is negative. */
export const checkedSubU64 = (a: bigint, b: bigint): bigint | undefined => (a < b ? undefined : a - b);
/** Undefined when the product leaves u64. */
export const checkedMulU64 = (a: bigint, b: bigint): bigint | undefined => (a * b > U64_MAX ? undefined : a * b);
/** Undefined for b = 0. */
export const checkedDivInt = (a: bigint, b: bigint): bigint | undefined => (b === 0n ? undefined : a / b);
/**
 * ⌊a/b⌋ of unsigned integers, and 0 for b = 0.
 *
 * source: primitives/safe-math/src/lib.rs, SafeDiv @ 14bc6f9
 */
export const safeDivInt = (a: bigint, b: bigint): bigint => (b === 0n ? 0n : a / b);

/** ⌊a·b/c⌋ of non-negative integers, exact; c = 0 is a defect. */
export function mulDivFloor(a: bigint, b: bigint, c: bigint): bigint {
  if (c === 0n) throw defect('DivisionByZero', { a, b });
  return (a * b) / c;
}

/** ⌈a·b/c⌉ of non-negative integers, exact; c = 0 is a defect. */
export function mulDivCeil(a: bigint, b: bigint, c: bigint): bigint {
  if (c === 0n) throw defect('DivisionByZero', { a, b });
  return (a * b + c - 1n) / c;
}
