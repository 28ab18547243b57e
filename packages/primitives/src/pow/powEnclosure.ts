/**
 * scale · (bn/bd)^(p/q) between two integers close together, from 176-bit arithmetic with tables: some hundred times
 * cheaper than the exact forms, and a floor on which both ends agree is the exact form's.
 *
 * Error of the logarithm. One unit is 2⁻¹⁷⁶. Quotients and products here each lose less than a few units, table entries carry
 * 32 bits more, the series are cut below 2⁻¹⁸⁰; k · ln 2 with |k| ≤ 512 adds at most one unit. In all below 2⁷ units, taken as 2¹⁴:
 * |ΔL₀| ≤ 2⁻¹⁶². Times p/q ≤ 2¹¹ it is |ΔL| ≤ 2⁻¹⁵¹; the exponential adds below 2⁷ units, relative to its result. So the relative error of
 * the power is below 2⁻¹⁵⁰, and `RELATIVE_BITS` = 140 leaves three digits to spare.
 *
 * Distance of the series form (`powBySeries`, at least 256 bits asked for, one of its units is u = 2⁻²⁸⁰ or finer) from the true value.
 * Each of its logarithms of a mantissa stops within 2²⁵ u of the true one (a cut below 2²⁴ u, at most 2¹³ u of floors), so that with at most
 * 256 times ln 2 from the same series ln(bn) − ln(bd) is within 2³⁵ u, and L within 2⁴⁷ u for p/q ≤ 2¹¹. The exponential's floors add up to at most
 * N·e^|L| u, N ≤ 2¹² rounds, its cut to 2²⁵ u. For |L| ≤ 64 its rounds are enough: a term is below 2⁻²⁵⁶ before round 310 of 408, and more
 * bits asked for bring more rounds than they need.
 * Together: within 2⁴⁸ u relative and within 2¹⁰⁵ u ≤ 2⁻¹⁷⁵ absolute, before the multiplication by scale. `ABSOLUTE_BITS` = 170 covers it.
 */

import { bitLength } from '../fixed/rational.ts';
import type { PowRatio } from './powRatioScaled.ts';

const W = 176n;
const ONE = 1n << W;
const GUARD = 32n;
const INDEX_BITS = 8n;
const STEPS = 256;
const RELATIVE_BITS = 140n;
const ABSOLUTE_BITS = 170n;
const BASE_BITS_MAX = 256;
const EXPONENT_RATIO_MAX = 2048n;
/** The series form is near the true value up to here … */
const LN_MAX_SERIES = 64n << W;
/** … the true value itself is enclosed further out. */
const LN_MAX_ROOT = 4096n << W;

/** The two ends; the true value and, for `precision` ≥ 256, the series form lie between them. */
export interface Enclosure {
  readonly low: bigint;
  readonly high: bigint;
}

/** Undefined outside the region for which the errors are bounded. `form`: what must lie between the ends. */
export function powEnclosure({ baseNum, baseDen, scale }: PowRatio, p: bigint, q: bigint, form: 'root' | 'series'): Enclosure | undefined {
  const bits = bitLength(baseNum) - bitLength(baseDen);
  if (bitLength(baseNum) > BASE_BITS_MAX || bitLength(baseDen) > BASE_BITS_MAX || p > EXPONENT_RATIO_MAX * q) return undefined;
  const ln = (lnOfRatio(baseNum, baseDen, bits) * p) / q;
  const lnMax = form === 'root' ? LN_MAX_ROOT : LN_MAX_SERIES;
  if (ln > lnMax || ln < -lnMax) return undefined;
  return enclose(ln, scale);
}

function enclose(ln: bigint, scale: bigint): Enclosure {
  const turns = (ln * TABLES.log2e) >> (W + GUARD);
  const exponent = turns >> W;
  const index = Number((turns >> (W - INDEX_BITS)) & 255n);
  const rest = turns & ((1n << (W - INDEX_BITS)) - 1n);
  const mantissa = (expOfSmall((rest * TABLES.ln2) >> (W + GUARD)) * TABLES.powers[index]!) >> (W + GUARD);
  // value = mantissa · 2^(exponent − W) · scale, in units of 2^−ABSOLUTE_BITS.
  const at = exponent + ABSOLUTE_BITS - W;
  const product = mantissa * scale;
  const value = at >= 0n ? product << at : product >> -at;
  const width = (value >> RELATIVE_BITS) + scale + 2n;
  return { low: (value - width) >> ABSOLUTE_BITS, high: (value + width) >> ABSOLUTE_BITS };
}

/** ln(bn/bd) in units: bits · ln 2 + the table's entry for the leading 8 bits + a short series. */
function lnOfRatio(baseNum: bigint, baseDen: bigint, bits: number): bigint {
  const shift = W - BigInt(bits);
  let mantissa = (shift >= 0n ? baseNum << shift : baseNum) / (shift >= 0n ? baseDen : baseDen << -shift);
  let exponent = BigInt(bits);
  if (mantissa < ONE) {
    // One digit is lost by doubling: two units instead of one.
    mantissa <<= 1n;
    exponent -= 1n;
  }
  const index = Number((mantissa >> (W - INDEX_BITS)) - 256n);
  // t = mantissa/c − 1 with c = 1 + index/256, so 0 ≤ t < 2⁻⁸.
  const t = (mantissa << INDEX_BITS) / BigInt(256 + index) - ONE;
  const s = (t << W) / (2n * ONE + t);
  return ((exponent * TABLES.ln2 + TABLES.logarithms[index]!) >> GUARD) + 2n * atanhOfSmall(s);
}

/** atanh(s) for 0 ≤ s < 2⁻⁹: s·(1 + s²/3 + s⁴/5 + …), ten terms. */
function atanhOfSmall(s: bigint): bigint {
  const square = (s * s) >> W;
  let sum = TABLES.odds[9]!;
  for (let i = 8; i >= 0; i--) sum = TABLES.odds[i]! + ((sum * square) >> W);
  return (s * sum) >> W;
}

/** e^r for 0 ≤ r < 2⁻⁸: sixteen terms, innermost first. */
function expOfSmall(r: bigint): bigint {
  let sum = TABLES.factorials[16]!;
  for (let i = 15; i >= 0; i--) sum = TABLES.factorials[i]! + ((sum * r) >> W);
  return sum;
}

/** Constants; those with 32 bits more than W are `ln2`, `log2e`, `logarithms`, `powers`. */
const TABLES = makeTables();

function makeTables() {
  const wide = 1n << (W + GUARD);
  const odds = Array.from({ length: 10 }, (_, i) => ONE / BigInt(2 * i + 1));
  const factorials: bigint[] = [ONE];
  for (let i = 1; i <= 16; i++) factorials.push(factorials[i - 1]! / BigInt(i));
  // ln(1 + (i+1)/256) − ln(1 + i/256) = 2·atanh(1/(513 + 2i)).
  const logarithms: bigint[] = [0n];
  for (let i = 0; i < STEPS; i++) logarithms.push(logarithms[i]! + 2n * atanhOfInverse(wide, BigInt(513 + 2 * i)));
  const ln2 = logarithms[STEPS]!;
  const powers: bigint[] = [wide];
  const step = expOfWide(wide, ln2 / BigInt(STEPS));
  for (let i = 1; i < STEPS; i++) powers.push((powers[i - 1]! * step) >> (W + GUARD));
  return { odds, factorials, logarithms, ln2, log2e: (wide * wide) / ln2, powers };
}

function atanhOfInverse(wide: bigint, n: bigint): bigint {
  const square = n * n;
  let power = wide / n;
  let sum = power;
  for (let i = 3n; power !== 0n; i += 2n) {
    power /= square;
    sum += power / i;
  }
  return sum;
}

function expOfWide(wide: bigint, x: bigint): bigint {
  let term = wide;
  let sum = wide;
  for (let n = 1n; term !== 0n; n += 1n) {
    term = (term * x) / (wide * n);
    sum += term;
  }
  return sum;
}
