/**
 * Binary fixed-point formats. A value is its raw bits, a branded `bigint`: value = bits / 2^frac.
 * Multiplication floors (towards −∞), division truncates towards zero, narrowing drops low bits (floor).
 */

declare const format: unique symbol;

/** Raw bits of a number of format `N`. The brand is invariant: two formats never mix, and `a * b` is a plain bigint. */
export type Fixed<N extends string> = bigint & { readonly [format]: (name: N) => N };

/** One row per format. */
export interface FixedSpec {
  readonly signed: boolean;
  /** Bits before the binary point, the sign included. */
  readonly int: number;
  /** Bits after the binary point. */
  readonly frac: number;
}

/** Operations of one format, with Rust's words: `saturating*` clamps, `checked*` gives undefined, `wrapping*` drops high bits. */
export interface FixedFormat<N extends string> extends FixedSpec {
  readonly name: N;
  readonly zero: Fixed<N>;
  readonly one: Fixed<N>;
  readonly min: Fixed<N>;
  readonly max: Fixed<N>;
  /** The smallest positive value, 2^−frac. */
  readonly delta: Fixed<N>;

  /** Names raw bits as a value; bits outside the format are a defect. */
  fromBits(bits: bigint): Fixed<N>;
  /** Names raw bits as a value; undefined when they do not fit. */
  checkedFromBits(bits: bigint): Fixed<N> | undefined;
  /** Names raw bits as a value, clamped. */
  saturatingFromBits(bits: bigint): Fixed<N>;
  toBits(a: Fixed<N>): bigint;
  /** Integer to fixed: exact, or clamped when the integer part does not fit. */
  fromInt(n: bigint | number): Fixed<N>;
  checkedFromInt(n: bigint | number): Fixed<N> | undefined;
  /** p/q to the nearest value, ties to even; clamped. q = 0 is a defect. */
  fromRational(p: bigint, q: bigint): Fixed<N>;
  /** A decimal literal as upstream writes it (`'0.000003'`): to f64 first, then to the format, each nearest, ties to even. */
  fromLiteral(text: string): Fixed<N>;

  saturatingAdd(a: Fixed<N>, b: Fixed<N>): Fixed<N>;
  saturatingSub(a: Fixed<N>, b: Fixed<N>): Fixed<N>;
  /** Floors, then clamps. */
  saturatingMul(a: Fixed<N>, b: Fixed<N>): Fixed<N>;
  /** Truncates towards zero, then clamps. A zero divisor is a defect. */
  saturatingDiv(a: Fixed<N>, b: Fixed<N>): Fixed<N>;
  checkedAdd(a: Fixed<N>, b: Fixed<N>): Fixed<N> | undefined;
  checkedSub(a: Fixed<N>, b: Fixed<N>): Fixed<N> | undefined;
  checkedMul(a: Fixed<N>, b: Fixed<N>): Fixed<N> | undefined;
  /** Undefined for a zero divisor and for a quotient that does not fit. */
  checkedDiv(a: Fixed<N>, b: Fixed<N>): Fixed<N> | undefined;
  wrappingAdd(a: Fixed<N>, b: Fixed<N>): Fixed<N>;
  wrappingSub(a: Fixed<N>, b: Fixed<N>): Fixed<N>;
  wrappingMul(a: Fixed<N>, b: Fixed<N>): Fixed<N>;
  wrappingDiv(a: Fixed<N>, b: Fixed<N>): Fixed<N>;
  /** `checkedDiv`, and zero when it gives none: for b = 0 and also for an overflowing quotient. */
  safeDiv(a: Fixed<N>, b: Fixed<N>): Fixed<N>;
  /** `checkedDiv`, and `otherwise` when it gives none. */
  safeDivOr(a: Fixed<N>, b: Fixed<N>, otherwise: Fixed<N>): Fixed<N>;
  /** Times a whole number, clamped. */
  saturatingMulInt(a: Fixed<N>, n: bigint): Fixed<N>;
  checkedMulInt(a: Fixed<N>, n: bigint): Fixed<N> | undefined;
  /** By a whole number, bits truncated towards zero; undefined for 0. */
  checkedDivInt(a: Fixed<N>, n: bigint): Fixed<N> | undefined;
  saturatingNeg(a: Fixed<N>): Fixed<N>;
  checkedNeg(a: Fixed<N>): Fixed<N> | undefined;
  saturatingAbs(a: Fixed<N>): Fixed<N>;
  checkedAbs(a: Fixed<N>): Fixed<N> | undefined;
  smaller(a: Fixed<N>, b: Fixed<N>): Fixed<N>;
  larger(a: Fixed<N>, b: Fixed<N>): Fixed<N>;
  clamp(a: Fixed<N>, low: Fixed<N>, high: Fixed<N>): Fixed<N>;
  /** Negative, zero or positive, as sorting wants it. */
  compare(a: Fixed<N>, b: Fixed<N>): number;
  compareInt(a: Fixed<N>, n: bigint): number;

  /** Whole part, floored. */
  floorToInt(a: Fixed<N>): bigint;
  /** Nearest whole number, ties away from zero. */
  roundToInt(a: Fixed<N>): bigint;
  /** Floors, then clamps. */
  saturatingToU64(a: Fixed<N>): bigint;
  saturatingToU128(a: Fixed<N>): bigint;
  saturatingToI64(a: Fixed<N>): bigint;
  saturatingToU16(a: Fixed<N>): number;
  saturatingToU32(a: Fixed<N>): number;
  /** To whole values of the same format; wraps where the whole number does not fit, as a release build does. */
  floor(a: Fixed<N>): Fixed<N>;
  ceil(a: Fixed<N>): Fixed<N>;
  /** Ties away from zero. */
  round(a: Fixed<N>): Fixed<N>;
  /** Bits after the point only, always 0 ≤ result < 1. */
  fraction(a: Fixed<N>): Fixed<N>;
  /** To another format: low bits dropped (floor), then clamped. */
  to<M extends string>(other: FixedFormat<M>, a: Fixed<N>): Fixed<M>;
  checkedTo<M extends string>(other: FixedFormat<M>, a: Fixed<N>): Fixed<M> | undefined;
}
