/**
 * A value shared by many keys in proportion to their shares: stake of one hotkey on one subnet, held by coldkeys.
 * Values in, values out; the caller keeps them and drops records that become zero.
 *
 * source: primitives/share-pool/src/lib.rs, SharePool @ 14bc6f9
 */

import { SAFE_FLOAT_ZERO, safeFloatAdd, safeFloatFromU64, safeFloatIsZero, safeFloatMulDiv, safeFloatSub, safeFloatToU64, type SafeFloat } from './safeFloat.ts';
import { saturatingAddU64, saturatingSubU64 } from './saturating.ts';

/** What all keys of a pool have in common. */
export interface SharePool {
  /** The whole value, u64. */
  readonly sharedValue: bigint;
  /** Sum of all shares, up to rounding. */
  readonly denominator: SafeFloat;
}

/** A pool with the share of the key at hand. */
export interface PoolShare extends SharePool {
  readonly share: SafeFloat;
}

/** Value of the share: ⌊V·s/D⌋; 0 when D = 0. */
export function computeShareValue({ sharedValue, denominator, share }: PoolShare): bigint {
  return safeFloatToU64(safeFloatMulDiv(safeFloatFromU64(sharedValue), share, denominator) ?? SAFE_FLOAT_ZERO);
}

/** The shared value after a change that all keys bear in proportion; clamped to u64. */
export function computeUpdateForAll(sharedValue: bigint, update: bigint): bigint {
  return update >= 0n ? saturatingAddU64(sharedValue, update) : saturatingSubU64(sharedValue, -update);
}

/** False when the update is too small to change any share. True for an empty pool. */
export function simUpdateForOne(pool: SharePool, update: bigint): boolean {
  return safeFloatIsZero(pool.denominator) || !safeFloatIsZero(sharesOfUpdate(pool, update));
}

/**
 * The pool and the key's share after a change that the key alone bears.
 *
 * update: i64 · the first key of an empty pool gets shares equal to |update|, and with them whatever value was there before
 * keeps: an operand that would leave its range stays as it was
 */
export function computeUpdateForOne(pool: PoolShare, update: bigint): PoolShare {
  const sharedValue = computeUpdateForAll(pool.sharedValue, update);
  if (safeFloatIsZero(pool.denominator)) {
    const first = safeFloatFromU64(update < 0n ? -update : update);
    return { sharedValue, denominator: first, share: first };
  }
  const shares = sharesOfUpdate(pool, update);
  const change = update > 0n ? safeFloatAdd : safeFloatSub;
  return { sharedValue, denominator: change(pool.denominator, shares) ?? pool.denominator, share: change(pool.share, shares) ?? pool.share };
}

/** |update|·D/V; zero when V = 0. */
function sharesOfUpdate({ sharedValue, denominator }: SharePool, update: bigint): SafeFloat {
  const size = safeFloatFromU64(update < 0n ? -update : update);
  return safeFloatMulDiv(size, denominator, safeFloatFromU64(sharedValue)) ?? SAFE_FLOAT_ZERO;
}
