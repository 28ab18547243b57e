import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountToText, tryParseAmount } from './amount.ts';
import { Perbill, Percent, Permill, Perquintill } from './perThing.ts';
import { checkedSubU64, mulDivCeil, mulDivFloor, saturatingAddU64, saturatingMulU64, saturatingSubU64 } from './saturating.ts';
import { compareNumbers, compareText, SortedMap } from './sortedMap.ts';
import { U64_MAX } from './units.ts';

describe('amounts', () => {
  it.each([
    ['1', 1_000_000_000n], ['0.5', 500_000_000n], ['τ3', 3_000_000_000n], ['1_000.25', 1_000_250_000_000n], ['0.000000001', 1n], ['18446744073.709551615', U64_MAX],
  ])('reads %s', (text, raw) => expect(tryParseAmount(text)).toBe(raw));

  it.each(['', '-1', '1.', '.5', '1e9', '0.0000000001', '18446744073.709551616', '1,000', 'x'])('refuses %j', (text) => expect(tryParseAmount(text)).toBeUndefined());

  it.each([
    [1n, {}, '0.000000001'], [1_500_000_000n, {}, '1.500000000'], [1_500_000_000n, { trim: true }, '1.5'], [3_000_000_000n, { trim: true }, '3'],
    [-1_234_567_000_000_001n, { group: true }, '-1,234,567.000000001'], [0n, { trim: true }, '0'],
  ])('prints %s %j', (raw, form, text) => expect(amountToText(raw, form)).toBe(text));

  it('round trip', () => fc.assert(fc.property(fc.bigInt({ min: 0n, max: U64_MAX }), fc.boolean(), (raw, trim) => tryParseAmount(amountToText(raw, { trim })) === raw)));
});

describe('parts of a whole', () => {
  it('from ratios, floored, at most the whole', () => {
    expect(Perquintill.fromRational(1n, 3n)).toBe(333_333_333_333_333_333n);
    expect(Perquintill.fromRational(2n, 1n)).toBe(Perquintill.one);
    expect(Perquintill.fromRational(0n, 0n)).toBe(Perquintill.one);
    expect([Perbill.fromPercent(75), Permill.fromPercent(5), Percent.fromPercent(120)]).toEqual([750_000_000, 50_000, 100]);
  });

  it('times an integer: nearest with ties down, floor, ceil', () => {
    expect([Perbill.mulNearest(500_000_000, 1n), Perbill.mulNearest(500_000_000, 3n), Perbill.mulNearest(500_000_001, 3n)]).toEqual([0n, 1n, 2n]);
    expect([Percent.mulFloor(33, 10n), Percent.mulCeil(33, 10n), Percent.leftFromOne(33)]).toEqual([3n, 4n, 67]);
  });
});

describe('clamped integers', () => {
  it('stay in u64', () => {
    expect([saturatingAddU64(U64_MAX, 1n), saturatingSubU64(1n, 2n), saturatingMulU64(U64_MAX, 2n), checkedSubU64(1n, 2n)]).toEqual([U64_MAX, 0n, U64_MAX, undefined]);
    expect([mulDivFloor(10n, 10n, 7n), mulDivCeil(10n, 10n, 7n)]).toEqual([14n, 15n]);
  });
});

describe('SortedMap', () => {
  it('is a Map whose order is the order of its keys', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.option(fc.integer()))), (steps) => {
      const model = new Map<number, number>();
      const map = new SortedMap<number, number>(compareNumbers);
      for (const [key, value] of steps) {
        if (value === null) expect(map.delete(key)).toBe(model.delete(key));
        else {
          map.set(key, value);
          model.set(key, value);
        }
        expect([map.get(key), map.has(key), map.size]).toEqual([model.get(key), model.has(key), model.size]);
      }
      expect([...map]).toEqual([...model].sort(([a], [b]) => a - b));
      expect([map.keys(), map.values()]).toEqual([[...map].map(([k]) => k), [...map].map(([, v]) => v)]);
    }));
  });

  it('orders text by its units and updates in place', () => {
    const map = new SortedMap<string, number>(compareText, [['b', 1], ['a', 2], ['B', 3]]);
    map.update('a', (old) => (old ?? 0) + 1).update('c', (old) => old ?? 9);
    expect([...map]).toEqual([['B', 3], ['a', 3], ['b', 1], ['c', 9]]);
  });
});
