/**
 * Power, root and logarithm of the `safe-math` crate: other algorithms, hence other bits, than the ones of the fixed-point crate.
 *
 * source: primitives/safe-math/src/lib.rs, FixedExt @ 14bc6f9
 */

import type { Fixed, FixedFormat } from './format.ts';
import { f64RatioOf } from './rational.ts';

const I32_MAX = 0x7fff_ffff;
const SQRT_ROUNDS_MAX = 128;
const LN_2_LITERAL = '0.693147180559945309417232121458';

/** a^exponent by squaring, each product clamped; undefined for 0 to a negative power. An inverse that overflows is 0. */
export function checkedPow<N extends string>(format: FixedFormat<N>, a: Fixed<N>, exponent: number): Fixed<N> | undefined {
  if (exponent === 0) return format.one;
  if (a === 0n) return exponent < 0 ? undefined : format.zero;
  let left = exponent < 0 ? (exponent < -I32_MAX - 1 ? I32_MAX + 1 : -exponent) : exponent > I32_MAX ? I32_MAX : exponent;
  let result = format.one;
  let base = a;
  while (left > 0) {
    if (left % 2 === 1) result = format.saturatingMul(result, base);
    base = format.saturatingMul(base, base);
    left >>>= 1;
  }
  return exponent < 0 ? format.safeDiv(format.one, result) : result;
}

/** Square root by bisection until |a/middle − middle| ≤ epsilon, at most 129 rounds; undefined for a < 0. */
export function checkedSqrt<N extends string>(format: FixedFormat<N>, a: Fixed<N>, epsilon: Fixed<N>): Fixed<N> | undefined {
  if (a < 0n) return undefined;
  const two = format.fromInt(2);
  let high = a > format.one ? a : format.one;
  let low = a > format.one ? format.zero : a;
  let middle = format.safeDiv(format.saturatingAdd(high, low), two);
  let check = format.safeDiv(a, middle);
  let round = 0;
  while (absDiff(format, check, middle) > epsilon) {
    if (check < middle) high = middle;
    else low = middle;
    middle = format.safeDiv(format.saturatingAdd(high, low), two);
    check = format.safeDiv(a, middle);
    round += 1;
    if (round > SQRT_ROUNDS_MAX) break;
  }
  return middle;
}

/** Natural logarithm: eight terms of the series after scaling to [1, 2). Undefined for a ≤ 0 and on overflow. */
export function checkedLn<N extends string>(format: FixedFormat<N>, a: Fixed<N>): Fixed<N> | undefined {
  if (a <= 0n) return undefined;
  const two = format.one << 1n;
  let exponent = 0n;
  let y: bigint = a;
  while (y >= two) {
    y >>= 1n;
    exponent += 1n;
  }
  while (y < format.one) {
    y <<= 1n;
    exponent -= 1n;
  }
  const z = format.fromBits(y - format.one);
  const lnY = seriesOfLn(format, z);
  const scaled = format.checkedMul(format.fromInt(exponent), format.fromLiteral(LN_2_LITERAL));
  return scaled === undefined ? undefined : format.checkedAdd(lnY, scaled);
}

/** Coefficients of z², z³ … z⁸ as ratios; the f64 nearest to each is what upstream multiplies by. */
const LN_COEFFICIENTS: readonly (readonly [bigint, bigint])[] = [
  [-1n, 2n], [1n, 3n], [-1n, 4n], [1n, 5n], [-1n, 6n], [1n, 7n], [-1n, 8n],
];

function seriesOfLn<N extends string>(format: FixedFormat<N>, z: Fixed<N>): Fixed<N> {
  // 0 ≤ z < 1, so no product and no partial sum can leave the format.
  let power: Fixed<N> = z;
  let sum: Fixed<N> = z;
  for (const [p, q] of LN_COEFFICIENTS) {
    power = format.saturatingMul(power, z);
    const ratio = f64RatioOf(p < 0n ? -p : p, q);
    const term = format.saturatingMul(power, format.fromRational(ratio.p, ratio.q));
    sum = p < 0n ? format.saturatingSub(sum, term) : format.saturatingAdd(sum, term);
  }
  return sum;
}

function absDiff<N extends string>(format: FixedFormat<N>, a: Fixed<N>, b: Fixed<N>): Fixed<N> {
  return a < b ? format.saturatingSub(b, a) : format.saturatingSub(a, b);
}
