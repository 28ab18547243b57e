import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  SAFE_FLOAT_MAX, SAFE_FLOAT_ZERO, safeFloat, safeFloatAdd, safeFloatDiv, safeFloatFromU64, safeFloatFromU64F64, safeFloatGreater, safeFloatMulDiv,
  safeFloatSub, safeFloatToU64, type SafeFloat,
} from './safeFloat.ts';
import { U64F64 } from './fixed/formats.ts';
import { U64_MAX } from './units.ts';

const value = fc.tuple(fc.integer({ min: 1, max: 70 }).chain((n) => fc.bigInt({ min: 0n, max: (1n << BigInt(n)) - 1n })), fc.bigInt({ min: -30n, max: 10n }))
  .map(([mantissa, exponent]) => safeFloat(mantissa > SAFE_FLOAT_MAX ? SAFE_FLOAT_MAX : mantissa, exponent)!);
const nonZero = value.filter(({ mantissa }) => mantissa !== 0n);
const u64 = fc.bigInt({ min: 0n, max: U64_MAX });

/** The value as an integer multiple of 10⁻²⁵⁰. */
const exact = ({ mantissa, exponent }: SafeFloat): bigint => mantissa * 10n ** (exponent + 250n);
const isNormal = ({ mantissa, exponent }: SafeFloat): boolean => (mantissa === 0n ? exponent === 0n : mantissa > 10n ** 20n && mantissa <= SAFE_FLOAT_MAX);
/** Within one unit of the 20th digit, and not above. */
const isFlooredFrom = (got: SafeFloat, true_: bigint): boolean => exact(got) <= true_ && (true_ - exact(got)) * 10n ** 19n <= true_;

describe('SafeFloat', () => {
  it('adds, subtracts, divides to 20 digits, rounding down, in normal form', () => {
    fc.assert(fc.property(value, value, (a, b) => {
      const sum = safeFloatAdd(a, b)!;
      expect(isNormal(sum) && isFlooredFrom(sum, exact(a) + exact(b))).toBe(true);
      if (exact(a) >= exact(b) && a.mantissa !== 0n) {
        const difference = safeFloatSub(a, b)!;
        expect(isNormal(difference)).toBe(true);
        // The smaller operand loses its digits, so a difference comes out too large, by less than one unit of the larger one's last digit.
        const error = exact(difference) - (exact(a) - exact(b));
        expect(error >= -exact(a) / 10n ** 20n && error * 10n ** 20n <= exact(a)).toBe(true);
      }
    }));
  });

  it('multiplies and divides with one floor', () => {
    fc.assert(fc.property(value, value, nonZero, (a, b, c) => {
      const got = safeFloatMulDiv(a, b, c)!;
      expect(isNormal(got)).toBe(true);
      const left = exact(got) * exact(c);
      const right = exact(a) * exact(b);
      expect(left <= right && (right - left) * 10n ** 18n <= right).toBe(true);
      const quotient = safeFloatDiv(a, c)!;
      expect(exact(quotient) * exact(c) <= exact(a) * 10n ** 250n).toBe(true);
    }));
  });

  it('carries every u64 there and back', () => {
    fc.assert(fc.property(u64, (n) => {
      expect(safeFloatToU64(safeFloatFromU64(n))).toBe(n);
      expect(safeFloatToU64(safeFloatFromU64F64(U64F64.fromInt(n)))).toBe(n);
    }));
  });

  it('orders as the values do', () => {
    fc.assert(fc.property(nonZero, nonZero, (a, b) => {
      expect(safeFloatGreater(a, b)).toBe(exact(a) > exact(b));
    }));
  });

  it.each([
    [1n, 0n, 10n ** 21n, -21n], [10n, 0n, 10n ** 21n, -20n], [1000n, 0n, 10n ** 21n, -18n],
    [10n ** 20n, 0n, 10n ** 21n, -1n], [10n ** 21n, 0n, 10n ** 21n, 0n], [2n, 0n, 2n * 10n ** 20n, -20n],
  ])('normal form of %s·10^%s', (mantissa, exponent, m, e) => {
    expect(safeFloat(mantissa, exponent)).toEqual({ mantissa: m, exponent: e });
  });

  it('refuses what has no value', () => {
    expect(safeFloat(SAFE_FLOAT_MAX + 1n, 0n)).toBeUndefined();
    expect(safeFloatDiv(safeFloatFromU64(1n), SAFE_FLOAT_ZERO)).toBeUndefined();
    expect(safeFloatMulDiv(safeFloatFromU64(1n), safeFloatFromU64(1n), SAFE_FLOAT_ZERO)).toBeUndefined();
    expect(safeFloatSub(SAFE_FLOAT_ZERO, safeFloatFromU64(1n))).toBeUndefined();
    expect(safeFloat(1n, -(1n << 63n))).toBeUndefined();
  });
});
