/**
 * The pool of May 2025: x·y stays, no swap fee, no price limit inside the swap. Staking fees of that time are the callers' affair.
 *
 * source: pallets/subtensor/src/staking/stake_utils.rs @ 1b0c63a
 */

import { U110F18, U64F64, U96F32 } from '@taonet/primitives';
import { movedReserves } from './reserves.ts';
import { refused, type PoolKind, type Reserves, type SwapDirection, type SwapOrder, type SwapOutcome, type SwapRecorder, type SwapResult } from './swap.ts';

/** The reserve paid out from may not fall below this (DefaultMinimumPoolLiquidity). */
export const POOL_LIQUIDITY_MIN_RAO = 10_000_000n;

/** y/x, truncated to 2⁻³²; 0 for an empty alpha side. source: get_alpha_price */
export function computeConstantProductPrice({ taoReserveRao, alphaReserveRao }: Reserves): U96F32 {
  return U96F32.safeDiv(U96F32.fromInt(taoReserveRao), U96F32.fromInt(alphaReserveRao));
}

/**
 * Paid out for `amountIn`; undefined when the reserve would fall below the minimum: the swap then moves nothing and pays 0.
 *
 * rounding: the new reserve truncated to 2⁻¹⁸, so the amount can be 1 rao above the exact one
 * source: sim_swap_tao_for_alpha, sim_swap_alpha_for_tao
 */
export function computeConstantProductOut({ taoReserveRao, alphaReserveRao }: Reserves, direction: SwapDirection, amountIn: bigint): bigint | undefined {
  const tao = U110F18.fromInt(taoReserveRao);
  const alpha = U110F18.fromInt(alphaReserveRao);
  const [reserveIn, reserveOut] = direction === 'buy' ? [tao, alpha] : [alpha, tao];
  const product = U110F18.saturatingMul(alpha, tao);
  const left = U110F18.safeDiv(product, U110F18.saturatingAdd(reserveIn, U110F18.fromInt(amountIn)));
  if (U110F18.compareInt(left, POOL_LIQUIDITY_MIN_RAO) < 0) return undefined;
  return U110F18.saturatingToU64(U110F18.saturatingSub(reserveOut, left));
}

/** As a swap: no fee, the limit unused. */
export function computeConstantProductSwap(pool: Reserves, { direction, amountIn }: SwapOrder, recorder?: SwapRecorder): SwapOutcome {
  recorder?.record('amountPaidIn', amountIn);
  const amountPaidOut = computeConstantProductOut(pool, direction, amountIn);
  if (amountPaidOut === undefined) return refused('PoolBelowMinimum', { amountIn, required: POOL_LIQUIDITY_MIN_RAO });
  recorder?.record('amountPaidOut', amountPaidOut);
  return { ok: true, amountPaidIn: amountIn, amountPaidOut, feePaid: 0n, feeToBlockAuthor: 0n };
}

export const constantProduct: PoolKind<Reserves> = Object.freeze({
  name: 'constant product',
  price: (pool: Reserves) => U96F32.to(U64F64, computeConstantProductPrice(pool)),
  swap: computeConstantProductSwap,
  quote: computeConstantProductSwap,
  simSwap: (pool: Reserves, direction: SwapDirection, amountIn: bigint, recorder?: SwapRecorder) =>
    computeConstantProductSwap(pool, { direction, amountIn, limitPrice: U64F64.zero, dropFees: false }, recorder),
  applied: (pool: Reserves, direction: SwapDirection, result: SwapResult) => movedReserves(pool, direction, result),
});
