import { describe, expect, it } from 'vitest';
import {
  balancer, computeFeeOfAmount, computeFeeOnNet, computePrice, computeQuoteWeightForInjection, computeQuoteWeightForPrice, limitPriceOfRao, weighed, WEIGHT_ONE,
  type BalancerPool,
} from './index.ts';
import { U64F64 } from '@taonet/primitives';

const HALF = WEIGHT_ONE / 2n;
const pool: BalancerPool = { taoReserveRao: 10n ** 9n, alphaReserveRao: 4n * 10n ** 9n, quoteWeight: HALF, initialized: true, feeRateU16: 33, reserveMinRao: 1n };
const swap = (from: BalancerPool, direction: 'buy' | 'sell', amountIn: bigint, limitRao: bigint, dropFees = false) =>
  balancer.swap(from, { direction, amountIn, limitPrice: limitPriceOfRao(limitRao), dropFees });

describe('weighted pool, figures of upstream\'s tests', () => {
  it.each([
    ['buy', 1_000n, 1_000n, 3_999n, 0n], ['buy', 2_000n, 1_999n, 7_995n, 1n], ['buy', 123_456n, 123_394n, 493_515n, 62n],
    ['buy', 10n ** 9n, 999_496_453n, 1_999_496_326n, 503_547n], ['buy', 10n ** 10n, 9_994_964_523n, 3_636_197_098n, 5_035_477n],
    ['sell', 1_000n, 1_000n, 249n, 0n], ['sell', 2_000n, 1_999n, 499n, 1n], ['sell', 123_456n, 123_394n, 30_847n, 62n],
  ] as const)('%s %s', (direction, amountIn, paidIn, out, fee) => {
    expect(balancer.simSwap(pool, direction, amountIn)).toEqual({ ok: true, amountPaidIn: paidIn, amountPaidOut: out, feePaid: fee, feeToBlockAuthor: fee });
  });

  it('a buy up to the price of 24 takes in what brings it there', () => {
    const start = { ...pool, taoReserveRao: 150n * 10n ** 9n, alphaReserveRao: 100n * 10n ** 9n };
    expect(swap(start, 'buy', 900n * 10n ** 9n, 24n * 10n ** 9n)).toEqual({
      ok: true, amountPaidIn: 450n * 10n ** 9n, amountPaidOut: 75n * 10n ** 9n, feePaid: 226_710_634n, feeToBlockAuthor: 226_710_634n,
    });
  });

  it('a chain buy follows the weights of its injection', () => {
    const start = { ...pool, taoReserveRao: 1_000n * 10n ** 9n, alphaReserveRao: 2_000n * 10n ** 9n };
    const quoteWeight = computeQuoteWeightForInjection(start, { taoDeltaRao: 374_999_999n, alphaDeltaRao: 749_999_999n })!;
    expect(quoteWeight).toBe(499_999_999_999_875_046n);
    const bought = swap({ ...start, quoteWeight }, 'buy', 125_000_000n, 10n ** 15n, true);
    expect(bought).toMatchObject({ ok: true, amountPaidOut: 249_968_753n, feePaid: 0n });
  });

  it('refuses in upstream\'s order', () => {
    expect(swap(pool, 'buy', 1000n * pool.taoReserveRao + 1n, 10n ** 15n, true)).toMatchObject({ refusal: 'SwapInputTooLarge' });
    expect(swap(pool, 'buy', 1000n * pool.taoReserveRao, 10n ** 15n, true)).toMatchObject({ ok: true });
    expect(swap({ ...pool, reserveMinRao: 5n * 10n ** 9n }, 'buy', 1n, 1n)).toMatchObject({ refusal: 'ReservesTooLow' });
    expect(swap(pool, 'buy', 1_000n, 250_000_000n)).toMatchObject({ refusal: 'PriceLimitExceeded' });
    expect(swap(pool, 'sell', 1_000n, 250_000_000n)).toMatchObject({ refusal: 'PriceLimitExceeded' });
    expect(swap(pool, 'sell', 1n, 1_000n)).toMatchObject({ refusal: 'ReservesTooLow' });
    expect(swap(pool, 'sell', 0n, 1_000n)).toMatchObject({ ok: true, amountPaidOut: 0n });
  });

  it('the first swap forgets the weight that injections gave', () => {
    const fresh = { ...pool, quoteWeight: 400_000_000_000_000_000n, initialized: false };
    expect(balancer.simSwap(fresh, 'buy', 10n ** 6n)).toEqual(balancer.simSwap(pool, 'buy', 10n ** 6n));
  });

  it('weights for a price, rounding of products, fees', () => {
    const weight = computeQuoteWeightForPrice(pool, U64F64.fromLiteral('0.2'))!;
    const price = computePrice({ ...pool, quoteWeight: weight });
    expect(price > U64F64.fromLiteral('0.1999999999') && price < U64F64.fromLiteral('0.2000000001')).toBe(true);
    expect(computeQuoteWeightForPrice({ taoReserveRao: 0n, alphaReserveRao: 0n }, U64F64.one)).toBeUndefined();
    expect([1n, 3n, 5n, 1023n, 1025n].map((v) => weighed(HALF, v))).toEqual([1n, 2n, 3n, 512n, 513n]);
    expect([computeFeeOfAmount(65_535n, 33), computeFeeOfAmount(10n ** 12n, 0), computeFeeOnNet(65_502n * 10n ** 6n, 33)]).toEqual([32n, 0n, 32_999_999n]);
  });
});
