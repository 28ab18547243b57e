import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { U64F64 } from '@taonet/primitives';
import {
  balancer, computeAlphaNeededForTao, computeAmountOut, computePrice, computeQuoteWeightForInjection, computeRemainingShare, constantProduct, defaultLimitRao,
  limitPriceOfRao, stable, WEIGHT_MIN, WEIGHT_ONE, type BalancerPool, type PoolKind, type Reserves, type SwapDirection, type SwapResult,
} from './index.ts';

const sized = (low: number, high: number) => fc.integer({ min: low, max: high }).chain((n) => fc.bigInt({ min: 1n << BigInt(low), max: (1n << BigInt(n)) + (1n << BigInt(low)) }));
const direction = fc.constantFrom<SwapDirection>('buy', 'sell');
const quoteWeight = fc.oneof(
  fc.constant(WEIGHT_ONE / 2n), fc.bigInt({ min: WEIGHT_MIN, max: WEIGHT_ONE - WEIGHT_MIN }), fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }).map((d) => WEIGHT_ONE / 2n + d),
);
const weighted = fc.record({
  taoReserveRao: sized(20, 54), alphaReserveRao: sized(20, 54), quoteWeight, initialized: fc.boolean(), feeRateU16: fc.integer({ min: 0, max: 10_000 }),
  reserveMinRao: fc.constant(1_000_000n),
}) as fc.Arbitrary<BalancerPool>;
const reserves = fc.record({ taoReserveRao: sized(24, 54), alphaReserveRao: sized(24, 54) }) as fc.Arbitrary<Reserves>;
const other = (d: SwapDirection): SwapDirection => (d === 'buy' ? 'sell' : 'buy');
const reserveOut = (pool: Reserves, d: SwapDirection) => (d === 'buy' ? pool.alphaReserveRao : pool.taoReserveRao);

/** Swaps there and all of it back; what came out in the end. */
function roundTrip<P extends Reserves>(kind: PoolKind<P>, pool: P, d: SwapDirection, amount: bigint, dropFees: boolean): bigint | undefined {
  const there = kind.swap(pool, { direction: d, amountIn: amount, limitPrice: limitPriceOfRao(defaultLimitRao(d)), dropFees });
  if (!there.ok || there.amountPaidIn + there.feePaid < amount) return undefined;
  const back = kind.swap(kind.applied(pool, d, there), {
    direction: other(d), amountIn: there.amountPaidOut, limitPrice: limitPriceOfRao(defaultLimitRao(other(d))), dropFees,
  });
  return back.ok ? back.amountPaidOut : undefined;
}

describe('weighted pool', () => {
  it('pays out no more than the reserve and takes no more than it is given', () => {
    fc.assert(fc.property(weighted, direction, sized(0, 60), (pool, d, amountIn) => {
      const outcome = balancer.simSwap(pool, d, amountIn);
      if (!outcome.ok) return;
      expect(outcome.amountPaidOut <= reserveOut(pool, d)).toBe(true);
      // A limit reached by the last rao may make the recomputed fee one rao larger than the rest.
      expect(outcome.amountPaidIn + outcome.feePaid <= amountIn + 1n).toBe(true);
    }), { numRuns: 500 });
  });

  it('there and back gains nothing but the rounding of the power', () => {
    fc.assert(fc.property(weighted, direction, sized(10, 54), (pool, d, amountIn) => {
      const back = roundTrip(balancer, { ...pool, initialized: true }, d, amountIn, true);
      if (back === undefined) return;
      // The remaining share is floored to 10⁻¹⁸, so each way can pay out reserve · 10⁻¹⁸ and a rao too much; at the
      // way back that error of the first is worth up to the local price, which the weights amplify at most 99-fold.
      const dust = 2n + (99n * amountIn) / 10n ** 6n;
      expect(back <= amountIn + dust).toBe(true);
    }), { numRuns: 500 });
  });

  it('with equal weights and the usual fee there and back gains no more than one rao', () => {
    fc.assert(fc.property(sized(24, 50), sized(24, 50), direction, sized(10, 50), (tao, alpha, d, amountIn) => {
      const pool: BalancerPool = { taoReserveRao: tao, alphaReserveRao: alpha, quoteWeight: WEIGHT_ONE / 2n, initialized: true, feeRateU16: 33, reserveMinRao: 1_000_000n };
      const back = roundTrip(balancer, pool, d, amountIn, false);
      if (back !== undefined) expect(back <= amountIn + 1n).toBe(true);
    }), { numRuns: 500 });
  });

  it('moves the price in the direction of the swap, and not beyond the limit', () => {
    fc.assert(fc.property(weighted, direction, sized(10, 54), fc.bigInt({ min: 1n, max: 10n ** 6n }), (pool, d, amountIn, parts) => {
      const start = { ...pool, initialized: true };
      const price = computePrice(start);
      const shift = (price * parts) / 10n ** 6n;
      const limitPrice = U64F64.saturatingFromBits(d === 'buy' ? price + shift : price - shift);
      const outcome = balancer.swap(start, { direction: d, amountIn, limitPrice, dropFees: false });
      if (!outcome.ok) return;
      const after = computePrice(balancer.applied(start, d, outcome));
      const [low, high] = d === 'buy' ? [price, limitPrice] : [limitPrice, price];
      // One rao of either reserve is the resolution with which a price can be met.
      const least = start.taoReserveRao < start.alphaReserveRao ? start.taoReserveRao : start.alphaReserveRao;
      const slack = 1n << 20n > price ? 1n << 20n : (100n * price * 4n) / (least - (outcome.amountPaidOut < least ? outcome.amountPaidOut : least - 1n)) + (1n << 20n);
      expect(after >= low - slack && after <= high + slack).toBe(true);
    }), { numRuns: 500 });
  });

  it('injection in any proportion leaves the price where it is', () => {
    fc.assert(fc.property(sized(30, 54), sized(30, 54), quoteWeight, fc.bigInt({ min: 0n, max: 10n ** 10n }), fc.bigInt({ min: 0n, max: 10n ** 10n }), (tao, alpha, w, dt, da) => {
      const pool = { taoReserveRao: tao, alphaReserveRao: alpha, quoteWeight: w };
      const weight = computeQuoteWeightForInjection(pool, { taoDeltaRao: dt, alphaDeltaRao: da });
      if (weight === undefined) return;
      const before = computePrice(pool);
      const after = computePrice({ taoReserveRao: tao + dt, alphaReserveRao: alpha + da, quoteWeight: weight });
      const error = after > before ? after - before : before - after;
      expect(error <= before / 10n ** 14n + (1n << 36n)).toBe(true);
    }), { numRuns: 500 });
  });

  it('alpha sold for a sum of TAO brings about that sum, as far as the power is a u64', () => {
    fc.assert(fc.property(sized(30, 50), sized(30, 50), fc.bigInt({ min: 1n, max: 940n }), (tao, alpha, thousandths) => {
      const pool = { taoReserveRao: tao, alphaReserveRao: alpha, quoteWeight: WEIGHT_ONE / 2n };
      const wanted = (tao * thousandths) / 1000n;
      const needed = computeAlphaNeededForTao(pool, wanted);
      const got = computeAmountOut(pool, 'sell', computeRemainingShare(pool, 'sell', needed));
      const tolerance = tao / alpha + 3n;
      expect(got <= wanted + tolerance && got >= wanted - tolerance).toBe(true);
    }), { numRuns: 300 });
  });

  it('tells its recorder the figures of the same run', () => {
    fc.assert(fc.property(weighted, direction, sized(10, 54), (pool, d, amountIn) => {
      const seen = new Map<string, unknown>();
      const outcome = balancer.simSwap(pool, d, amountIn, { record: (stage, value) => void seen.set(stage, value) });
      expect(outcome).toEqual(balancer.simSwap(pool, d, amountIn));
      if (!outcome.ok) return;
      expect([seen.get('amountPaidIn'), seen.get('feePaid'), seen.get('amountPaidOut')]).toEqual([outcome.amountPaidIn, outcome.feePaid, outcome.amountPaidOut]);
    }), { numRuns: 100 });
  });
});

describe('constant product and stable', () => {
  it('pay out no more than the reserve; there and back gains no more than a rao of rounding each way', () => {
    fc.assert(fc.property(reserves, direction, sized(10, 54), (pool, d, amountIn) => {
      const outcome = constantProduct.simSwap(pool, d, amountIn);
      if (outcome.ok) expect(outcome.amountPaidOut <= reserveOut(pool, d)).toBe(true);
      const back = roundTrip(constantProduct, pool, d, amountIn, true);
      if (back === undefined) return;
      const [inReserve, outReserve] = d === 'buy' ? [pool.taoReserveRao, pool.alphaReserveRao] : [pool.alphaReserveRao, pool.taoReserveRao];
      const left = outReserve - (outcome as SwapResult).amountPaidOut;
      expect(back <= amountIn + 1n + (inReserve + amountIn) / left).toBe(true);
    }), { numRuns: 500 });
  });

  it('stable is one to one', () => {
    fc.assert(fc.property(reserves, direction, sized(0, 60), (pool, d, amountIn) => {
      expect(stable.simSwap(pool, d, amountIn)).toEqual({ ok: true, amountPaidIn: amountIn, amountPaidOut: amountIn, feePaid: 0n, feeToBlockAuthor: 0n });
    }));
  });
});
