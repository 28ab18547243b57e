/**
 * Swaps on a subnet's pool. Only weights and the first-swap flag are written here; reserves are the caller's to move.
 *
 * source: pallets/swap/src/pallet/impls.rs @ 14bc6f9
 */

import type { StateCtx } from '@taonet/frame';
import { computeBalancerSwap, computeFeeOfAmount, limitPriceOfRao, quoteWeightForSwap, simBalancerSwap, type SwapDirection, type SwapOutcome, type SwapResult } from '@taonet/pools';
import { defect, refuse, type NetUid } from '@taonet/primitives';
import { S as Subtensor } from '../subtensor/pallet.ts';
import { E, S } from './pallet.ts';
import { getPool, isDynamic } from './price.ts';

/** What is swapped on a pool, and how far. */
export interface SwapRequest {
  readonly direction: SwapDirection;
  /** Rao of TAO (buy) or alpha (sell), fee included. */
  readonly amountIn: bigint;
  /** Rao per whole alpha at which the swap stops. */
  readonly limitRao: bigint;
  readonly dropFees: boolean;
}

/**
 * Swaps and keeps the pool's weights; the first swap of a pool sets them to one half.
 *
 * refuses SwapInputTooLarge, ReservesTooLow, PriceLimitExceeded
 * source: do_swap, maybe_initialize_palswap
 */
export function swap(ctx: StateCtx, netuid: NetUid, { limitRao, ...order }: SwapRequest): SwapResult {
  const pool = getPool(ctx, netuid);
  const result = resultOf(netuid, computeBalancerSwap(pool, { ...order, limitPrice: limitPriceOfRao(limitRao) }));
  if (!pool.initialized) {
    S.SwapBalancer.set(ctx, netuid, { quote: quoteWeightForSwap(pool) });
    S.PalSwapInitialized.set(ctx, netuid, true);
  }
  return result;
}

/** The same, with nothing written. source: swap with should_rollback */
export function simSwapToLimit(ctx: StateCtx, netuid: NetUid, { limitRao, ...order }: SwapRequest): SwapResult {
  return resultOf(netuid, computeBalancerSwap(getPool(ctx, netuid), { ...order, limitPrice: limitPriceOfRao(limitRao) }));
}

/**
 * What a swap of the amount would give, with fee and without limit; 1:1 without a pool, nothing where there is no subnet.
 *
 * refuses SwapInputTooLarge, ReservesTooLow, PriceLimitExceeded
 * source: sim_swap
 */
export function simSwap(ctx: StateCtx, netuid: NetUid, direction: SwapDirection, amountIn: bigint): SwapResult {
  return resultOf(netuid, trySimSwap(ctx, netuid, direction, amountIn));
}

/** As `simSwap`, with the refusal as a value. */
export function trySimSwap(ctx: StateCtx, netuid: NetUid, direction: SwapDirection, amountIn: bigint): SwapOutcome {
  if (isDynamic(ctx, netuid)) return simBalancerSwap(getPool(ctx, netuid), direction, amountIn);
  const amount = Subtensor.NetworksAdded.get(ctx, netuid) ? amountIn : 0n;
  return { ok: true, amountPaidIn: amount, amountPaidOut: amount, feePaid: 0n, feeToBlockAuthor: 0n };
}

/** The fee contained in `amount`; 0 without a pool. source: approx_fee_amount */
export function approxFeeAmount(ctx: StateCtx, netuid: NetUid, amount: bigint): bigint {
  return isDynamic(ctx, netuid) ? computeFeeOfAmount(amount, S.FeeRate.get(ctx, netuid)) : 0n;
}

function resultOf(netuid: NetUid, outcome: SwapOutcome): SwapResult {
  if (outcome.ok) return outcome;
  if (outcome.refusal === 'PoolBelowMinimum') throw defect('PoolOfAnotherKind', outcome.facts);
  return refuse(E[outcome.refusal], { netuid, ...outcome.facts });
}
