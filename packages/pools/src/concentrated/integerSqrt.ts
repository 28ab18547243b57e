/** ⌊√n⌋ of a non-negative integer, by Newton's method from above. source: sp-arithmetic, helpers_128bit::sqrt */

import { bitLength } from '@taonet/primitives';

export function integerSqrt(n: bigint): bigint {
  if (n < 2n) return n;
  let root = 1n << BigInt((bitLength(n) + 1) >> 1);
  for (let next = (root + n / root) >> 1n; next < root; next = (root + n / root) >> 1n) root = next;
  return root;
}
