/** What every kind of pool has in common: orders, outcomes, the recorder, and the interface the kinds share. */

import type { Facts, U64F64 } from '@taonet/primitives';
import type { ConcentratedStep } from './concentrated/step.ts';

/** `buy`: TAO in, alpha out. `sell`: alpha in, TAO out. */
export type SwapDirection = 'buy' | 'sell';

/** The two sides of a pool, u64 each. */
export interface Reserves {
  /** SubnetTAO. */
  readonly taoReserveRao: bigint;
  /** SubnetAlphaIn. */
  readonly alphaReserveRao: bigint;
}

export interface SwapOrder {
  readonly direction: SwapDirection;
  /** Everything the caller puts in, fee included: rao of TAO (buy) or alpha (sell), u64. */
  readonly amountIn: bigint;
  /** TAO per alpha at which the swap stops. */
  readonly limitPrice: U64F64;
  /** True for swaps of the protocol itself. */
  readonly dropFees: boolean;
}

export interface SwapResult {
  readonly ok: true;
  /** What went into the pool, without the fee. The caller keeps amountIn − amountPaidIn − feePaid. */
  readonly amountPaidIn: bigint;
  readonly amountPaidOut: bigint;
  /** In the unit of what is paid in. */
  readonly feePaid: bigint;
  /** The part of the fee that goes to the block's author; the rest stays in the pool. */
  readonly feeToBlockAuthor: bigint;
}

/** Names of the errors of pallet Swap, letter for letter; `PoolBelowMinimum` is the silent "none" of May 2025. */
export type SwapRefusal =
  | 'SwapInputTooLarge' | 'ReservesTooLow' | 'PriceLimitExceeded' | 'ReservesOutOfBalance' | 'InsufficientLiquidity' | 'TooManySwapSteps' | 'PoolBelowMinimum';

export interface SwapRefused {
  readonly ok: false;
  readonly refusal: SwapRefusal;
  /** What was checked, what was there, what was needed. */
  readonly facts: Facts;
}

export type SwapOutcome = SwapResult | SwapRefused;

export const refused = (refusal: SwapRefusal, facts: Facts): SwapRefused => ({ ok: false, refusal, facts });

/** Every figure of one swap, in the order in which it is found. */
export interface SwapStages {
  /** Fee on the whole amount, before the limit is looked at. */
  readonly feeOnAmount: bigint;
  readonly quoteWeight: bigint;
  readonly priceBefore: U64F64;
  /** (reserve in / (reserve in + paid in))^(weight ratio): the share of the other reserve that stays. */
  readonly remainingShare: U64F64;
  /** Price if the whole net amount were swapped. */
  readonly targetPrice: U64F64;
  /** True when the limit price stops the swap. */
  readonly stoppedByLimit: boolean;
  readonly amountPaidIn: bigint;
  readonly feePaid: bigint;
  readonly amountPaidOut: bigint;
  /** Once for each range of a pool of concentrated liquidity that the swap passes through. */
  readonly step: ConcentratedStep;
}

/** The optional witness of a swap: it sees the very run whose result counts. */
export interface SwapRecorder {
  record<Stage extends keyof SwapStages>(stage: Stage, value: SwapStages[Stage]): void;
}

/** A kind of pool over its plain state `P`; `R` where a swap changes more than reserves. All functions are pure. */
export interface PoolKind<P extends Reserves, R extends SwapResult = SwapResult> {
  readonly name: string;
  /** TAO per alpha. */
  price(pool: P): U64F64;
  swap(pool: P, order: SwapOrder, recorder?: SwapRecorder): R | SwapRefused;
  /** What the swap would give, asked and not made. */
  quote(pool: P, order: SwapOrder, recorder?: SwapRecorder): R | SwapRefused;
  /** The swap nobody makes: fees on, limit as far out as prices go. */
  simSwap(pool: P, direction: SwapDirection, amountIn: bigint, recorder?: SwapRecorder): R | SwapRefused;
  /** The state after a swap, as the pallets keep it: reserves moved by what went in and out. */
  applied(pool: P, direction: SwapDirection, result: R): P;
}
