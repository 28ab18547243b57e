/** scale · (baseNum/baseDen)^(expNum/expDen) as an integer: the heart of the weighted pool. */

import { powByRoot, rootTest } from './powByRoot.ts';
import { powBySeries } from './powBySeries.ts';
import { powEnclosure } from './powEnclosure.ts';

/** Base and scale; all non-negative. */
export interface PowRatio {
  readonly baseNum: bigint;
  readonly baseDen: bigint;
  readonly scale: bigint;
  /** Bits asked of the series form. */
  readonly precision: number;
}

/** The whole question: base, scale and exponent. */
export interface PowRatioScaled extends PowRatio {
  readonly expNum: bigint;
  readonly expDen: bigint;
}

/** Reduced exponents up to this have an exact form. */
const EXACT_EXPONENT_MAX = 1024n;
/** From here on the series form is closer to the true value than the enclosure is wide. */
const ENCLOSED_PRECISION_MIN = 256;

/**
 * Upstream's integer, to the last bit.
 *
 * returns: undefined for a zero denominator or a negative argument; negative values can come only from the series outside its convergence
 * rounding: exact floor when the reduced exponent is at most 1024/1024, else what the series gives
 * cost: ≈ 10 µs; the exact forms run where the enclosure's ends disagree or its bounds do not hold
 * source: crate safe-bigmath 0.4.1, src/integer.rs, pow_ratio_scaled
 */
export function powRatioScaled(question: PowRatioScaled): bigint | undefined {
  const known = trivial(question);
  if (known !== 'none') return known;
  const { p, q } = reduced(question);
  return p <= EXACT_EXPONENT_MAX && q <= EXACT_EXPONENT_MAX ? fastRoot(question, p, q) : fastSeries(question, p, q);
}

/** The same by the exact forms alone: what the fast way is measured against. */
export function powRatioScaledOracle(question: PowRatioScaled): bigint | undefined {
  const known = trivial(question);
  if (known !== 'none') return known;
  const { p, q } = reduced(question);
  return p <= EXACT_EXPONENT_MAX && q <= EXACT_EXPONENT_MAX ? powByRoot(question, p, q) : powBySeries(question, p, q);
}

function fastRoot(question: PowRatioScaled, p: bigint, q: bigint): bigint {
  const enclosure = q === 1n ? undefined : powEnclosure(question, p, q, 'root');
  if (enclosure === undefined) return powByRoot(question, p, q);
  const low = enclosure.low < 0n ? 0n : enclosure.low;
  if (low === enclosure.high) return low;
  if (low + 1n < enclosure.high) return powByRoot(question, p, q);
  return rootTest(question, p, q)(enclosure.high) ? enclosure.high : low;
}

function fastSeries(question: PowRatioScaled, p: bigint, q: bigint): bigint {
  const enclosure = question.precision < ENCLOSED_PRECISION_MIN ? undefined : powEnclosure(question, p, q, 'series');
  return enclosure !== undefined && enclosure.low === enclosure.high ? enclosure.low : powBySeries(question, p, q);
}

function trivial({ baseNum, baseDen, expNum, expDen, scale }: PowRatioScaled): bigint | undefined | 'none' {
  if (baseDen === 0n || expDen === 0n) return undefined;
  if (baseNum === 0n) return 0n;
  if (scale < 0n || baseNum < 0n || baseDen < 0n || expNum < 0n || expDen < 0n) return undefined;
  if (expNum === 0n || baseNum === baseDen) return scale;
  return scale === 0n ? 0n : 'none';
}

function reduced({ expNum, expDen }: PowRatioScaled): { p: bigint; q: bigint } {
  let a = expNum;
  let b = expDen;
  while (b !== 0n) [a, b] = [b, a % b];
  return { p: expNum / a, q: expDen / a };
}
