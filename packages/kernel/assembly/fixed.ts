/**
 * I32F32 on raw bits, as package primitives defines it: products rounded down, quotients toward zero. Every
 * operation has a short way for the usual operands (0 … 1) and a general one; both give the same bits.
 */

export const ZERO: i64 = 0;
export const ONE: i64 = 1 << 32;
const LOW: u64 = 0xffff_ffff;
const U16_MAX: u64 = 65535;
/** Upper half of the product that comes out as −2^31, the largest in size that fits. */
const HIGH_MAX: u64 = 1 << 31;

/** True after a product or quotient that does not fit; whoever asks resets it. */
let overflowed: bool = false;

// @ts-ignore: decorator
@inline
export function saturatingAdd(a: i64, b: i64): i64 {
  const sum = a + b;
  if (((a ^ sum) & (b ^ sum)) >= 0) return sum;
  return a < 0 ? i64.MIN_VALUE : i64.MAX_VALUE;
}

// @ts-ignore: decorator
@inline
export function saturatingSub(a: i64, b: i64): i64 {
  const difference = a - b;
  if (((a ^ b) & (a ^ difference)) >= 0) return difference;
  return a < 0 ? i64.MIN_VALUE : i64.MAX_VALUE;
}

/** Both below 1: the product fits 64 bits. */
// @ts-ignore: decorator
@inline
export function saturatingMul(a: i64, b: i64): i64 {
  if ((a | b) >>> 32 === 0) return ((a as u64) * (b as u64)) >> 32;
  return mulAny(a, b);
}

/** Zero for a product that does not fit. */
export function checkedMulOrZero(a: i64, b: i64): i64 {
  overflowed = false;
  const product = saturatingMul(a, b);
  return overflowed ? ZERO : product;
}

/** Zero for a zero divisor and for a quotient that does not fit. One step when a is below 1 and b is not the smallest number. */
// @ts-ignore: decorator
@inline
export function safeDiv(a: i64, b: i64): i64 {
  if (a >>> 32 === 0 && b > 1) return (((a as u64) << 32) / (b as u64)) as i64;
  return divAny(a, b);
}

/** `x × 65535` rounded down and clamped: how a proportion is stored. */
// @ts-ignore: decorator
@inline
export function proportionToU16(x: i64): u16 {
  if (x <= 0) return 0;
  return x >= ONE ? 65535 : (((x as u64) * U16_MAX) >> 32) as u16;
}

/** `⌊share · amount⌋` clamped to u64. */
export function shareOf(share: i64, amount: u64): u64 {
  if (share <= 0) return 0;
  const bits = share as u64;
  const high = mulHigh(bits, amount);
  return high >>> 32 !== 0 ? u64.MAX_VALUE : (high << 32) | ((bits * amount) >> 32);
}

/** Upper 64 of the 128 bits of a product. */
function mulHigh(a: u64, b: u64): u64 {
  const aLow = a & LOW;
  const aHigh = a >> 32;
  const bLow = b & LOW;
  const bHigh = b >> 32;
  const middle = aHigh * bLow + ((aLow * bLow) >> 32);
  return aHigh * bHigh + (middle >> 32) + (((middle & LOW) + aLow * bHigh) >> 32);
}

// @ts-ignore: decorator
@inline
function magnitude(x: i64): u64 {
  return (x < 0 ? 0 - x : x) as u64;
}

/** By sign and magnitude. A negative product with bits cut off is one further from zero. */
function mulAny(a: i64, b: i64): i64 {
  const x = magnitude(a);
  const y = magnitude(b);
  const high = mulHigh(x, y);
  const low = x * y;
  const isNegative = (a ^ b) < 0;
  if (high > HIGH_MAX) return signed(u64.MAX_VALUE, isNegative);
  const whole = (high << 32) | (low >> 32);
  return signed(isNegative && (low & LOW) !== 0 ? whole + 1 : whole, isNegative);
}

/** Magnitude and sign as a value, clamped. */
function signed(value: u64, isNegative: bool): i64 {
  const limit = (i64.MAX_VALUE as u64) + (isNegative ? 1 : 0);
  if (value > limit) overflowed = true;
  const bits = (value > limit ? limit : value) as i64;
  return isNegative ? 0 - bits : bits;
}

/** By sign and magnitude. */
function divAny(a: i64, b: i64): i64 {
  if (b === 0) return ZERO;
  const x = magnitude(a);
  const y = magnitude(b);
  overflowed = false;
  const quotient = signed(divMagnitudes(x, y), (a ^ b) < 0);
  return overflowed ? ZERO : quotient;
}

/** Whole numbers in one step, numbers below 65536 in two of 16 bits, all others bit by bit. */
// @ts-ignore: decorator
@inline
function divMagnitudes(a: u64, b: u64): u64 {
  if (((a | b) & LOW) === 0) return a / (b >> 32);
  return (a | b) >> 48 === 0 ? divShort(a, b) : divLong(a, b);
}

/** a, b < 2^48; a quotient that does not fit comes out as the largest number. */
function divShort(a: u64, b: u64): u64 {
  const top = a << 16;
  const first = top / b;
  return first >> 48 !== 0 ? u64.MAX_VALUE : (first << 16) | (((top - first * b) << 16) / b);
}

/** The remainder stays below b ≤ 2^63, so doubling it stays in range. */
function divLong(a: u64, b: u64): u64 {
  let quotient = a / b;
  if (quotient >>> 32 !== 0) return u64.MAX_VALUE;
  let rest = a % b;
  for (let i = 0; i < 32; i++) {
    rest <<= 1;
    quotient <<= 1;
    if (rest >= b) {
      rest -= b;
      quotient |= 1;
    }
  }
  return quotient;
}
