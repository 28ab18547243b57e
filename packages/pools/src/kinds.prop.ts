/** What holds for every kind of pool, asked through the interface they share. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyChange, balancer, closestHigherTick, closestLowerTick, computeAddLiquidity, computeRemoveLiquidity, concentrated, constantProduct, createConcentratedPool, defaultLimitRao, limitPriceOfRao,
  simConcentratedSwap, stable, TICK_MAX, TICK_MIN, WEIGHT_MIN, WEIGHT_ONE,
  type BalancerPool, type ConcentratedPool, type ConcentratedSwapped, type PoolKind, type Position, type Reserves, type SwapDirection, type SwapOrder, type SwapResult,
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
  { kind: concentrated, pool: ticked, dust: (_pool, _direction, _amountIn, { change }) => 2n + 2n * BigInt(change.ticks.length) } satisfies Row<ConcentratedPool, ConcentratedSwapped>,
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
  const range = fc.record({ offset: fc.integer({ min: -3_000, max: 3_000 }), width: fc.integer({ min: 1, max: 9_000 }), liquidity: sized(12, 40) });
  const start = fc.tuple(sized(36, 46), sized(36, 46), feeRateU16).map(([taoReserveRao, alphaReserveRao, fee]) => createConcentratedPool({ taoReserveRao, alphaReserveRao, feeRateU16: fee, reserveMinRao: 1_000_000n }));
  const trades = fc.array(fc.tuple(direction, sized(12, 38)), { maxLength: 8 });

  it('can pay out all its positions, and their fees from the fees paid; then it is the protocol\'s alone again', () => {
    fc.assert(fc.property(start, fc.array(range, { maxLength: 5 }), trades, (fresh, ranges_, orders) => {
      const book = new Book(fresh);
      for (const { offset, width, liquidity } of ranges_) book.open(book.pool.currentTick + offset, width, liquidity);
      for (const [d, amountIn] of orders) book.trade(d, amountIn);
      const owed = book.closeAll();
      // A rao is lost or found at each end of a range that a trade reaches; the first √price is as good as 10⁻¹².
      const dust = (reserveRao: bigint) => 2n * BigInt(1 + orders.length * (ranges_.length + 1)) + reserveRao / 10n ** 9n;
      const { taoReserveRao: tao, alphaReserveRao: alpha } = book.reserves;
      expect(owed.tao <= tao + dust(tao) && owed.alpha <= alpha + dust(alpha), `${owed.tao} of ${tao}, ${owed.alpha} of ${alpha}`).toBe(true);
      // Fees are spread over 1000 less than the liquidity, which is owed them all the same.
      const spread = (fees: bigint) => fees + fees / 2n ** 25n + 1n;
      expect(owed.feeTao <= spread(book.feesPaid.tao) && owed.feeAlpha <= spread(book.feesPaid.alpha)).toBe(true);
      expect([TICK_MIN, TICK_MAX].map((tick) => book.pool.book.tick(tick)?.liquidityGross)).toEqual([book.protocol.liquidity, book.protocol.liquidity]);
      expect([closestHigherTick(book.pool.book, TICK_MIN + 1), closestLowerTick(book.pool.book, TICK_MAX - 1)]).toEqual([TICK_MAX, TICK_MIN]);
    }), { numRuns: 100 });
  });
});

/** A pool, its positions, and what went in and out. */
class Book {
  pool: ConcentratedPool;
  readonly protocol: Position;
  readonly #positions: Position[] = [];
  readonly feesPaid = { tao: 0n, alpha: 0n };
  reserves: Reserves;

  constructor(fresh: ConcentratedPool) {
    const swapped = simConcentratedSwap(fresh, 'buy', 0n);
    if (!swapped.ok) throw new TypeError(swapped.refusal);
    this.pool = concentrated.applied(fresh, 'buy', swapped);
    this.protocol = swapped.change.protocolPosition!;
    this.reserves = this.pool;
  }

  open(low: number, width: number, liquidity: bigint): void {
    const added = computeAddLiquidity(this.pool, { tickLow: low, tickHigh: low + width, liquidity });
    if (!added.ok) throw new TypeError(added.refusal);
    this.#positions.push(added.position);
    this.pool = { ...applyChange(this.pool, added.change), taoReserveRao: this.pool.taoReserveRao + added.tao, alphaReserveRao: this.pool.alphaReserveRao + added.alpha };
  }

  trade(d: SwapDirection, amountIn: bigint): void {
    const outcome = concentrated.simSwap(this.pool, d, amountIn);
    if (!outcome.ok) return;
    this.feesPaid[d === 'buy' ? 'tao' : 'alpha'] += outcome.feePaid;
    this.pool = concentrated.applied(this.pool, d, outcome);
  }

  /** Positions of accounts are closed for good, the protocol's only in thought. */
  closeAll(): { readonly tao: bigint; readonly alpha: bigint; readonly feeTao: bigint; readonly feeAlpha: bigint } {
    this.reserves = this.pool;
    const sums = { tao: 0n, alpha: 0n, feeTao: 0n, feeAlpha: 0n };
    for (const position of [...this.#positions, this.protocol]) {
      const removed = computeRemoveLiquidity(this.pool, position);
      if (!removed.ok) throw new TypeError(removed.refusal);
      sums.tao += removed.tao;
      sums.alpha += removed.alpha;
      sums.feeTao += removed.fees.tao;
      sums.feeAlpha += removed.fees.alpha;
      if (position !== this.protocol) this.pool = applyChange(this.pool, removed.change);
    }
    return sums;
  }
}
