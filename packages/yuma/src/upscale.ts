/**
 * Max-upscaling of submitted weights to u16, and the check of their largest share. `set_weights` uses these;
 * the epoch does not.
 *
 * source: pallets/subtensor/src/epoch/math.rs @ 14bc6f9
 */
import { I32F32 } from '@taonet/primitives';
import { U16_SCALE, ZERO, fromInteger, safeDiv, saturatingMul, u16ToProportion, type X32 } from './bits.ts';
import { normalize } from './vector.ts';

/** Above this maximum the scale is divided first, because value × 65535 would no longer fit. */
const MULTIPLY_FIRST_MAX = fromInteger(32768);

/**
 * Scales so that the largest entry becomes 65535; all-zero stays zero.
 *
 * rounding: each step toward zero, the last to the nearest integer, ties away from zero
 */
export function vecMaxUpscaleToU16(vector: readonly X32[]): number[] {
  const max = largest(vector);
  if (max === 0n) return vector.map((value) => I32F32.saturatingToU16(saturatingMul(value, U16_SCALE)));
  if (max > MULTIPLY_FIRST_MAX) {
    const scale = safeDiv(U16_SCALE, max);
    return vector.map((value) => roundToU16(saturatingMul(value, scale)));
  }
  return vector.map((value) => roundToU16(safeDiv(saturatingMul(value, U16_SCALE), max)));
}

/** `vecMaxUpscaleToU16` of integers. */
export function vecU16MaxUpscaleToU16(vector: readonly number[]): number[] {
  return vecMaxUpscaleToU16(vector.map(fromInteger));
}

/** True when, after normalising, no entry is above `maxLimitU16 / 65535`; an empty vector passes. */
export function checkVecMaxLimited(vector: readonly number[], maxLimitU16: number): boolean {
  return vector.length === 0 || largest(normalize(vector.map(fromInteger))) <= u16ToProportion(maxLimitU16);
}

const roundToU16 = (value: X32): number => I32F32.saturatingToU16(I32F32.round(value));

function largest(vector: readonly X32[]): X32 {
  return vector.reduce((max, value) => (value > max ? value : max), vector[0] ?? ZERO);
}
