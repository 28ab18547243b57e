import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { powBySeries } from './powBySeries.ts';
import { powEnclosure } from './powEnclosure.ts';
import { powRatioScaled, powRatioScaledOracle } from './powRatioScaled.ts';

const SCALE = 10n ** 18n;
/** Integers of every size up to `bits`, small ones as often as large ones. */
const sized = (bits: number) => fc.integer({ min: 1, max: bits }).chain((n) => fc.bigInt({ min: 1n, max: (1n << BigInt(n)) - 1n }));
const weight = fc.bigInt({ min: SCALE / 100n, max: SCALE - SCALE / 100n });
const nearHalf = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((d) => SCALE / 2n + d);

describe('powRatioScaled', () => {
  it('equals the exact forms for pool-like exponents', () => {
    fc.assert(fc.property(sized(64), sized(64), fc.oneof(weight, nearHalf), (x, dx, w) => {
      const question = { baseNum: x, baseDen: x + dx, expNum: w, expDen: SCALE - w, precision: 256, scale: SCALE };
      expect(powRatioScaled(question)).toBe(powRatioScaledOracle(question));
    }), { numRuns: 300 });
  });

  it('equals the exact forms for limit prices', () => {
    fc.assert(fc.property(sized(128), sized(128), fc.oneof(weight, nearHalf), (a, b, w) => {
      const question = { baseNum: a > b ? a : b, baseDen: a > b ? b : a, expNum: w, expDen: SCALE, precision: 1024, scale: SCALE };
      expect(powRatioScaled(question)).toBe(powRatioScaledOracle(question));
    }), { numRuns: 60 });
  });

  it('equals the exact forms for bases close to one', () => {
    fc.assert(fc.property(sized(64), sized(8), fc.boolean(), fc.oneof(weight, nearHalf), (x, d, up, w) => {
      const base = x + 1n;
      const question = { baseNum: up ? base + d : base, baseDen: up ? base : base + d, expNum: w, expDen: SCALE - w, precision: 256, scale: SCALE };
      expect(powRatioScaled(question)).toBe(powRatioScaledOracle(question));
    }), { numRuns: 200 });
  });

  it('equals the exact roots, perfect powers included', () => {
    const small = fc.bigInt({ min: 1n, max: 24n });
    fc.assert(fc.property(sized(30), sized(30), small, small, fc.boolean(), (a, b, p, q, perfect) => {
      const question = { baseNum: perfect ? a ** q : a, baseDen: perfect ? b ** q : b, expNum: p, expDen: q, precision: 256, scale: SCALE };
      expect(powRatioScaled(question)).toBe(powRatioScaledOracle(question));
    }), { numRuns: 200 });
  });

  it('encloses the series form, not only its floor', () => {
    // A scale of 2^120 shows 60 more bits of it than the pools ask for.
    const scale = 1n << 120n;
    fc.assert(fc.property(sized(64), sized(64), weight, (a, b, w) => {
      const question = { baseNum: a, baseDen: b, precision: 256, scale };
      const ends = powEnclosure(question, w, SCALE - w, 'series');
      if (ends === undefined) return;
      const series = powBySeries(question, w, SCALE - w);
      expect(ends.low <= series && series <= ends.high).toBe(true);
    }), { numRuns: 300 });
  });

  it.each([
    // published by upstream's own tests
    [21n * 10n ** 15n, 28n * 10n ** 15n, 6n * 10n ** 17n, 4n * 10n ** 17n, 256, 649_519_052_838_328_985n],
    [21n * 10n ** 15n, 21n * 10n ** 15n + 100n, 499_999_999_999_500_000n, 500_000_000_000_500_000n, 256, 999_999_999_999_995_238n],
    [21n * 10n ** 15n, 21n * 10n ** 15n + 100n, 500_000_000_000_250_000n, 499_999_999_999_750_000n, 256, 999_999_999_999_995_238n],
    [21n * 10n ** 15n, 21n * 10n ** 15n + 1n, 499_999_999_500_000_000n, 500_000_000_500_000_000n, 256, 999_999_999_999_999_952n],
  ])('(%s/%s)^(%s/%s) at %s bits', (baseNum, baseDen, expNum, expDen, precision, expected) => {
    expect(powRatioScaled({ baseNum, baseDen, expNum, expDen, precision, scale: SCALE })).toBe(expected);
  });

  it('answers the edge cases as upstream does', () => {
    const plain = { baseNum: 3n, baseDen: 2n, expNum: 1n, expDen: 2n, precision: 256, scale: SCALE };
    expect(powRatioScaled({ ...plain, baseDen: 0n })).toBeUndefined();
    expect(powRatioScaled({ ...plain, expDen: 0n })).toBeUndefined();
    expect(powRatioScaled({ ...plain, baseNum: 0n })).toBe(0n);
    expect(powRatioScaled({ ...plain, expNum: 0n })).toBe(SCALE);
    expect(powRatioScaled({ ...plain, baseNum: 2n })).toBe(SCALE);
  });
});
