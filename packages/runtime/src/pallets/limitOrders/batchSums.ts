/**
 * What a batch of orders comes to, and who gets how much of it. Amounts are u128 sums of u64 amounts; what upstream casts to
 * u64 wraps here too.
 *
 * source: pallets/limit-orders/src/lib.rs @ 14bc6f9
 */

import type { LimitOrder, OrderSide } from '@taonet/abi';
import { saturatingMulU128, saturatingSubU128, saturatingSubU64, U64F64, type Hash } from '@taonet/primitives';

/** A checked order of a batch. */
export interface OrderEntry {
  readonly id: Hash;
  readonly order: LimitOrder;
  /** What the order puts in: TAO (buy) or alpha (sell). */
  readonly gross: bigint;
  /** Without the fee, which a sale pays from what comes out. */
  readonly net: bigint;
  readonly limitRao: bigint;
  /** Part of the order that is filled; undefined for all of it. */
  readonly partialFill: bigint | undefined;
}

export interface BatchSums {
  /** TAO of all buys. */
  readonly buyTao: bigint;
  /** Alpha of all sales. */
  readonly sellAlpha: bigint;
  /** The same in TAO, at the spot price. */
  readonly sellTao: bigint;
  /** Alpha that `buyTao` buys at the spot price; undefined when there is no telling (upstream refuses where it needs it). */
  readonly buyAlpha: bigint | undefined;
  readonly price: U64F64;
  /** The side that has to trade with the pool. */
  readonly side: OrderSide;
}

export function sumBatch(buys: readonly OrderEntry[], sells: readonly OrderEntry[], price: U64F64): BatchSums {
  const buyTao = sumOfNet(buys);
  const sellAlpha = sumOfNet(sells);
  const sellTao = alphaToTao(sellAlpha, price);
  return { buyTao, sellAlpha, sellTao, buyAlpha: taoToAlpha(buyTao, price), price, side: buyTao >= sellTao ? 'Buy' : 'Sell' };
}

const sumOfNet = (entries: readonly OrderEntry[]): bigint => entries.reduce((sum, { net }) => sum + net, 0n);

/** Floored; undefined when the quotient leaves U64F64; 0 at price 0. source: tao_to_alpha */
export function taoToAlpha(tao: bigint, price: U64F64): bigint | undefined {
  if (price === 0n) return 0n;
  const alpha = U64F64.checkedDiv(U64F64.fromInt(tao), price);
  return alpha === undefined ? undefined : U64F64.saturatingToU128(alpha);
}

/** Floored. source: alpha_to_tao */
export function alphaToTao(alpha: bigint, price: U64F64): bigint {
  return U64F64.saturatingToU128(U64F64.saturatingMul(price, U64F64.fromInt(alpha)));
}

/** ⌊total·part/whole⌋, the product clamped to u128; 0 of nothing. */
export function shareOf(total: bigint, part: bigint, whole: bigint): bigint {
  return whole === 0n ? 0n : asU64(saturatingMulU128(total, part) / whole);
}

/** What the pool has to take: TAO for buys, alpha for sales. source: net_pool_swap */
export function residue({ side, buyTao, sellTao, sellAlpha }: BatchSums, buyAlpha: bigint): bigint {
  return asU64(side === 'Buy' ? saturatingSubU128(buyTao, sellTao) : saturatingSubU128(sellAlpha, buyAlpha));
}

/** As the event tells it. source: net_amount_for_event */
export function residueOfEvent({ side, buyTao, sellTao, sellAlpha }: BatchSums, buyAlpha: bigint): bigint {
  return side === 'Buy' ? asU64(saturatingSubU128(buyTao, sellTao)) : saturatingSubU64(asU64(sellAlpha), asU64(buyAlpha));
}

export const asU64 = (value: bigint): bigint => BigInt.asUintN(64, value);
