/**
 * The share pool of May 2025: shares and their sum in U64F64. Otherwise as `sharePool.ts`: values in, values out.
 *
 * source: primitives/share-pool/src/lib.rs @ 1b0c63a
 */

import { I64F64, U64F64 } from './fixed/formats.ts';
import { computeUpdateForAll } from './sharePool.ts';

/** What all keys of a pool have in common. */
export interface SharePoolU64F64 {
  /** The whole value, u64. */
  readonly sharedValue: bigint;
  /** Sum of all shares, up to rounding. */
  readonly denominator: U64F64;
}

/** A pool with the share of the key at hand. */
export interface PoolShareU64F64 extends SharePoolU64F64 {
  readonly share: U64F64;
}

/** An update's outcome. */
export interface UpdatedShareU64F64 extends PoolShareU64F64 {
  /** What was really added or taken: the update, or minus the key's whole value when the rest of its share would be too small. */
  readonly actualUpdate: bigint;
}

/** The least part of a share that may stay behind; below it everything goes. */
const REST_MIN = U64F64.fromLiteral('0.00001');
/** A year's emission in rao: the value per share must stay representable after it. */
const HEADROOM = U64F64.fromInt(2_628_000_000_000_000n);

/** Value of the share, floored: (V/D)·s, or V·s/D where V/D is not representable; 0 when that fails too. */
export function computeShareValueU64F64({ sharedValue, denominator, share }: PoolShareU64F64): bigint {
  const value = U64F64.fromInt(sharedValue);
  const perShare = U64F64.checkedDiv(value, denominator);
  if (perShare !== undefined) return U64F64.saturatingToU64(U64F64.saturatingMul(perShare, share));
  return U64F64.saturatingToU64(U64F64.safeDiv(U64F64.saturatingMul(value, share), denominator));
}

/** False when the update is too small to change any share. True for an empty pool. */
export function simUpdateForOneU64F64(pool: SharePoolU64F64, update: bigint): boolean {
  return pool.denominator === 0n || sharesOfUpdate(pool, update) !== 0n;
}

/** The pool and the key's share after a change (i64) that the key alone bears. */
export function computeUpdateForOneU64F64(pool: PoolShareU64F64, update: bigint): UpdatedShareU64F64 {
  if (pool.denominator === 0n) {
    const first = U64F64.fromInt(update);
    return { sharedValue: computeUpdateForAll(pool.sharedValue, update), denominator: first, share: first, actualUpdate: update };
  }
  const shares = sharesOfUpdate(pool, update);
  if (shares < 0n) return taken(pool, update, I64F64.to(U64F64, I64F64.saturatingNeg(shares)));
  const added = I64F64.to(U64F64, shares);
  return {
    sharedValue: computeUpdateForAll(pool.sharedValue, update), actualUpdate: update,
    denominator: U64F64.saturatingAdd(pool.denominator, added), share: U64F64.saturatingAdd(pool.share, added),
  };
}

function taken(pool: PoolShareU64F64, update: bigint, shares: U64F64): UpdatedShareU64F64 {
  const share = U64F64.saturatingSub(pool.share, shares);
  const denominator = U64F64.saturatingSub(pool.denominator, shares);
  const restTooSmall = U64F64.safeDiv(share, pool.share) < REST_MIN;
  const withYear = U64F64.saturatingAdd(U64F64.fromInt(pool.sharedValue), HEADROOM);
  if (!restTooSmall && U64F64.checkedDiv(withYear, denominator) !== undefined) {
    return { sharedValue: computeUpdateForAll(pool.sharedValue, update), denominator, share, actualUpdate: update };
  }
  const all = -BigInt.asIntN(64, computeShareValueU64F64(pool));
  return {
    sharedValue: computeUpdateForAll(pool.sharedValue, all), actualUpdate: all,
    denominator: U64F64.saturatingSub(pool.denominator, pool.share), share: U64F64.zero,
  };
}

/** update/(V/D), or (update/V)·D where V/D is not representable; truncated, 0 where a division fails. */
function sharesOfUpdate({ sharedValue, denominator }: SharePoolU64F64, update: bigint): I64F64 {
  const value = U64F64.fromInt(sharedValue);
  const perShare = U64F64.checkedDiv(value, denominator);
  const size = I64F64.fromInt(update);
  if (perShare !== undefined) return I64F64.safeDiv(size, U64F64.to(I64F64, perShare));
  return I64F64.saturatingMul(I64F64.safeDiv(size, U64F64.to(I64F64, value)), U64F64.to(I64F64, denominator));
}
