/**
 * The state of a pool of concentrated liquidity, and what an operation changes of it.
 *
 * source: pallets/swap/src/pallet/mod.rs, tick.rs, position.rs @ 459fa72
 */

import { I64F64, type U64F64 } from '@taonet/primitives';
import type { Reserves } from '../swap.ts';
import type { BitmapLayer, BitmapReader } from './bitmap.ts';

/** A tick at which liquidity begins or ends. */
export interface Tick {
  /** What crossing upwards adds to the current liquidity; i128. */
  readonly liquidityNet: bigint;
  /** Liquidity of all positions that begin or end here; u64. */
  readonly liquidityGross: bigint;
  /** Fees per unit of liquidity on the other side of the tick; only differences mean something. */
  readonly feesOutTao: I64F64;
  readonly feesOutAlpha: I64F64;
}

/** A tick nobody has used. */
export const TICK_DEFAULT: Tick = { liquidityNet: 0n, liquidityGross: 0n, feesOutTao: I64F64.zero, feesOutAlpha: I64F64.zero };

/** Liquidity between two ticks. Its owner and number are the caller's. */
export interface Position {
  readonly tickLow: number;
  readonly tickHigh: number;
  /** u64. */
  readonly liquidity: bigint;
  /** Fees per unit of liquidity inside the range when they were last collected. */
  readonly feesTao: I64F64;
  readonly feesAlpha: I64F64;
}

/** Ticks and their bitmap, asked for one at a time. */
export interface TickBook extends BitmapReader {
  tick(index: number): Tick | undefined;
}

/** All that an operation reads. Reserves: the protocol's and what positions provided, together. */
export interface ConcentratedPool extends Reserves {
  /** SwapV3Initialized. Without it the other figures mean nothing yet. */
  readonly initialized: boolean;
  /** AlphaSqrtPrice: √(TAO per alpha). */
  readonly sqrtPrice: U64F64;
  readonly currentTick: number;
  /** CurrentLiquidity: what the positions around the price have; u64. */
  readonly liquidity: bigint;
  /** Fees per unit of liquidity since ever. */
  readonly feeGlobalTao: U64F64;
  readonly feeGlobalAlpha: U64F64;
  /** FeeRate. */
  readonly feeRateU16: number;
  /** MinimumReserve: the least the reserve paid out from must hold. */
  readonly reserveMinRao: bigint;
  readonly book: TickBook;
}

/** A word of the bitmap as it is now. */
export interface WordChange {
  readonly layer: BitmapLayer;
  readonly index: number;
  readonly bits: bigint;
}

/** What was written, and only that: a figure may be written as it was before. */
export interface ConcentratedChange {
  readonly initialized?: true;
  readonly sqrtPrice?: U64F64;
  readonly currentTick?: number;
  readonly liquidity?: bigint;
  readonly feeGlobalTao?: U64F64;
  readonly feeGlobalAlpha?: U64F64;
  /** By index, ascending; undefined where the tick is no more. */
  readonly ticks: readonly (readonly [index: number, tick: Tick | undefined])[];
  readonly words: readonly WordChange[];
  /** The protocol's position, made because there was no pool yet. */
  readonly protocolPosition?: Position;
  /** What was left of the reserves then, to be put in later; absent in the ordinary case. */
  readonly scraps?: { readonly tao: bigint; readonly alpha: bigint };
}

/** Least liquidity of a position, and what is held back when fees are spread. */
export const LIQUIDITY_MIN = 1_000n;
/** Most positions of a coldkey on a subnet. */
export const POSITIONS_MAX = 100;
