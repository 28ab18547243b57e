/**
 * Liquid alpha as it was in May 2025: the same curve as later, with a steepness that is an unsigned whole number and an e^x that is zero
 * where it overflows, on either side. With the default steepness of 1000 that makes alpha the upper bound nearly everywhere.
 */
import { I32F32 } from '@taonet/primitives';
import { ONE, ZERO, fromInteger, saturatingMul, u16ToProportion, type X32 } from '../bits.ts';
import { exp } from '../exp.ts';
import { alphaOfPower, differenceFromHalf, type AlphaBounds, type AlphaRule, type BondPair } from '../liquidAlpha.ts';
import type { EpochInput } from '../records.ts';

/** The curve's parameters; `steepness` counts ones, not hundredths. */
export interface AlphaCurveMay2025 extends AlphaBounds {
  readonly steepness: X32;
}

const MINUS_ONE = I32F32.saturatingNeg(ONE);

/**
 * `low + (high − low) / (1 + e^(−steepness · (difference − ½)))`, between low and high.
 *
 * rounding: products down, quotients toward zero
 * source: pallets/subtensor/src/epoch/run_epoch.rs, alpha_sigmoid; epoch/math.rs, safe_exp @ 1b0c63a
 */
export function alphaSigmoidMay2025(pair: BondPair, curve: AlphaCurveMay2025): X32 {
  const exponent = saturatingMul(MINUS_ONE, saturatingMul(curve.steepness, differenceFromHalf(pair)));
  return alphaOfPower(exp(exponent) ?? ZERO, curve);
}

/** The rule of an epoch with this input. source: pallets/subtensor/src/utils/misc.rs, get_alpha_values_32, get_alpha_sigmoid_steepness @ 1b0c63a */
export function sigmoidRuleMay2025(input: Pick<EpochInput, 'alphaLowU16' | 'alphaHighU16' | 'alphaSigmoidSteepness'>): AlphaRule {
  const curve: AlphaCurveMay2025 = {
    low: u16ToProportion(input.alphaLowU16),
    high: u16ToProportion(input.alphaHighU16),
    steepness: fromInteger(input.alphaSigmoidSteepness),
  };
  return (pair) => alphaSigmoidMay2025(pair, curve);
}
