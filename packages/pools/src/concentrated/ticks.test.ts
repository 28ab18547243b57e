/** Expectations of upstream's tests, under their names. source: pallets/swap/src/tick.rs @ 459fa72 */

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { U64F64 } from '@taonet/primitives';
import {
  closestHigherTick, closestLowerTick, insertTick, isTickActive, removeTick, sqrtPriceToTick, sqrtPriceToTickBounded, sqrtRatioAtTick, TICK_MAX, TICK_MIN, tickAtSqrtRatio,
  tickToSqrtPrice, tickToSqrtPriceBounded, type BitmapLayer, type BitmapWriter,
} from '../index.ts';

const fixedOf = (x: number): U64F64 => U64F64.saturatingFromBits(BigInt(Math.round(x * 2 ** 64)));
const numberOf = (x: bigint): number => Number(x) / 2 ** 64;

describe('test_get_sqrt_ratio_at_tick_values', () => {
  test.each([
    [-887_272, 4295128739n], [-887_271, 4295343490n], [50, 79426470787362580746886972461n], [100, 79625275426524748796330556128n], [250, 80224679980005306637834519095n],
    [500, 81233731461783161732293370115n], [1000, 83290069058676223003182343270n], [2500, 89776708723587163891445672585n], [3000, 92049301871182272007977902845n],
    [4000, 96768528593268422080558758223n], [5000, 101729702841318637793976746270n], [50_000, 965075977353221155028623082916n],
    [150_000, 143194173941309278083010301478497n], [250_000, 21246587762933397357449903968194344n], [500_000, 5697689776495288729098254600827762987878n],
    [738_203, 847134979253254120489401328389043031315994541n], [887_271, 1461373636630004318706518188784493106690254656249n],
    [887_272, 1461446703485210103287273052203988822378723970342n],
  ])('tick %i', (tick, ratio) => expect(sqrtRatioAtTick(tick)).toBe(ratio));
});

test('test_get_sqrt_ratio_at_tick_bounds, test_get_tick_at_sqrt_ratio', () => {
  expect([sqrtRatioAtTick(-887_273), sqrtRatioAtTick(887_273)]).toEqual([undefined, undefined]);
  expect([4295128738n, 1461446703485210103287273052203988822378723970342n].map(tickAtSqrtRatio)).toEqual([undefined, undefined]);
  expect([4295128739n, 4295343490n].map(tickAtSqrtRatio)).toEqual([-887_272, -887_271]);
});

test('test_roundtrip, test_roundtrip_tick_index_sqrt_price', () => {
  for (const tick of [-887_271, -1000, -100, -10, -4, -2, 0, 2, 4, 10, 100, 1000, 887_271]) expect(tickAtSqrtRatio(sqrtRatioAtTick(tick)!)).toBe(tick);
  for (const tick of [TICK_MIN, -1000, -100, -10, -4, -2, 0, 2, 4, 10, 100, 1000, TICK_MAX]) expect(sqrtPriceToTick(tickToSqrtPrice(tick)!)).toBe(tick);
});

test('test_tick_index_to_sqrt_price, test_to_sqrt_price_bounded', () => {
  expect(tickToSqrtPrice(0)).toBe(U64F64.one);
  expect([TICK_MIN - 1, TICK_MAX + 1].map(tickToSqrtPrice)).toEqual([undefined, undefined]);
  for (const [tick, power] of [[2, 1], [4, 2], [10, 5]] as const) expect(Math.abs(numberOf(tickToSqrtPrice(tick)!) - 1.0001 ** power)).toBeLessThan(1e-10);
  expect([TICK_MIN, TICK_MAX].map(tickToSqrtPriceBounded)).toEqual([TICK_MIN, TICK_MAX].map(tickToSqrtPrice));
  for (const [inside, outside] of [[TICK_MAX, TICK_MAX + 1], [TICK_MIN, TICK_MIN - 1]] as const) {
    expect(Math.abs(numberOf(tickToSqrtPrice(inside)!) - numberOf(tickToSqrtPriceBounded(outside)))).toBeLessThan(1e-6);
  }
});

test('test_price_tick_price_roundtrip', () => {
  const price = fixedOf(0.500_000_512_192_122_7);
  const tick = sqrtPriceToTick(price)!;
  expect(tickToSqrtPrice(tick)! <= price).toBe(true);
  expect(sqrtPriceToTick(tickToSqrtPrice(tick)!)).toBe(tick);
});

test('a price lies in the interval of its tick; beyond all ticks it has the last one', () => {
  fc.assert(fc.property(fc.bigInt({ min: tickToSqrtPrice(TICK_MIN)!, max: tickToSqrtPrice(TICK_MAX)! - 1n }), (bits) => {
    const price = U64F64.fromBits(bits);
    const tick = sqrtPriceToTick(price)!;
    // Ratios are rounded up to 2⁻⁶⁴ for prices, so the interval's ends may be one unit above the bare ones.
    expect(sqrtRatioAtTick(tick)! <= price << 32n && sqrtRatioAtTick(tick + 1)! > price << 32n).toBe(true);
  }), { numRuns: 300 });
  expect([U64F64.zero, U64F64.max].map(sqrtPriceToTickBounded)).toEqual([TICK_MIN, TICK_MAX]);
  expect([U64F64.zero, U64F64.max].map(sqrtPriceToTick)).toEqual([undefined, undefined]);
});

function memoryBitmap(): BitmapWriter & { readonly words: Map<string, bigint> } {
  const words = new Map<string, bigint>();
  const key = (layer: BitmapLayer, index: number) => `${layer}/${index}`;
  return { words, word: (layer, index) => words.get(key(layer, index)) ?? 0n, setWord: (layer, index, bits) => void words.set(key(layer, index), bits) };
}

describe('ticks in use', () => {
  it('test_tick_search_basic, test_tick_remove_basic', () => {
    const bitmap = memoryBitmap();
    insertTick(bitmap, TICK_MIN);
    for (const from of [TICK_MIN, TICK_MAX, TICK_MAX / 2, TICK_MAX - 1, TICK_MIN + 1]) expect(closestLowerTick(bitmap, from)).toBe(TICK_MIN);
    expect([TICK_MIN, TICK_MAX, TICK_MAX / 2, TICK_MAX - 1, TICK_MIN + 1].map((from) => closestHigherTick(bitmap, from))).toEqual([TICK_MIN, undefined, undefined, undefined, undefined]);
    insertTick(bitmap, TICK_MAX);
    expect([TICK_MIN, TICK_MAX, TICK_MAX - 1].map((from) => closestLowerTick(bitmap, from))).toEqual([TICK_MIN, TICK_MAX, TICK_MIN]);
    removeTick(bitmap, TICK_MAX);
    expect([closestLowerTick(bitmap, TICK_MAX), closestHigherTick(bitmap, TICK_MAX)]).toEqual([TICK_MIN, undefined]);
    expect([...bitmap.words.values()].filter((word) => word === 0n).length).toBe(2);
    expect([TICK_MIN - 1, TICK_MAX + 1].map((from) => closestLowerTick(bitmap, from))).toEqual([undefined, undefined]);
  });

  it('test_tick_search_full_range, test_tick_remove_full_range', () => {
    const bitmap = memoryBitmap();
    const step = 1019;
    const count = Math.trunc((TICK_MAX - TICK_MIN) / step);
    for (let i = 0; i <= count; i++) insertTick(bitmap, TICK_MIN + i * step);
    for (let i = 1; i < count; i++) {
      const at = TICK_MIN + i * step;
      expect([at - step, at, at + step - 1, at + 509].map((from) => closestLowerTick(bitmap, from))).toEqual([at - step, at, at, at]);
      expect([at, at + step, at + 509, at + 1018, at - 1].map((from) => closestHigherTick(bitmap, from))).toEqual([at, at + step, at + step, at + step, at]);
      if (i % 5 === 0) removeTick(bitmap, at);
      if (i % 5 === 0) expect([isTickActive(bitmap, at), closestHigherTick(bitmap, at)]).toEqual([false, at + step]);
      if (i % 5 === 0) insertTick(bitmap, at);
    }
  });

  it('finds what a search through all would find', () => {
    const tick = fc.oneof(fc.integer({ min: -300, max: 300 }), fc.integer({ min: TICK_MIN, max: TICK_MAX }), fc.constantFrom(TICK_MIN, TICK_MAX));
    fc.assert(fc.property(fc.array(fc.tuple(tick, fc.boolean()), { maxLength: 40 }), fc.array(tick, { maxLength: 20 }), (changes, asked) => {
      const bitmap = memoryBitmap();
      const active = new Set<number>();
      for (const [at, added] of changes) {
        (added ? insertTick : removeTick)(bitmap, at);
        if (added) active.add(at);
        else active.delete(at);
      }
      for (const from of asked) {
        const below = [...active].filter((at) => at <= from);
        const above = [...active].filter((at) => at >= from);
        expect(closestLowerTick(bitmap, from)).toBe(below.length === 0 ? undefined : Math.max(...below));
        expect(closestHigherTick(bitmap, from)).toBe(above.length === 0 ? undefined : Math.min(...above));
      }
    }), { numRuns: 200 });
  });
});
