/** What holds for every kind of pool, asked through the interface they share. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyChange, balancer, computeAddLiquidity, concentrated, constantProduct, createConcentratedPool, defaultLimitRao, limitPriceOfRao, stable, TICK_MAX, TICK_MIN, WEIGHT_MIN, WEIGHT_ONE,
  type BalancerPool, type ConcentratedPool, type PoolKind, type Reserves, type SwapDirection, type SwapOrder, type SwapResult,
} from './index.ts';

const sized = (low: number, high: number) => fc.integer({ min: low, max: high }).chain((n) => fc.bigInt({ min: 1n << BigInt(low), max: (1n << BigInt(n)) + (1n << BigInt(low)) }));
const direction = fc.constantFrom<SwapDirection>('buy', 'sell');
/** Empty and nearly empty sides now and then. */
const reserve = fc.oneof({ weight: 12, arbitrary: sized(20, 54) }, { weight: 1, arbitrary: fc.constantFrom(0n, 1n, 999_999n, 1_000_000n) });
const feeRateU16 = fc.oneof(fc.constantFrom(0, 33), fc.integer({ min: 0, max: 10_000 }));
const reserveMinRao = fc.constant(1_000_000n);
const reserves = fc.record({ taoReserveRao: reserve, alphaReserveRao: reserve }) as fc.Arbitrary<Reserves>;

const weighted = fc.record({
  taoReserveRao: reserve, alphaReserveRao: reserve, initialized: fc.boolean(), feeRateU16, reserveMinRao,
  quoteWeight: fc.oneof(fc.constant(WEIGHT_ONE / 2n), fc.bigInt({ min: WEIGHT_MIN, max: WEIGHT_ONE - WEIGHT_MIN })),
}) as fc.Arbitrary<BalancerPool>;

/** A pool with positions around its price, some far off, some side by side. */
const ranges = fc.array(fc.record({ offset: fc.integer({ min: -3_000, max: 3_000 }), width: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 200_000 })), liquidity: sized(10, 45) }), { maxLength: 8 });
const ticked = fc.tuple(fc.record({ taoReserveRao: reserve, alphaReserveRao: reserve, feeRateU16, reserveMinRao }), ranges).map(([of, positions]) => {
  const start = createConcentratedPool(of);
  const swapped = concentrated.simSwap(start, 'buy', 0n);
  let pool: ConcentratedPool = swapped.ok ? concentrated.applied(start, 'buy', swapped) : start;
  for (const { offset, width, liquidity } of pool.initialized ? positions : []) {
    const tickLow = Math.max(TICK_MIN, Math.min(TICK_MAX - 1, pool.currentTick + offset));
    const added = computeAddLiquidity(pool, { tickLow, tickHigh: Math.min(TICK_MAX, tickLow + width), liquidity });
    if (!added.ok) continue;
    pool = { ...applyChange(pool, added.change), taoReserveRao: pool.taoReserveRao + added.tao, alphaReserveRao: pool.alphaReserveRao + added.alpha };
  }
  return pool;
});

interface Row<P extends Reserves, R extends SwapResult> {
  readonly kind: PoolKind<P, R>;
  readonly pool: fc.Arbitrary<P>;
  /** What a round trip may gain by rounding: more than this is a leak. */
  dust(pool: P, direction: SwapDirection, amountIn: bigint, there: R): bigint;
}

const rows: readonly Row<never, never>[] = ([
  // The share that stays is floored to 10⁻¹⁸, which the weights amplify at most 99-fold on the way back.
  { kind: balancer, pool: weighted, dust: (_pool, _direction, amountIn) => 2n + (99n * amountIn) / 10n ** 6n } satisfies Row<BalancerPool, SwapResult>,
  {
    kind: constantProduct, pool: reserves,
    // The reserve that stays is truncated to 2⁻¹⁸, so a rao too much may come out, worth the local price on the way back.
    dust: (pool, d, amountIn, { amountPaidOut }) => {
      const [reserveIn, reserveOut] = d === 'buy' ? [pool.taoReserveRao, pool.alphaReserveRao] : [pool.alphaReserveRao, pool.taoReserveRao];
      return 1n + (reserveIn + amountIn) / (reserveOut - amountPaidOut);
    },
  } satisfies Row<Reserves, SwapResult>,
  { kind: stable, pool: reserves, dust: () => 0n } satisfies Row<Reserves, SwapResult>,
  // At each end of a range less than a rao moves the price for nothing.
  { kind: concentrated, pool: ticked, dust: () => 20n } satisfies Row<ConcentratedPool, never>,
] as readonly unknown[]) as readonly Row<never, never>[];

const anyPrice = (d: SwapDirection) => limitPriceOfRao(defaultLimitRao(d));
const other = (d: SwapDirection): SwapDirection => (d === 'buy' ? 'sell' : 'buy');
const outOf = (pool: Reserves, d: SwapDirection) => (d === 'buy' ? pool.alphaReserveRao : pool.taoReserveRao);

function properties<P extends Reserves, R extends SwapResult>({ kind, pool, dust }: Row<P, R>): void {
  const limited = kind.name === 'balancer' || kind.name === 'concentrated';
  const pays = kind.name !== 'stable';

  it('never pays out more than the reserve, nor takes more than it is given', () => {
    fc.assert(fc.property(pool, direction, sized(0, 63), fc.boolean(), (start, d, amountIn, dropFees) => {
      const outcome = kind.swap(start, { direction: d, amountIn, limitPrice: anyPrice(d), dropFees });
      if (!outcome.ok) return;
      if (pays) expect(outcome.amountPaidOut <= outOf(start, d)).toBe(true);
      // A limit reached by the last rao may make the recomputed fee one rao larger than the rest.
      expect(outcome.amountPaidIn + outcome.feePaid <= amountIn + 1n).toBe(true);
      expect(outcome.feeToBlockAuthor <= outcome.feePaid).toBe(true);
    }), { numRuns: 300 });
  });

  it('there and back never gains', () => {
    fc.assert(fc.property(pool, direction, sized(10, 54), fc.boolean(), (start, d, amountIn, dropFees) => {
      // The first swap of a weighted pool resets its weights: the trip begins after it.
      const zero = kind.swap(start, { direction: d, amountIn: 0n, limitPrice: anyPrice(d), dropFees });
      if (!zero.ok) return;
      const settled = kind.applied(start, d, zero);
      const there = kind.swap(settled, { direction: d, amountIn, limitPrice: anyPrice(d), dropFees });
      if (!there.ok || there.amountPaidIn + there.feePaid < amountIn) return;
      const after = kind.applied(settled, d, there);
      const back = kind.swap(after, { direction: other(d), amountIn: there.amountPaidOut, limitPrice: anyPrice(other(d)), dropFees });
      if (back.ok) expect(back.amountPaidOut <= amountIn + dust(settled, d, amountIn, there), `${back.amountPaidOut} for ${amountIn}`).toBe(true);
    }), { numRuns: 300 });
  });

  if (limited) it('stops at the limit, and the recorder sees the figures of the run that counts', () => {
    fc.assert(fc.property(pool, direction, sized(10, 54), fc.integer({ min: 1, max: 3_000 }), (start, d, amountIn, thousandths) => {
      const price = kind.price(start);
      const limitPrice = ((price * BigInt(d === 'buy' ? 1_000 + thousandths : 4_000 - thousandths)) / (d === 'buy' ? 1_000n : 4_000n)) as typeof price;
      const order: SwapOrder = { direction: d, amountIn, limitPrice, dropFees: false };
      const seen = new Map<string, unknown>();
      const outcome = kind.swap(start, order, { record: (stage, value) => void seen.set(stage, value) });
      expect(kind.swap(start, order)).toEqual(outcome);
      if (!outcome.ok) return;
      const { amountPaidIn, feePaid, amountPaidOut } = outcome;
      if (amountIn > 0n) expect([seen.get('amountPaidIn'), seen.get('feePaid'), seen.get('amountPaidOut')]).toEqual([amountPaidIn, feePaid, amountPaidOut]);
    }), { numRuns: 150 });
  });
}

for (const row of rows) describe((row as Row<Reserves, SwapResult>).kind.name, () => properties(row as Row<Reserves, SwapResult>));

describe('a pool of concentrated liquidity', () => {
  it('has a current liquidity that is the sum of what ticks up to the price say, after any trades', () => {
    fc.assert(fc.property(ticked, fc.array(fc.tuple(direction, sized(10, 50)), { maxLength: 6 }), (start, trades) => {
      let pool = start;
      for (const [d, amountIn] of trades) {
        const outcome = concentrated.simSwap(pool, d, amountIn);
        if (!outcome.ok) continue;
        pool = concentrated.applied(pool, d, outcome);
        // Selling exactly to a tick stops below it, with the tick's liquidity still counted: there the price is the tick's own.
        if (pool.sqrtPrice === start.sqrtPrice) continue;
        const at = sumUpTo(pool, pool.currentTick);
        expect([at, sumUpTo(pool, pool.currentTick - 1)]).toContain(pool.liquidity);
      }
    }), { numRuns: 100 });
  });
});

/** Net liquidity of all ticks in use from the lowest to this one. */
function sumUpTo(pool: ConcentratedPool, last: number): bigint {
  let sum = 0n;
  for (let tick = TICK_MIN; tick <= last; tick = nextInUse(pool, tick + 1, last)) sum += pool.book.tick(tick)?.liquidityNet ?? 0n;
  return sum;
}

function nextInUse(pool: ConcentratedPool, from: number, last: number): number {
  for (let tick = from; tick <= last; tick++) {
    const index = tick + 887_272;
    const word = pool.book.word(2, Math.trunc(index / 128));
    if (word === 0n) tick += 127 - (index % 128);
    else if ((word >> BigInt(index % 128)) % 2n === 1n) return tick;
  }
  return last + 1;
}
