import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { I32F32, I64F64, I96F32, U110F18, U64F64, U96F32 } from './formats.ts';
import type { Fixed, FixedFormat } from './format.ts';
import { fixedLog2, fixedLog2Floor } from './transcendental.ts';
import { f64RatioOf } from './rational.ts';

const FORMATS = [I32F32, I64F64, I96F32, U64F64, U96F32, U110F18] as unknown as readonly FixedFormat<string>[];
type F = Fixed<string>;

/** Bits of every magnitude, both ends and the neighbourhood of zero and one among them. */
const bitsOf = (format: FixedFormat<string>) => {
  const width = format.int + format.frac;
  const sized = fc.integer({ min: 0, max: width }).chain((n) => fc.bigInt({ min: 0n, max: (1n << BigInt(n)) - 1n }));
  const signed = fc.tuple(sized, fc.boolean()).map(([v, negative]) => format.saturatingFromBits(negative ? -v : v));
  return fc.oneof(signed, fc.constantFrom(format.min, format.max, format.zero, format.one, format.delta));
};

/** ⌊p/q⌋ and the quotient towards zero, by definition. */
const floorDiv = (p: bigint, q: bigint): bigint => {
  const t = p / q;
  return p % q !== 0n && p < 0n !== q < 0n ? t - 1n : t;
};

for (const format of FORMATS) {
  const one = 1n << BigInt(format.frac);
  const width = format.int + format.frac;
  const wrap = (v: bigint) => (format.signed ? BigInt.asIntN(width, v) : BigInt.asUintN(width, v));
  const clamp = (v: bigint) => (v > format.max ? format.max : v < format.min ? format.min : v);
  const fits = (v: bigint) => v <= format.max && v >= format.min;
  const pair = fc.tuple(bitsOf(format), bitsOf(format)) as fc.Arbitrary<[F, F]>;

  describe(format.name, () => {
    it('adds, subtracts, multiplies, divides as exact rationals, then floors or truncates, then clamps, wraps or refuses', () => {
      fc.assert(fc.property(pair, ([a, b]) => {
        const exact: readonly (readonly [string, bigint | undefined])[] = [
          ['Add', a + b], ['Sub', a - b], ['Mul', floorDiv(a * b, one)], ['Div', b === 0n ? undefined : (a * one) / b],
        ];
        for (const [operation, bits] of exact) {
          const call = (prefix: string) => (format as unknown as Record<string, (x: F, y: F) => bigint | undefined>)[prefix + operation]!(a, b);
          if (bits === undefined) {
            expect(call('checked')).toBeUndefined();
            continue;
          }
          expect(call('saturating')).toBe(clamp(bits));
          expect(call('checked')).toBe(fits(bits) ? bits : undefined);
          expect(call('wrapping')).toBe(wrap(bits));
        }
        const quotient = b === 0n ? undefined : (a * one) / b;
        expect(format.safeDiv(a, b)).toBe(quotient !== undefined && fits(quotient) ? quotient : 0n);
        expect(format.safeDivOr(a, b, format.one)).toBe(quotient !== undefined && fits(quotient) ? quotient : format.one);
      }));
    });

    it('converts to integers by flooring and rounds ties away from zero', () => {
      fc.assert(fc.property(bitsOf(format) as fc.Arbitrary<F>, (a) => {
        expect(format.floorToInt(a)).toBe(floorDiv(a, one));
        const magnitude = ((a < 0n ? -a : a) + one / 2n) / one;
        expect(format.roundToInt(a)).toBe(a < 0n ? -magnitude : magnitude);
        const floored = floorDiv(a, one);
        expect(format.saturatingToU64(a)).toBe(floored < 0n ? 0n : floored >= 1n << 64n ? (1n << 64n) - 1n : floored);
        expect(format.floor(a) + format.fraction(a)).toBe(a);
      }));
    });

    it('converts to the other formats by dropping bits, then clamping', () => {
      fc.assert(fc.property(bitsOf(format) as fc.Arbitrary<F>, fc.constantFrom(...FORMATS), (a, other) => {
        const exact = floorDiv(a << BigInt(other.frac), one);
        expect(format.to(other, a)).toBe(exact > other.max ? other.max : exact < other.min ? other.min : exact);
        expect(format.checkedTo(other, a)).toBe(exact > other.max || exact < other.min ? undefined : exact);
      }));
    });

    it('takes rationals to the nearest value, ties to even', () => {
      fc.assert(fc.property(fc.bigInt({ min: 0n, max: 1n << 40n }), fc.bigInt({ min: 1n, max: 1n << 40n }), (p, q) => {
        const got: bigint = format.fromRational(p, q);
        if (got === format.max) return;
        const twiceError = 2n * (got * q - p * one);
        expect(twiceError <= q && twiceError >= -q).toBe(true);
        if (twiceError === q || twiceError === -q) expect(got & 1n).toBe(0n);
      }));
    });
  });
}

describe('literals', () => {
  it('are the bits upstream has', () => {
    expect(I96F32.fromLiteral('0.000003')).toBe(12885n);
    expect(I32F32.fromLiteral('-0.5')).toBe(-(1n << 31n));
    // 0.1 is not the nearest U64F64 to 1/10 but to the double nearest to 1/10.
    expect(U64F64.fromLiteral('0.1')).not.toBe(U64F64.fromRational(1n, 10n));
  });

  it('go through the double that the machine has', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), fc.integer({ min: 1, max: 1_000_000_000 }), (p, q) => {
      const ratio = f64RatioOf(BigInt(p), BigInt(q));
      const bytes = new DataView(new ArrayBuffer(8));
      bytes.setFloat64(0, p / q);
      const raw = bytes.getBigUint64(0);
      const exponent = Number((raw >> 52n) & 0x7ffn) - 1075;
      const mantissa = (raw & ((1n << 52n) - 1n)) | (1n << 52n);
      expect(ratio.p * (exponent < 0 ? 1n << BigInt(-exponent) : 1n)).toBe(ratio.q * mantissa * (exponent > 0 ? 1n << BigInt(exponent) : 1n));
    }));
  });

  it('log2: the whole part needs no fraction digits', () => {
    fc.assert(fc.property(fc.integer({ min: 33, max: 126 }).chain((n) => fc.bigInt({ min: 1n << 32n, max: 1n << BigInt(n) })), (bits) => {
      const a = I96F32.fromBits(bits);
      expect(fixedLog2Floor(I96F32, a)).toBe(Number(I96F32.floorToInt(fixedLog2(I96F32, a)!)));
    }));
  });
});
