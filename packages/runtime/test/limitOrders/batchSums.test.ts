/** Expectations of upstream's own tests. source: pallets/limit-orders/src/tests/auxiliary.rs @ 14bc6f9 */

import { Perbill, U64F64, U64_MAX } from '@taonet/primitives';
import { describe, expect, it } from 'vitest';
import { alphaToTao, residue, residueOfEvent, shareOf, sumBatch, taoToAlpha, type OrderEntry } from '../../src/pallets/limitOrders/batchSums.ts';
import { effectiveSwapLimit } from '../../src/pallets/limitOrders/order.ts';
import { createOrder } from './createOrder.ts';

const TWO = U64F64.fromInt(2n);
const ONE = U64F64.one;
const entry = (net: bigint): OrderEntry => ({ id: '', order: createOrder(), gross: net, net, limitRao: 0n, partialFill: undefined });

describe('sums', () => {
  it.each([
    { name: 'net_amount_for_event_buy_dominant', buys: [1_000n], sells: [150n], price: TWO, side: 'Buy', net: 700n },
    { name: 'net_amount_for_event_sell_dominant', buys: [200n], sells: [500n], price: TWO, side: 'Sell', net: 400n },
    { name: 'net_amount_for_event_perfectly_offset', buys: [500n], sells: [250n], price: TWO, side: 'Buy', net: 0n },
  ])('$name', ({ buys, sells, price, side, net }) => {
    const sums = sumBatch(buys.map(entry), sells.map(entry), price);
    expect(sums.side).toBe(side);
    expect(residueOfEvent(sums, sums.buyAlpha!)).toBe(net);
    expect(residue(sums, sums.buyAlpha!)).toBe(net);
  });

  it('net_amount_for_event_sell_overflow_returns_error', () => {
    expect(taoToAlpha(U64_MAX, U64F64.fromBits(1n))).toBeUndefined();
    expect(taoToAlpha(5n, U64F64.zero)).toBe(0n);
    expect(alphaToTao(3n, U64F64.fromRational(1n, 2n))).toBe(1n);
  });
});

describe('shares', () => {
  it.each([
    { name: 'distribute_alpha_pro_rata_buy_dominant_scenario_a', total: 1_000n, parts: [300n, 200n, 500n], shares: [300n, 200n, 500n] },
    { name: 'distribute_alpha_pro_rata_sell_dominant_scenario_b', total: taoToAlpha(1_000n, TWO)!, parts: [400n, 600n], shares: [200n, 300n] },
    { name: 'distribute_alpha_pro_rata_buy_dominant_scenario_c', total: 950n, parts: [300n, 200n, 500n], shares: [285n, 190n, 475n] },
    { name: 'distribute_tao_pro_rata_sell_dominant_no_fee_scenario_a', total: 2_000n, parts: [alphaToTao(400n, TWO), alphaToTao(600n, TWO)], shares: [800n, 1_200n] },
    { name: 'distribute_tao_pro_rata_buy_dominant_scenario_c', total: 1_000n, parts: [600n, 400n], shares: [600n, 400n] },
    { name: 'distribute_tao_pro_rata_dust_remains_in_pallet_scenario_d', total: 10n, parts: [alphaToTao(1n, ONE), 1n, 1n], shares: [3n, 3n, 3n] },
  ])('$name', ({ total, parts, shares }) => {
    const whole = parts.reduce((sum, part) => sum + part, 0n);
    expect(parts.map((part) => shareOf(total, part, whole))).toEqual(shares);
  });

  it('nothing of nothing', () => {
    expect(shareOf(5n, 1n, 0n)).toBe(0n);
  });
});

describe('effectiveSwapLimit', () => {
  const percent = (n: number): number => Perbill.fromPercent(n);
  it.each([
    { why: '1 % above for a buy', type: 'LimitBuy' as const, price: 1_000n, slippage: percent(1), limit: 1_010n },
    { why: '1 % below for a sale', type: 'TakeProfit' as const, price: 1_000n, slippage: percent(1), limit: 990n },
    { why: 'not below 0', type: 'StopLoss' as const, price: 500n, slippage: percent(100), limit: 0n },
    { why: 'not above u64', type: 'LimitBuy' as const, price: U64_MAX, slippage: percent(100), limit: U64_MAX },
    { why: 'none for a buy', type: 'LimitBuy' as const, price: 1_000n, slippage: undefined, limit: U64_MAX },
    { why: 'none for a sale', type: 'StopLoss' as const, price: 1_000n, slippage: undefined, limit: 0n },
  ])('$why', ({ type, price, slippage, limit }) => {
    expect(effectiveSwapLimit(createOrder({ order_type: type, limit_price: price, max_slippage: slippage }))).toBe(limit);
  });
});
