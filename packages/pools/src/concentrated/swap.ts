/**
 * A swap across ticks, and the kind of pool it belongs to.
 *
 * source: pallets/swap/src/pallet/impls.rs, do_swap, swap_inner, sim_swap, current_price @ 459fa72
 */

import { checkedSqrt, RAO_PER_TAO, saturatingAddU64, saturatingSubU64, U64F64, U64_MAX, U96F32 } from '@taonet/primitives';
import { limitPriceOfRao } from '../priceLimit.ts';
import { movedReserves } from '../reserves.ts';
import { refused, type PoolKind, type SwapDirection, type SwapOrder, type SwapRecorder, type SwapRefused, type SwapResult } from '../swap.ts';
import { Draft } from './draft.ts';
import { maybeInitialize } from './initialize.ts';
import { applyChange } from './memory.ts';
import type { ConcentratedChange, ConcentratedPool } from './pool.ts';
import { takeStep, type StepOrder } from './step.ts';

/** A swap and what it changes of the pool besides the reserves. */
export interface ConcentratedSwapped extends SwapResult {
  readonly change: ConcentratedChange;
}

/** Ticks a swap may cross. */
export const SWAP_STEPS_MAX = 1_000;
/** How near the root of a limit price must come. */
const SQRT_EPSILON = U64F64.fromLiteral('0.0000000001');

/** The price limit that never stops a swap, in rao per whole alpha. source: max_price_inner, min_price_inner */
export const concentratedDefaultLimitRao = (direction: SwapDirection): bigint => (direction === 'buy' ? U64_MAX : 0n);

/**
 * TAO per alpha: the square of the root once the pool has begun, before that y/x; truncated to 2⁻³². source: current_price
 */
export function computeConcentratedPrice({ initialized, sqrtPrice, taoReserveRao, alphaReserveRao }: Omit<ConcentratedPool, 'book'>): U64F64 {
  const price = initialized
    ? U64F64.to(U96F32, U64F64.saturatingMul(sqrtPrice, sqrtPrice))
    : U96F32.safeDiv(U96F32.fromInt(taoReserveRao), U96F32.fromInt(alphaReserveRao));
  return U96F32.to(U64F64, price);
}

/**
 * The outcome of an order, state untouched. The whole fee stays in the pool, owed to the positions it passed through; it is in
 * neither reserve.
 *
 * refuses, in this order: what `quoteConcentratedSwap` refuses, InsufficientLiquidity (more than the reserve would be paid out)
 */
export function computeConcentratedSwap(pool: ConcentratedPool, order: SwapOrder, recorder?: SwapRecorder): ConcentratedSwapped | SwapRefused {
  const quoted = quoteConcentratedSwap(pool, order, recorder);
  const reserveOut = order.direction === 'buy' ? pool.alphaReserveRao : pool.taoReserveRao;
  if (!quoted.ok || quoted.amountPaidOut <= reserveOut) return quoted;
  return refused('InsufficientLiquidity', { actual: reserveOut, required: quoted.amountPaidOut });
}

/**
 * The same for who only asks: upstream's simulation does not mind whether the reserve can pay. It cannot where the protocol's position
 * has taken in fees, which no reserve counts, and nearly all of it is asked for.
 *
 * refuses, in this order: ReservesTooLow, PriceLimitExceeded, InsufficientLiquidity (a tick is missing), TooManySwapSteps
 */
export function quoteConcentratedSwap(pool: ConcentratedPool, order: SwapOrder, recorder?: SwapRecorder): ConcentratedSwapped | SwapRefused {
  const buys = order.direction === 'buy';
  const reserveOut = buys ? pool.alphaReserveRao : pool.taoReserveRao;
  if (reserveOut < pool.reserveMinRao) return refused('ReservesTooLow', { actual: reserveOut, required: pool.reserveMinRao });

  const draft = new Draft(pool);
  maybeInitialize(draft);
  // No root of an unsigned number is undefined.
  const limitSqrtPrice = checkedSqrt(U64F64, order.limitPrice, SQRT_EPSILON)!;
  const sqrtPrice = draft.get('sqrtPrice');
  recorder?.record('priceBefore', U64F64.saturatingMul(sqrtPrice, sqrtPrice));
  if (buys ? sqrtPrice >= limitSqrtPrice : sqrtPrice <= limitSqrtPrice) {
    return refused('PriceLimitExceeded', { direction: order.direction, actual: raoOf(sqrtPrice), required: raoOf(limitSqrtPrice), unit: 'rao per alpha' });
  }
  const run = { direction: order.direction, limitSqrtPrice, feeRateU16: order.dropFees ? 0 : pool.feeRateU16 };
  const result = takeSteps(draft, { ...run, remaining: order.amountIn }, recorder);
  return result.ok ? { ...result, change: draft.change() } : result;
}

/** Of a whole alpha, rounded down, for people to read. */
const raoOf = (sqrtPrice: U64F64): bigint => (U64F64.saturatingMul(sqrtPrice, sqrtPrice) * RAO_PER_TAO) >> 64n;

function takeSteps(draft: Draft, order: StepOrder, recorder?: SwapRecorder): SwapResult | SwapRefused {
  let { remaining } = order;
  const sums = { amountPaidIn: 0n, feePaid: 0n, amountPaidOut: 0n };
  for (let steps = 1; remaining > 0n; steps++) {
    const step = takeStep(draft, { ...order, remaining });
    if (step === undefined) return refused('InsufficientLiquidity', { check: 'the tick to cross is known' });
    recorder?.record('step', step);
    sums.amountPaidIn = saturatingAddU64(sums.amountPaidIn, step.amountPaidIn);
    sums.feePaid = saturatingAddU64(sums.feePaid, step.feePaid);
    sums.amountPaidOut = saturatingAddU64(sums.amountPaidOut, step.amountPaidOut);
    const taken = saturatingAddU64(step.amountPaidIn, step.feePaid);
    remaining = step.crosses && taken > 0n ? saturatingSubU64(remaining, taken) : 0n;
    if (steps > SWAP_STEPS_MAX) return refused('TooManySwapSteps', { actual: BigInt(steps), required: BigInt(SWAP_STEPS_MAX) });
  }
  for (const name of ['amountPaidIn', 'feePaid', 'amountPaidOut'] as const) recorder?.record(name, sums[name]);
  return { ok: true, ...sums, feeToBlockAuthor: 0n };
}

/** The swap nobody makes: fees on, limit as far out as prices go. source: sim_swap */
export function simConcentratedSwap(pool: ConcentratedPool, direction: SwapDirection, amountIn: bigint, recorder?: SwapRecorder): ConcentratedSwapped | SwapRefused {
  return quoteConcentratedSwap(pool, { direction, amountIn, limitPrice: limitPriceOfRao(concentratedDefaultLimitRao(direction)), dropFees: false }, recorder);
}

export const concentrated: PoolKind<ConcentratedPool, ConcentratedSwapped> = Object.freeze({
  name: 'concentrated',
  price: computeConcentratedPrice,
  swap: computeConcentratedSwap,
  quote: quoteConcentratedSwap,
  simSwap: simConcentratedSwap,
  applied: (pool: ConcentratedPool, direction: SwapDirection, result: ConcentratedSwapped) => ({ ...applyChange(pool, result.change), ...movedReserves(pool, direction, result) }),
});
