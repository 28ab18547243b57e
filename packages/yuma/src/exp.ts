/**
 * e^x and the sigmoid on I32F32, with the fixed series length that makes results reproducible and, far from
 * zero, visibly wrong: e^20 comes out 0.8 % low, and every node has to agree on that.
 */
import { I32F32, fixedExp, fixedLn } from '@taonet/primitives';
import { ONE, X32_MAX, ZERO, divFloor, fromInteger, safeDiv, saturatingAdd, saturatingMul, saturatingSub, type X32 } from './bits.ts';

/** The series runs over i = 2 … 31: one term for each fraction bit but two. */
const LAST_TERM = 31;
const INPUT_MAX = fromInteger(20);
const INPUT_MIN = fromInteger(-20);

/** Up to here every intermediate of the series stays below 2^53 (bounds at `seriesInNumbers`). */
const SMALL_INPUT_MAX = fromInteger(10);
const LIMB = 2 ** 20;

/**
 * e^x, equal to `fixedExp(I32F32, x)` bit for bit and much faster for |x| ≤ 10; `undefined` where the series overflows.
 *
 * source: substrate-fixed 0.6.0, transcendental exp
 */
export function exp(x: X32): X32 | undefined {
  const magnitude = x < 0n ? -x : x;
  // Zero and exactly one are not computed by the series.
  if (magnitude > SMALL_INPUT_MAX || x === 0n || x === ONE) return fixedExp(I32F32, x);
  const series = BigInt(seriesInNumbers(Number(magnitude))) as X32;
  return x < 0n ? safeDiv(ONE, series) : series;
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
  const negativeRho = saturatingMul(rho, I32F32.saturatingNeg(ONE));
  const power = expSafe(saturatingMul(negativeRho, saturatingSub(x, kappa)));
  return safeDiv(ONE, saturatingAdd(power, ONE));
}

/**
 * Natural logarithm, zero where there is none. No longer used by the epoch itself.
 *
 * source: pallets/subtensor/src/epoch/math.rs, safe_ln @ 14bc6f9
 */
export function safeLn(x: X32): X32 {
  return fixedLn(I32F32, x) ?? ZERO;
}

/**
 * 1 + x + x²/2! + … on numbers, each product and quotient rounded down: exact for raw x ≤ 10·2^32. Liquid alpha
 * needs one for each pair. With limbs of 20 bits: x < 2^35.4 and term < 2^43.5 (10^10/10!), so the upper limbs are
 * below 2^15.4 and 2^23.5, the middle sum below 2^44, the product below 2^47, the result below 2^46.6.
 */
function seriesInNumbers(x: number): number {
  const xHigh = divFloor(x, LIMB);
  const xLow = x - xHigh * LIMB;
  let result = x + 2 ** 32;
  let term = x;
  // A term that reached zero stays zero: leaving early changes nothing.
  for (let i = 2; i <= LAST_TERM && term > 0; i += 1) {
    const high = divFloor(term, LIMB);
    const low = term - high * LIMB;
    const middle = high * xLow + low * xHigh + divFloor(low * xLow, LIMB);
    term = divFloor(high * xHigh * 256 + divFloor(middle, 4096), i);
    result += term;
  }
  return result;
}
