/** Expectations of upstream's tests, under their names. source: pallets/swap/src/pallet/tests.rs @ 459fa72 */

import { describe, expect, it, test } from 'vitest';
import { I64F64, U64F64 } from '@taonet/primitives';
import {
  adjustProtocolPosition, applyChange, computeAddLiquidity, computeInitialization, computeModifyPosition, computeRemoveLiquidity, computeStepOut, computeTokenAmounts, concentrated, createConcentratedPool,
  limitPriceOfRao, sqrtPriceToTick, sqrtPriceToTickBounded, splitAtPrice, TICK_MAX, TICK_MIN, tickToSqrtPriceBounded, type ConcentratedPool, type LiquidityMoved, type LiquidityRefused,
  type Position, type SwapDirection,
} from '../index.ts';

/** The fixed number nearest to a float. */
const fixedOf = (x: number): U64F64 => U64F64.saturatingFromBits(BigInt(Math.round(x * 2 ** 64)));
const numberOf = (x: bigint): number => Number(x) / 2 ** 64;

/** As upstream's tests find ticks. */
function tickOfPrice(price: number): number {
  const tick = sqrtPriceToTick(fixedOf(Math.sqrt(price)));
  return tick ?? (price > 1 ? TICK_MAX : TICK_MIN);
}

const newPool = (taoReserveRao: bigint, alphaReserveRao: bigint, feeRateU16 = 33): ConcentratedPool =>
  createConcentratedPool({ taoReserveRao, alphaReserveRao, feeRateU16, reserveMinRao: 1n });

/** The pool after it has begun, by a swap of nothing. */
function begun(pool: ConcentratedPool): ConcentratedPool {
  const swapped = concentrated.simSwap(pool, 'buy', 0n);
  if (!swapped.ok) throw new TypeError(swapped.refusal);
  return concentrated.applied(pool, 'buy', swapped);
}

function moved<M extends LiquidityMoved>(outcome: M | LiquidityRefused): M {
  if (!outcome.ok) throw new TypeError(outcome.refusal);
  return outcome;
}

interface Opened {
  readonly pool: ConcentratedPool;
  readonly position: Position;
  readonly tao: bigint;
  readonly alpha: bigint;
}

/** Opens a position; the reserves grow by what it provides. */
function open(pool: ConcentratedPool, tickLow: number, tickHigh: number, liquidity: bigint): Opened {
  const { change, position, tao, alpha } = moved(computeAddLiquidity(pool, { tickLow, tickHigh, liquidity }));
  const after = applyChange(pool, change);
  return { pool: { ...after, taoReserveRao: pool.taoReserveRao + tao, alphaReserveRao: pool.alphaReserveRao + alpha }, position, tao, alpha };
}

/** Swaps without limit; throws what is refused. */
function trade(pool: ConcentratedPool, direction: SwapDirection, amountIn: bigint) {
  const swapped = concentrated.simSwap(pool, direction, amountIn);
  if (!swapped.ok) throw new TypeError(swapped.refusal);
  return { swapped, pool: concentrated.applied(pool, direction, swapped) };
}

const TAO = 10n ** 12n;
const ALPHA = 4n * 10n ** 12n;
const L = 2n * 10n ** 12n;
const fresh = () => begun(newPool(TAO, ALPHA));
const priceOf = (pool: ConcentratedPool) => numberOf(pool.sqrtPrice) ** 2;
const near = (actual: bigint, expected: number, tolerance: number) => expect(Math.abs(Number(actual) - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(tolerance);
const MIN_PRICE = numberOf(tickToSqrtPriceBounded(TICK_MIN)) ** 2;
const MAX_PRICE = numberOf(tickToSqrtPriceBounded(TICK_MAX)) ** 2;
const LOW = numberOf(tickToSqrtPriceBounded(fresh().currentTick)) ** 2;
const HIGH = numberOf(tickToSqrtPriceBounded(fresh().currentTick + 1)) ** 2 + 1e-9;

test('test_swap_initialization', () => {
  const swapped = concentrated.simSwap(newPool(TAO, ALPHA), 'buy', 0n);
  if (!swapped.ok) throw new TypeError(swapped.refusal);
  const { change } = swapped;
  expect(Math.abs(numberOf(change.sqrtPrice!) - 0.5)).toBeLessThan(1e-9);
  expect(change.currentTick).toBe(sqrtPriceToTickBounded(fixedOf(0.5)));
  expect(change).toMatchObject({ initialized: true, liquidity: L, protocolPosition: { liquidity: L, tickLow: TICK_MIN, tickHigh: TICK_MAX, feesTao: 0n, feesAlpha: 0n } });
  expect(change.ticks).toMatchObject([[TICK_MIN, { liquidityNet: L, liquidityGross: L }], [TICK_MAX, { liquidityNet: -L, liquidityGross: L }]]);
  expect(change.scraps).toBeUndefined();
});

const RANGES: readonly (readonly [low: number, high: number, tao: number, alpha: number])[] = [
  [MIN_PRICE, MAX_PRICE, 1e9, 4e9], [HIGH, MAX_PRICE, 0, 4e9], [MIN_PRICE, LOW, 1e9, 0], [0.125, 0.5, 293e6, 1171e6], [0.12, 0.13, 28.27e6, 0], [0.3, 0.4, 0, 489.2e6],
];

describe('test_add_liquidity_basic, test_remove_liquidity_basic', () => {
  it.each(RANGES)('%d to %d', (low, high, tao, alpha) => {
    const pool = fresh();
    const added = moved(computeAddLiquidity(pool, { tickLow: tickOfPrice(low), tickHigh: tickOfPrice(high), liquidity: 2_000_000_000n }));
    near(added.tao, tao, Number(added.tao) / 1000);
    near(added.alpha, alpha, Number(added.alpha) / 1000);
    expect(added.position).toMatchObject({ feesTao: 0n, feesAlpha: 0n });
    const after = applyChange(pool, added.change);
    expect(after.liquidity - pool.liquidity).toBe(high > 0.25 && low <= 0.25 ? 2_000_000_000n : 0n);
    expect(after.book.tick(added.position.tickLow)!.liquidityGross - (pool.book.tick(added.position.tickLow)?.liquidityGross ?? 0n)).toBe(2_000_000_000n);
    expect(after.book.tick(added.position.tickHigh)!.liquidityNet - (pool.book.tick(added.position.tickHigh)?.liquidityNet ?? 0n)).toBe(-2_000_000_000n);

    const removed = moved(computeRemoveLiquidity(after, added.position));
    expect([removed.tao, removed.alpha, removed.fees]).toEqual([added.tao, added.alpha, { tao: 0n, alpha: 0n }]);
    const back = applyChange(after, removed.change);
    expect(back.liquidity).toBe(pool.liquidity);
    for (const tick of [added.position.tickLow, added.position.tickHigh]) expect(back.book.tick(tick)).toEqual(pool.book.tick(tick));
  });
});

test('test_add_liquidity_out_of_bounds', () => {
  for (const [tickLow, tickHigh] of [[TICK_MIN - 1, TICK_MAX], [TICK_MIN, TICK_MAX + 1], [TICK_MIN - 100, TICK_MAX + 100], [-900, -1000], [-10_000, -10_000]] as const) {
    expect(computeAddLiquidity(fresh(), { tickLow, tickHigh, liquidity: 10n ** 9n })).toMatchObject({ ok: false, refusal: 'InvalidTickRange' });
  }
});

test('test_modify_position_basic', () => {
  const liquidity = 2_000_000_000n;
  const opened = open(fresh(), tickOfPrice(LOW), TICK_MAX, liquidity);
  const { pool } = trade(opened.pool, 'buy', liquidity / 10n);
  const first = moved(computeModifyPosition(pool, opened.position, -liquidity / 10n));
  near(first.alpha, 4e8, 4e6);
  expect([first.fees.tao > 0n, first.fees.alpha, first.removed, first.position.liquidity]).toEqual([true, 0n, false, (liquidity * 9n) / 10n]);
  const after = applyChange(pool, first.change);
  expect(pool.liquidity - after.liquidity).toBe(liquidity / 10n);
  expect(pool.book.tick(opened.position.tickLow)!.liquidityNet - after.book.tick(opened.position.tickLow)!.liquidityNet).toBe(liquidity / 10n);
  const second = moved(computeModifyPosition(after, first.position, -liquidity / 100n));
  near(second.alpha, 4e7, 4e6);
  expect(second.fees).toEqual({ tao: 0n, alpha: 0n });
  // Less than the least liquidity would stay: the position goes, the amounts follow what was asked.
  const rest = moved(computeModifyPosition(after, first.position, -(first.position.liquidity - 999n)));
  expect([rest.removed, rest.position.liquidity, rest.change.ticks.find(([index]) => index === opened.position.tickLow)]).toEqual([true, 0n, [opened.position.tickLow, undefined]]);
  expect(computeModifyPosition(after, first.position, -999n)).toMatchObject({ refusal: 'InvalidLiquidityValue' });
  expect(computeModifyPosition(after, first.position, -liquidity)).toMatchObject({ refusal: 'InsufficientLiquidity' });
});

describe('test_swap_basic', () => {
  it.each([['buy', 1_000n, 3_990], ['sell', 1_000n, 250], ['buy', 500_000_000n, 2_000_000_000]] as const)('%s %i', (direction, amountIn, out) => {
    const pool = fresh();
    const { swapped, pool: after } = trade(pool, direction, amountIn);
    near(swapped.amountPaidOut, out, Math.floor(out / 100));
    near(swapped.amountPaidIn, Number(amountIn), Number(amountIn) / 10);
    const fee = Math.floor((Number(amountIn) * 33) / 65_535);
    near(swapped.feePaid, fee, 1);
    near(BigInt(Math.floor(numberOf(direction === 'buy' ? after.feeGlobalTao : after.feeGlobalAlpha) * Number(pool.liquidity))), fee, 1);
    expect([after.liquidity, after.currentTick, priceOf(after) >= priceOf(pool)]).toEqual([pool.liquidity, sqrtPriceToTickBounded(after.sqrtPrice), direction === 'buy']);
    expect([TICK_MIN, TICK_MAX].map((tick) => after.book.tick(tick))).toEqual([TICK_MIN, TICK_MAX].map((tick) => pool.book.tick(tick)));
  });
});

function expectedOut(direction: SwapDirection, s: number, l: number, amount: number): number {
  return direction === 'buy' ? (l / (s * (s * l + amount))) * amount : ((s * l) / (l / s + amount)) * amount;
}

describe('test_swap_single_position', () => {
  const offsets = [
    [-0.1, 0.1, 500e9], [MIN_PRICE - 0.25, MAX_PRICE - 0.25, 2e9], [HIGH - 0.25, MAX_PRICE - 0.25, 2e9], [MIN_PRICE - 0.25, LOW - 0.25, 2e9], [-0.125, 0.25, 2e9],
    [-0.1, 0.1, 2e9], [-0.1, 0.1, 10e9], [-0.1, 0.1, 100e9], [-0.01, 0.01, 100e9], [-0.001, 0.001, 100e9],
  ] as const;
  it.each(offsets)('%d to %d of %d', (low, high, size) => {
    const { pool, position } = open(fresh(), tickOfPrice(0.25 + low), tickOfPrice(0.25 + high), BigInt(size));
    for (const fraction of [0.0001, 0.001, 0.01, 0.1, 0.2, 0.5]) {
      for (const direction of ['buy', 'sell'] as const) {
        const amount = Math.floor(fraction * size);
        const out = expectedOut(direction, numberOf(pool.sqrtPrice), Number(pool.liquidity), amount);
        const { swapped, pool: after } = trade(pool, direction, BigInt(amount));
        near(swapped.amountPaidOut, out, out / 10);
        expect(priceOf(after) > priceOf(pool)).toBe(direction === 'buy');
        const rate = 33 / 65_535;
        const fee = Math.floor(amount - amount / (1 + rate));
        near(swapped.feePaid, fee, fee / 10);
        expect(after.book.tick(position.tickLow)!.liquidityNet).toBe(pool.book.tick(position.tickLow)!.liquidityNet);
      }
    }
  });
});

test('test_swap_multiple_positions', () => {
  const rows = [
    [-0.1, 0.1, 500e9], [MIN_PRICE - 0.25, MAX_PRICE - 0.25, 2e9], [0, MAX_PRICE - 0.25, 2e9], [MIN_PRICE - 0.25, 0, 2e9], [-0.125, 0.25, 2e9], [-0.1, 0.1, 2e9], [-0.1, 0.1, 10e9],
    [-0.1, 0.1, 100e9], [-0.01, 0.01, 100e9], [-0.001, 0.001, 100e9], [0.01, 0.02, 100e9], [0.02, 0.03, 100e9], [0.03, 0.04, 100e9], [0.03, 0.05, 100e9], [-0.02, -0.01, 100e9],
    [-0.03, -0.02, 100e9], [-0.04, -0.03, 100e9], [-0.05, -0.03, 100e9],
  ] as const;
  let pool = fresh();
  for (const [low, high, size] of rows) ({ pool } = open(pool, tickOfPrice(0.25 + low), tickOfPrice(0.25 + high), BigInt(size)));
  for (const amount of [100_000n, 1_000_000n, 10_000_000n, 100_000_000n, 200_000_000n, 500_000_000n, 1_000_000_000n, 10_000_000_000n]) {
    for (const direction of ['buy', 'sell'] as const) {
      const out = expectedOut(direction, numberOf(pool.sqrtPrice), Number(pool.liquidity), Number(amount));
      const { swapped, pool: after } = trade(pool, direction, amount);
      near(swapped.amountPaidOut, out, out / 10);
      near(swapped.amountPaidIn, Number(amount), Number(amount) / 100);
      expect(priceOf(after) > priceOf(pool)).toBe(direction === 'buy');
      pool = after;
    }
  }
  expect(Math.abs(priceOf(pool) - 0.25)).toBeLessThan(0.025);
});

test('test_swap_precision_edge_case', () => {
  const pool = begun(newPool(10_000n, 10_000n));
  const limitPrice = U64F64.saturatingMul(tickToSqrtPriceBounded(TICK_MIN), tickToSqrtPriceBounded(TICK_MIN));
  expect(concentrated.swap(pool, { direction: 'sell', amountIn: 10n ** 18n, limitPrice, dropFees: false })).toMatchObject({ ok: true, amountPaidOut: 9_999n });
});

describe('test_convert_deltas', () => {
  const U64 = 2n ** 64n - 1n;
  const [low, high] = [tickToSqrtPriceBounded(TICK_MIN), tickToSqrtPriceBounded(TICK_MAX)];
  it.each([
    [fixedOf(1.5), 1n, 0n, 2n], [fixedOf(1.5), 10_000n, 4_444n, 22_500n], [fixedOf(1.5), 1_000_000n, 444_444n, 2_250_000n], [fixedOf(1.5), U64, 2_000_000_000_000n, 3_000_000_000_000n],
    [low, 1n, 18406523739291577836n, 465n], [low, 10_000n, U64, 465n], [low, 1_000_000n, U64, 465n], [low, U64, U64, 464n],
    [high, 1n, 0n, 18406523745214495085n], [high, 10_000n, 0n, U64], [high, 1_000_000n, 0n, U64], [high, U64, 2_000_000_000_000n, U64],
  ])('√price %i, %i in', (sqrtPrice, amountIn, bought, sold) => {
    for (const [direction, expected] of [['buy', bought], ['sell', sold]] as const) {
      const out = computeStepOut(direction, L, sqrtPrice, amountIn);
      expect(out >= expected - 2n && out <= expected + 2n, `${direction} ${out}`).toBe(true);
    }
  });
});

test('test_swap_fee_correctness, test_new_lp_doesnt_get_old_fees', () => {
  const first = open(fresh(), TICK_MIN, TICK_MAX, L);
  const pool = trade(trade(first.pool, 'buy', L / 10n).pool, 'sell', L / 10n).pool;
  const { fees } = moved(computeRemoveLiquidity(pool, first.position));
  const half = Math.floor((33 / 65_535) * Number(L / 10n) * 0.5);
  near(fees.tao, half, 1);
  near(fees.alpha, half, 1);
  const second = open(pool, TICK_MIN + 1, TICK_MAX - 1, L);
  expect(moved(computeRemoveLiquidity(second.pool, second.position)).fees).toEqual({ tao: 0n, alpha: 0n });
});

test('test_current_liquidity_updates', () => {
  const pool = fresh();
  for (const [low, high, updates] of [[0.5, 0.75, false], [0.25 / 3, 0.125, false], [HIGH, 0.75, false], [LOW, 0.75, true], [0.25, 0.75, true], [0.125, 0.25, false]] as const) {
    expect(open(pool, tickOfPrice(low), tickOfPrice(high), 10n ** 9n).pool.liquidity - pool.liquidity, `${low} ${high}`).toBe(updates ? 10n ** 9n : 0n);
  }
});

test('test_wrapping_fees', () => {
  const first = open(begun(newPool(10n ** 11n, 4n * 10n ** 11n)), tickOfPrice(0.2), tickOfPrice(0.255), 10n ** 9n);
  const pool = trade(trade(first.pool, 'sell', 800_000_000n).pool, 'buy', 1_850_000_000n).pool;
  const second = open(pool, tickOfPrice(0.255), tickOfPrice(0.257), 10n ** 9n);
  const after = trade(second.pool, 'sell', 1_800_000_000n).pool;
  const { fees } = moved(computeRemoveLiquidity(after, second.position));
  const [low, high] = [second.position.tickLow, second.position.tickHigh].map(tickToSqrtPriceBounded) as [U64F64, U64F64];
  const inside = (price: U64F64) => numberOf(U64F64.clamp(price, low, high));
  const rate = 33 / 65_535;
  const perUnit = rate / (1 - rate);
  const alpha = perUnit * 1e9 * (1 / inside(after.sqrtPrice) - 1 / inside(second.pool.sqrtPrice));
  near(fees.tao, 0, 1);
  near(fees.alpha, Math.floor(alpha), 1);
  expect(alpha).toBeGreaterThan(1);
});

test('test_less_price_movement', () => {
  for (const direction of ['buy', 'sell'] as const) {
    const start = trade(fresh(), 'buy', 1_000_000_000n).pool;
    const price = priceOf(start);
    const provided = open(start, tickOfPrice(price * 0.5), tickOfPrice(price * 1.5), 10n ** 12n).pool;
    const [bare, deep] = [start, provided].map((pool) => priceOf(trade(pool, direction, 1_000_000n).pool)) as [number, number];
    expect(deep < bare).toBe(direction === 'buy');
  }
});

describe('get_proportional_alpha_tao_and_remainders', () => {
  it.each([
    [1, 10n, 3n, [3n, 3n, 7n, 0n]], [1, 5n, 10n, [5n, 5n, 0n, 5n]], [2, 85n, 20n, [80n, 20n, 5n, 0n]], [2, 50n, 20n, [50n, 12n, 0n, 8n]], [0, 42n, 17n, [0n, 17n, 42n, 0n]],
    [2, 13n, 100n, [13n, 3n, 0n, 97n]], [1, 9n, 9n, [9n, 9n, 0n, 0n]], [1, 0n, 7n, [0n, 0n, 0n, 7n]], [1, 7n, 0n, [0n, 0n, 7n, 0n]], [1, 0n, 0n, [0n, 0n, 0n, 0n]],
  ] as const)('√price %i, %i TAO, %i alpha', (root, tao, alpha, expected) => {
    const { used, scraps } = splitAtPrice(U64F64.fromInt(root), { tao, alpha });
    expect([used.tao, used.alpha, scraps.tao, scraps.alpha]).toEqual(expected);
  });
});

describe('the protocol\'s position', () => {
  it('adjust_protocol_liquidity_uses_and_sets_scrap_reservoirs', () => {
    const pool = { ...fresh(), sqrtPrice: U64F64.one, currentTick: 0 };
    const empty = { tickLow: TICK_MIN, tickHigh: TICK_MAX, liquidity: 0n, feesTao: I64F64.zero, feesAlpha: I64F64.zero };
    const adjusted = adjustProtocolPosition(pool, empty, { tao: 0n, alpha: 0n }, { tao: 7n, alpha: 5n });
    expect([adjusted.scraps, adjusted.position.liquidity]).toEqual([{ tao: 2n, alpha: 0n }, 5n]);
  });

  it('takes its fees and what is injected in, and leaves price and other positions alone', () => {
    const opened = open(fresh(), -20_000, 20_000, 10n ** 12n);
    const pool = trade(trade(opened.pool, 'buy', 10n ** 11n).pool, 'sell', 3n * 10n ** 11n).pool;
    const protocol = { tickLow: TICK_MIN, tickHigh: TICK_MAX, liquidity: L, feesTao: I64F64.zero, feesAlpha: I64F64.zero };
    const owed = moved(computeRemoveLiquidity(pool, protocol)).fees;
    const user = moved(computeRemoveLiquidity(pool, opened.position));
    const injected = { tao: 5n * 10n ** 8n, alpha: 10n ** 9n };
    const adjusted = adjustProtocolPosition(pool, protocol, injected, { tao: 3n, alpha: 4n });
    const after = applyChange(pool, adjusted.change);
    expect(after.liquidity - pool.liquidity).toBe(adjusted.position.liquidity - L);
    expect([after.sqrtPrice, after.currentTick]).toEqual([pool.sqrtPrice, pool.currentTick]);
    expect(moved(computeRemoveLiquidity(after, opened.position))).toMatchObject({ tao: user.tao, alpha: user.alpha, fees: user.fees });
    const held = computeTokenAmounts(adjusted.position, after.sqrtPrice)!;
    const before = computeTokenAmounts(protocol, pool.sqrtPrice)!;
    // What came in is in the position or among the scraps. L is found as if prices had no end, which costs up to L·√(lowest price), 465 here.
    const lost = before.tao + injected.tao + owed.tao + 3n - held.tao - adjusted.scraps.tao;
    expect(lost >= 0n && lost < 465n, `${lost}`).toBe(true);
    expect(moved(computeRemoveLiquidity(after, adjusted.position)).fees).toEqual({ tao: 0n, alpha: 0n });
  });
});

describe('a pool that begins at a price', () => {
  it('of its reserves is the ordinary beginning', () => {
    const pool = newPool(TAO, ALPHA);
    expect(applyChange(pool, computeInitialization(pool, U64F64.fromRational(1n, 4n)))).toEqual(begun(pool));
  });
  it('beside its reserves keeps what does not fit as scraps, and can pay its position out', () => {
    for (const price of ['0.1', '0.2', '0.3', '1', '17', '0.00001']) {
      const pool = newPool(TAO, ALPHA);
      const change = computeInitialization(pool, U64F64.fromLiteral(price));
      const after = applyChange(pool, change);
      expect(Math.abs(priceOf(after) / Number(price) - 1)).toBeLessThan(1e-5);
      const held = computeTokenAmounts(change.protocolPosition!, after.sqrtPrice)!;
      expect(held.tao + change.scraps!.tao <= TAO && held.alpha + change.scraps!.alpha <= ALPHA).toBe(true);
      expect(held.tao + change.scraps!.tao > TAO - 10_000n || held.alpha + change.scraps!.alpha > ALPHA - 10_000n).toBe(true);
    }
  });
});

test('refuses in upstream\'s order', () => {
  const limit = (rao: bigint) => limitPriceOfRao(rao);
  const poor = { ...newPool(10n, ALPHA), reserveMinRao: 1_000n };
  expect(concentrated.swap(poor, { direction: 'sell', amountIn: 1n, limitPrice: limit(10n ** 15n), dropFees: true })).toMatchObject({ refusal: 'ReservesTooLow' });
  expect(concentrated.swap(fresh(), { direction: 'buy', amountIn: 1n, limitPrice: limit(249_999_990n), dropFees: true })).toMatchObject({ refusal: 'PriceLimitExceeded' });
  expect(concentrated.swap(fresh(), { direction: 'sell', amountIn: 1n, limitPrice: limit(250_000_010n), dropFees: true })).toMatchObject({ refusal: 'PriceLimitExceeded' });
  // More in the position than in the reserves, as fees taken in make it.
  const lagging = { ...fresh(), taoReserveRao: 10n ** 6n };
  expect(concentrated.swap(lagging, { direction: 'sell', amountIn: ALPHA, limitPrice: U64F64.zero, dropFees: true })).toMatchObject({ refusal: 'InsufficientLiquidity' });
  expect(concentrated.simSwap(lagging, 'sell', ALPHA)).toMatchObject({ ok: true });
  // Ticks crossed one by one, more than a swap may.
  let pool = begun(newPool(10n ** 7n, 10n ** 7n));
  for (let tick = 1; tick <= 1_001; tick++) ({ pool } = open(pool, tick, tick + 1, 10n ** 6n));
  expect(concentrated.simSwap(pool, 'buy', 10n ** 12n)).toMatchObject({ refusal: 'TooManySwapSteps' });
});
