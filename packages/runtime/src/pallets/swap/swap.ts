/**
 * Swaps on a subnet's pool, of whichever kind is in force. Reserves are the caller's to move.
 *
 * source: pallets/swap/src/pallet/impls.rs @ 14bc6f9
 */

import type { StateCtx } from '@taonet/frame';
import { limitPriceOfRao, type SwapDirection, type SwapOrder, type SwapOutcome, type SwapResult } from '@taonet/pools';
import { defect, refuse, type NetUid } from '@taonet/primitives';
import { S as Subtensor } from '../subtensor/pallet.ts';
import { E } from './pallet.ts';
import { poolRuleOf } from './pools/poolRuleOf.ts';
import { isDynamic } from './price.ts';

/** What is swapped on a pool, and how far. */
export interface SwapRequest {
  readonly direction: SwapDirection;
  /** Rao of TAO (buy) or alpha (sell), fee included. */
  readonly amountIn: bigint;
  /** Rao per whole alpha at which the swap stops. */
  readonly limitRao: bigint;
  readonly dropFees: boolean;
}

const orderOf = ({ limitRao, ...order }: SwapRequest): SwapOrder => ({ ...order, limitPrice: limitPriceOfRao(limitRao) });

/**
 * Swaps and keeps what changes of the pool besides its reserves.
 *
 * refuses SwapInputTooLarge, ReservesTooLow, PriceLimitExceeded, InsufficientLiquidity, TooManySwapSteps
 * source: do_swap
 */
export function swap(ctx: StateCtx, netuid: NetUid, request: SwapRequest): SwapResult {
  return resultOf(netuid, poolRuleOf(ctx).swap(ctx, netuid, orderOf(request)));
}

/** The same, with nothing written. source: swap with should_rollback */
export function simSwapToLimit(ctx: StateCtx, netuid: NetUid, request: SwapRequest): SwapResult {
  return resultOf(netuid, poolRuleOf(ctx).quote(ctx, netuid, orderOf(request)));
}

/**
 * What a swap of the amount would give, with fee and without limit; 1:1 without a pool, nothing where there is no subnet.
 *
 * refuses SwapInputTooLarge, ReservesTooLow, PriceLimitExceeded, InsufficientLiquidity, TooManySwapSteps
 * source: sim_swap
 */
export function simSwap(ctx: StateCtx, netuid: NetUid, direction: SwapDirection, amountIn: bigint): SwapResult {
  return resultOf(netuid, trySimSwap(ctx, netuid, direction, amountIn));
}

/** As `simSwap`, with the refusal as a value. */
export function trySimSwap(ctx: StateCtx, netuid: NetUid, direction: SwapDirection, amountIn: bigint): SwapOutcome {
  if (isDynamic(ctx, netuid)) {
    const rule = poolRuleOf(ctx);
    return rule.quote(ctx, netuid, orderOf({ direction, amountIn, limitRao: rule.anyPriceRao(direction), dropFees: false }));
  }
  const amount = Subtensor.NetworksAdded.get(ctx, netuid) ? amountIn : 0n;
  return { ok: true, amountPaidIn: amount, amountPaidOut: amount, feePaid: 0n, feeToBlockAuthor: 0n };
}

/** The fee contained in `amount`; 0 without a pool. source: approx_fee_amount */
export function approxFeeAmount(ctx: StateCtx, netuid: NetUid, amount: bigint): bigint {
  return isDynamic(ctx, netuid) ? poolRuleOf(ctx).feeOf(ctx, netuid, amount) : 0n;
}

function resultOf(netuid: NetUid, outcome: SwapOutcome): SwapResult {
  if (outcome.ok) return outcome;
  if (outcome.refusal === 'PoolBelowMinimum') throw defect('PoolOfAnotherKind', outcome.facts);
  return refuse(E[outcome.refusal], { netuid, ...outcome.facts });
}
