/**
 * The largest integer r with r^q · bd^p ≤ bn^p · scale^q: the exact floor of scale · (bn/bd)^(p/q).
 *
 * source: crate safe-bigmath 0.4.1, src/integer.rs, nth_root_ratio_floor
 */

import type { PowRatio } from './powRatioScaled.ts';

/** Whether r is not above the root; with the powers of one run computed once. */
export function rootTest({ baseNum, baseDen, scale }: PowRatio, p: bigint, q: bigint): (r: bigint) => boolean {
  const top = baseNum ** p * scale ** q;
  const bottom = baseDen ** p;
  return (r) => r ** q * bottom <= top;
}

export function powByRoot(ratio: PowRatio, p: bigint, q: bigint): bigint {
  if (q === 1n) return (ratio.baseNum ** p * ratio.scale) / ratio.baseDen ** p;
  const fits = rootTest(ratio, p, q);
  let high = 1n;
  while (fits(high)) high <<= 1n;
  let low = high >> 1n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (fits(middle)) low = middle;
    else high = middle - 1n;
  }
  return low;
}
