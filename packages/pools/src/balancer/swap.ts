/**
 * One swap on a weighted pool. There are no ticks: the whole amount is swapped, or as much as brings the price to the limit.
 *
 * source: pallets/swap/src/pallet/impls.rs, do_swap, swap_inner; swap_step.rs, BasicSwapStep @ 14bc6f9
 */

import { RAO_PER_TAO, saturatingAddU64, saturatingMulU64, saturatingSubU64, type U64F64 } from '@taonet/primitives';
import { defaultLimitRao, limitPriceOfRao } from '../priceLimit.ts';
import { movedReserves } from '../reserves.ts';
import { refused, type PoolKind, type Reserves, type SwapDirection, type SwapOrder, type SwapOutcome, type SwapRecorder, type SwapResult } from '../swap.ts';
import { computeFeeOfAmount, computeFeeOnNet } from './fee.ts';
import { computeAmountInToPrice, computeAmountOut, computePrice, computeRemainingShare } from './formulas.ts';
import { QUOTE_WEIGHT_DEFAULT } from './weights.ts';

/** The state a swap reads. */
export interface BalancerPool extends Reserves {
  /** SwapBalancer's quote weight, parts of 10¹⁸. */
  readonly quoteWeight: bigint;
  /** PalSwapInitialized. The first swap of a pool resets its weight to one half, whatever injections made of it. */
  readonly initialized: boolean;
  /** FeeRate. */
  readonly feeRateU16: number;
  /** MinimumReserve: the least the reserve paid out from must hold. */
  readonly reserveMinRao: bigint;
}

/** MinimumReserve of the runtime. */
export const RESERVE_MIN_RAO = 1_000_000n;
/** No more than this many times the reserve may be paid in. */
export const INPUT_RESERVE_MULTIPLE_MAX = 1_000n;

/** Quote weight a swap works with; a persisted swap stores it and sets the flag. source: maybe_initialize_palswap */
export function quoteWeightForSwap(pool: BalancerPool): bigint {
  return pool.initialized ? pool.quoteWeight : QUOTE_WEIGHT_DEFAULT;
}

/**
 * The outcome of an order, state untouched. The caller who persists it stores `quoteWeightForSwap(pool)` and the flag first.
 *
 * refuses, in this order: SwapInputTooLarge, ReservesTooLow, PriceLimitExceeded, ReservesTooLow (nothing paid out for something paid in)
 * keeps: amountPaidOut ≤ reserve, so upstream's InsufficientLiquidity after the fact cannot come up
 * cost: one power, three when the limit stops the swap
 */
export function computeBalancerSwap(pool: BalancerPool, order: SwapOrder, recorder?: SwapRecorder): SwapOutcome {
  const buys = order.direction === 'buy';
  const reserveIn = buys ? pool.taoReserveRao : pool.alphaReserveRao;
  const reserveOut = buys ? pool.alphaReserveRao : pool.taoReserveRao;
  const feeRateU16 = order.dropFees ? 0 : pool.feeRateU16;
  const feeOnAmount = computeFeeOfAmount(order.amountIn, feeRateU16);
  const net = saturatingSubU64(order.amountIn, feeOnAmount);
  recorder?.record('feeOnAmount', feeOnAmount);
  const netMax = saturatingMulU64(reserveIn, INPUT_RESERVE_MULTIPLE_MAX);
  if (net > netMax) return refused('SwapInputTooLarge', { actual: net, required: netMax });
  if (reserveOut < pool.reserveMinRao) return refused('ReservesTooLow', { actual: reserveOut, required: pool.reserveMinRao });

  const weighed = { ...pool, quoteWeight: quoteWeightForSwap(pool) };
  recorder?.record('quoteWeight', weighed.quoteWeight);
  const price = computePrice(weighed);
  recorder?.record('priceBefore', price);
  if (buys ? price >= order.limitPrice : price <= order.limitPrice) {
    return refused('PriceLimitExceeded', { direction: order.direction, actual: raoOf(price), required: raoOf(order.limitPrice), unit: 'rao per alpha' });
  }
  return step({ pool: weighed, order, price, net, feeOnAmount, feeRateU16 }, recorder);
}

/** Of a whole alpha, rounded down, for people to read. */
const raoOf = (price: U64F64): bigint => (price * RAO_PER_TAO) >> 64n;

interface Step {
  readonly pool: BalancerPool;
  readonly order: SwapOrder;
  readonly price: U64F64;
  readonly net: bigint;
  readonly feeOnAmount: bigint;
  readonly feeRateU16: number;
}

function step({ pool, order, price, net, feeOnAmount, feeRateU16 }: Step, recorder?: SwapRecorder): SwapOutcome {
  const { direction, limitPrice } = order;
  const whole = paidOutFor(pool, direction, net, recorder);
  const target = computePrice({ ...pool, ...whole.after });
  recorder?.record('targetPrice', target);
  const stoppedByLimit = direction === 'buy' ? target > limitPrice : target < limitPrice;
  recorder?.record('stoppedByLimit', stoppedByLimit);

  const amountPaidIn = stoppedByLimit ? computeAmountInToPrice(pool, direction, price, limitPrice) : net;
  const feePaid = stoppedByLimit ? computeFeeOnNet(amountPaidIn, feeRateU16) : feeOnAmount;
  recorder?.record('amountPaidIn', amountPaidIn);
  recorder?.record('feePaid', feePaid);
  const amountPaidOut = stoppedByLimit ? paidOutFor(pool, direction, amountPaidIn, recorder).out : whole.out;
  recorder?.record('amountPaidOut', amountPaidOut);
  if (amountPaidIn > 0n && amountPaidOut === 0n) return refused('ReservesTooLow', { amountPaidIn, actual: amountPaidOut, required: 1n });
  return { ok: true, amountPaidIn, amountPaidOut, feePaid, feeToBlockAuthor: amountPaidIn > 0n ? feePaid : 0n };
}

function paidOutFor(pool: BalancerPool, direction: SwapDirection, amountIn: bigint, recorder?: SwapRecorder): { out: bigint; after: Reserves } {
  const share = computeRemainingShare(pool, direction, amountIn);
  recorder?.record('remainingShare', share);
  const out = computeAmountOut(pool, direction, share);
  const { taoReserveRao: y, alphaReserveRao: x } = pool;
  const after = direction === 'buy'
    ? { taoReserveRao: saturatingAddU64(y, amountIn), alphaReserveRao: saturatingSubU64(x, out) }
    : { taoReserveRao: saturatingSubU64(y, out), alphaReserveRao: saturatingAddU64(x, amountIn) };
  return { out, after };
}

/** The swap nobody makes: fees on, limit as far out as prices go. source: impls.rs, sim_swap */
export function simBalancerSwap(pool: BalancerPool, direction: SwapDirection, amountIn: bigint, recorder?: SwapRecorder): SwapOutcome {
  return computeBalancerSwap(pool, { direction, amountIn, limitPrice: limitPriceOfRao(defaultLimitRao(direction)), dropFees: false }, recorder);
}

export const balancer: PoolKind<BalancerPool> = Object.freeze({
  name: 'balancer',
  price: computePrice,
  swap: computeBalancerSwap,
  quote: computeBalancerSwap,
  simSwap: simBalancerSwap,
  applied: (pool: BalancerPool, direction: SwapDirection, result: SwapResult) => ({
    ...pool, ...movedReserves(pool, direction, result), quoteWeight: quoteWeightForSwap(pool), initialized: true,
  }),
});
