/**
 * How much can be swapped on constant-product pools before a limit price: closed forms, and how the calls of May 2025 ask for them.
 * A limit is rao per whole alpha (for moves: origin's price over destination's, times 10⁹). Undefined is upstream's ZeroMaxStakeAmount.
 *
 * source: pallets/subtensor/src/staking/{add_stake,remove_stake,move_stake}.rs @ 1b0c63a
 */

import { saturatingSubU128, U64_MAX, U64F64, U96F32 } from '@taonet/primitives';
import { computeConstantProductPrice } from './constantProduct.ts';
import type { Reserves } from './swap.ts';

const RAO_PER_TAO = 1_000_000_000n;
const RAO_FIXED = U64F64.fromInt(RAO_PER_TAO);

/** A pool, or a subnet without one (root, mechanism 0), where prices never move. */
export type LimitedPool = Reserves | 'stable';

const isEmpty = ({ taoReserveRao, alphaReserveRao }: Reserves): boolean => taoReserveRao === 0n || alphaReserveRao === 0n;
const positive = (v: bigint): bigint | undefined => (v === 0n ? undefined : v > U64_MAX ? U64_MAX : v);

/** TAO that brings the price up to the limit: ⌊limit·x/10⁹⌋ − y. The check compares with the whole part of the price only. source: get_max_amount_add */
export function computeMaxAmountAdd(pool: LimitedPool, limitRao: bigint): bigint | undefined {
  if (pool === 'stable') return limitRao >= RAO_PER_TAO ? U64_MAX : undefined;
  if (isEmpty(pool) || limitRao === 0n) return undefined;
  if (limitRao < U96F32.floorToInt(computeConstantProductPrice(pool)) * RAO_PER_TAO) return undefined;
  return positive(saturatingSubU128((limitRao * pool.alphaReserveRao) / RAO_PER_TAO, pool.taoReserveRao));
}

/** Alpha that brings the price down to the limit: ⌊y·10⁹/limit⌋ − x; everything for limit 0. source: get_max_amount_remove */
export function computeMaxAmountRemove(pool: LimitedPool, limitRao: bigint): bigint | undefined {
  if (pool === 'stable') return limitRao <= RAO_PER_TAO ? U64_MAX : undefined;
  if (isEmpty(pool)) return undefined;
  if (limitRao === 0n) return U64_MAX;
  const worth = pool.taoReserveRao * RAO_PER_TAO;
  if (limitRao >= worth / pool.alphaReserveRao) return undefined;
  return positive(saturatingSubU128(worth / limitRao, pool.alphaReserveRao));
}

/**
 * Alpha of `origin` that can move to `destination` before the ratio of prices falls to the limit:
 * x₂·(y₁/(y₁+y₂))/limit − x₁·(y₂/(y₁+y₂)), in U64F64. source: get_max_amount_move
 */
export function computeMaxAmountMove(origin: LimitedPool, destination: LimitedPool, limitRao: bigint): bigint | undefined {
  if (origin === 'stable' && destination === 'stable') return limitRao > RAO_PER_TAO ? undefined : U64_MAX;
  if (origin === 'stable') return limitRao === 0n ? U64_MAX : computeMaxAmountAdd(destination, invertedLimit(limitRao));
  if (destination === 'stable') return computeMaxAmountRemove(origin, limitRao);
  if (isEmpty(origin) || isEmpty(destination)) return undefined;
  const limit = U64F64.safeDiv(U64F64.fromInt(limitRao), RAO_FIXED);
  const ratio = U96F32.safeDiv(computeConstantProductPrice(origin), computeConstantProductPrice(destination));
  // U64F64 against U96F32: compared at 64 fraction bits, where both are exact.
  if (limit > ratio << 32n) return undefined;
  if (limitRao === 0n) return U64_MAX;
  return positive(movable(origin, destination, limit));
}

function movable(origin: Reserves, destination: Reserves, limit: U64F64): bigint {
  const [y1, y2] = [U64F64.fromInt(origin.taoReserveRao), U64F64.fromInt(destination.taoReserveRao)];
  const sum = U64F64.saturatingAdd(y2, y1);
  const entering = U64F64.safeDiv(U64F64.saturatingMul(U64F64.fromInt(destination.alphaReserveRao), U64F64.safeDiv(y1, sum)), limit);
  const standing = U64F64.saturatingMul(U64F64.fromInt(origin.alphaReserveRao), U64F64.safeDiv(y2, sum));
  return U64F64.saturatingToU64(U64F64.saturatingSub(entering, standing));
}

/** 10⁹/limit · 10⁹, floored: the destination's price when the origin's is 1. */
function invertedLimit(limitRao: bigint): bigint {
  return U64F64.saturatingToU64(U64F64.saturatingMul(U64F64.safeDiv(RAO_FIXED, U64F64.fromInt(limitRao)), RAO_FIXED));
}
