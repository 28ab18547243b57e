/**
 * e^x and the sigmoid on I32F32, with the fixed series length that makes results reproducible and, far from
 * zero, visibly wrong: e^20 comes out 0.8 % low, and every node has to agree on that.
 */
import { FRACTION_BITS, ONE, X32_MAX, ZERO, fromInteger, safeDiv, saturatingAdd, saturatingMul, saturatingSub, type X32 } from './bits.ts';

/** e as the fixed-point library stores it, 22802600 / 2^23; returned for exactly 1 in place of the series. */
const E_CONSTANT = (22802600n << 9n) as X32;
/** The series runs over i = 2 … 31: one term for each fraction bit but two. */
const LAST_TERM = 31;
const INPUT_MAX = fromInteger(20);
const INPUT_MIN = fromInteger(-20);

/** Up to here every intermediate of the series stays below 2^53 (bounds at `seriesInNumbers`). */
const SMALL_INPUT_MAX = 10n << FRACTION_BITS;
const LIMB = 2 ** 20;

/**
 * e^x; `undefined` where the series overflows.
 *
 * rounding: each product down, each quotient toward zero; negative x as the reciprocal of e^|x|
 * source: substrate-fixed 0.6.0, transcendental exp
 */
export function exp(x: X32): X32 | undefined {
  if (x === 0n) return ONE;
  if (x === ONE) return E_CONSTANT;
  const magnitude = x < 0n ? -x : x;
  if (magnitude > X32_MAX) return undefined;
  const series = magnitude <= SMALL_INPUT_MAX ? BigInt(seriesInNumbers(Number(magnitude))) : seriesInBigints(magnitude);
  if (series === undefined) return undefined;
  return (x < 0n ? (1n << 64n) / series : series) as X32;
}

/**
 * e^x with x clamped to [−20, 20].
 *
 * source: pallets/subtensor/src/epoch/math.rs, exp_safe @ 14bc6f9
 */
export function expSafe(x: X32): X32 {
  const input = x < INPUT_MIN ? INPUT_MIN : x > INPUT_MAX ? INPUT_MAX : x;
  return exp(input) ?? (input <= 0n ? ZERO : X32_MAX);
}

/**
 * 1 / (1 + e^(−rho·(x − kappa))). No longer used by the epoch itself.
 *
 * source: pallets/subtensor/src/epoch/math.rs, sigmoid_safe @ 14bc6f9
 */
export function sigmoidSafe(x: X32, rho: X32, kappa: X32): X32 {
  const negativeRho = saturatingMul(rho, -ONE as X32);
  const power = expSafe(saturatingMul(negativeRho, saturatingSub(x, kappa)));
  return safeDiv(ONE, saturatingAdd(power, ONE));
}

/** 1 + x + x²/2! + … for x > 0; `undefined` as soon as a term or the sum leaves the type. */
function seriesInBigints(x: bigint): bigint | undefined {
  let result = x + ONE;
  let term = x;
  for (let i = 2; i <= LAST_TERM; i += 1) {
    term = (term * x) >> FRACTION_BITS;
    if (term > X32_MAX) return undefined;
    term /= BigInt(i);
    result += term;
  }
  return result > X32_MAX ? undefined : result;
}

/**
 * The same series on numbers, exact for raw x ≤ 10·2^32: liquid alpha needs one for each pair, and this is
 * some thirty times faster. With limbs of 20 bits: x < 2^35.4 and term < 2^43.5 (10^10/10!), so the upper
 * limbs are below 2^15.4 and 2^23.5, the middle sum below 2^44, the product below 2^47, the result below 2^46.6.
 */
function seriesInNumbers(x: number): number {
  const xLow = x % LIMB;
  const xHigh = (x - xLow) / LIMB;
  let result = x + 2 ** 32;
  let term = x;
  // A term that reached zero stays zero: leaving early changes nothing.
  for (let i = 2; i <= LAST_TERM && term > 0; i += 1) {
    const low = term % LIMB;
    const high = (term - low) / LIMB;
    const lowProduct = low * xLow;
    const middle = high * xLow + low * xHigh + (lowProduct - (lowProduct % LIMB)) / LIMB;
    const product = high * xHigh * 256 + (middle - (middle % 4096)) / 4096;
    term = (product - (product % i)) / i;
    result += term;
  }
  return result;
}
