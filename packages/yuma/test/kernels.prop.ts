import { I32F32, fixedExp } from '@taonet/primitives';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ONE, wrappingSum, type X32 } from '../src/bits.ts';
import { exp, expSafe } from '../src/exp.ts';
import { densify, type SparseRow } from '../src/sparse.ts';
import { matEma } from '../src/ema.ts';
import { isTopk, isTopkNonzero, normalize } from '../src/vector.ts';
import { vecU16MaxUpscaleToU16 } from '../src/upscale.ts';
import { weightedMedian } from '../src/weightedMedian.ts';

const share = fc.oneof(fc.constantFrom(0n, 1n, 1n << 31n, 1n << 32n), fc.bigInt(0n, 1n << 32n)).map((bits) => I32F32.fromBits(bits));

test('the fast exponential is the library’s, bit for bit', () => {
  const ten = 10n << 32n;
  const near = (centre: bigint): fc.Arbitrary<bigint> => fc.bigInt(centre - 3n, centre + 3n);
  const input = fc.oneof(fc.bigInt(-ten, ten), fc.bigInt(-(20n << 32n), 20n << 32n), near(0n), near(ten), near(-ten), near(1n << 32n), near(-1n << 32n));
  fc.assert(fc.property(input, (bits) => {
    const x = I32F32.fromBits(bits);
    expect(exp(x)).toBe(fixedExp(I32F32, x));
  }), { numRuns: 5000 });
});

test('the exponential rises', () => {
  const step = fc.tuple(fc.bigInt(-(20n << 32n), 20n << 32n), fc.bigInt(0n, 1n << 32n));
  fc.assert(fc.property(step, ([bits, by]) => {
    // The stored constant of exactly 1 is below the series next to it.
    fc.pre(bits !== 1n << 32n && bits + by !== 1n << 32n);
    expect(expSafe((bits + by) as X32) >= expSafe(bits as X32)).toBe(true);
  }), { numRuns: 2000 });
});

test('normalising gives shares of at most 1 together, and changes nothing when all is zero', () => {
  fc.assert(fc.property(fc.array(share, { maxLength: 20 }), (vector) => {
    const shares = normalize(vector);
    const total = wrappingSum(shares);
    if (wrappingSum(vector) === 0n) expect(shares).toEqual(vector);
    else expect(total <= ONE && total > ONE - BigInt(vector.length) - 1n).toBe(true);
  }));
});

test('top k are the last k of a stable sort', () => {
  fc.assert(fc.property(fc.array(fc.bigInt(0n, 5n), { maxLength: 12 }), fc.nat(14), (bits, k) => {
    const vector = bits as X32[];
    const ranked = vector.map((_, uid) => uid).sort((a, b) => Number((vector[a] as X32) - (vector[b] as X32)) || a - b);
    const top = new Set(k === 0 ? [] : ranked.slice(-k));
    expect(isTopk(vector, k)).toEqual(vector.map((_, uid) => top.has(uid)));
    expect(isTopkNonzero(vector, k)).toEqual(vector.map((value, uid) => top.has(uid) && value !== 0n));
  }));
});

test('the median is the smallest score whose cumulative stake exceeds the minority', () => {
  const voters = fc.array(fc.tuple(fc.bigInt(1n, 1n << 30n), fc.bigInt(0n, 6n)), { minLength: 1, maxLength: 12 });
  fc.assert(fc.property(voters, fc.integer({ min: 0, max: 999 }), (pairs, perMille) => {
    const stake = pairs.map(([bits]) => bits as X32);
    const score = pairs.map(([, bits]) => bits as X32);
    const total = wrappingSum(stake);
    const minority = ((total * BigInt(perMille)) / 1000n) as X32;
    const upTo = (limit: bigint): bigint => pairs.reduce((sum, [bits, value]) => (value <= limit ? sum + bits : sum), 0n);
    const expected = [...score].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).find((value) => upTo(value) > minority);
    expect(weightedMedian({ stake, score, minority, total })).toBe(expected);
  }), { numRuns: 1000 });
});

test('a moving average lies between its ends, less two units of rounding', () => {
  fc.assert(fc.property(share, share, share, (fresh, old, alpha) => {
    const row = (value: X32): SparseRow => ({ uids: [0], values: [value] });
    const [result] = matEma([row(fresh)], [row(old)], alpha);
    const value = densify(result as SparseRow, 1)[0] as X32;
    const [low, high] = fresh < old ? [fresh, old] : [old, fresh];
    expect(value <= high && value >= low - 2n).toBe(true);
  }));
});

test('max-upscaling puts the largest at 65535 and keeps the order', () => {
  fc.assert(fc.property(fc.array(fc.nat(65535), { minLength: 1, maxLength: 12 }), (vector) => {
    const scaled = vecU16MaxUpscaleToU16(vector);
    expect(scaled.reduce((a, b) => (a > b ? a : b))).toBe(vector.some((value) => value > 0) ? 65535 : 0);
    vector.forEach((a, i) => vector.forEach((b, j) => { if (a <= b) expect(scaled[i]).toBeLessThanOrEqual(scaled[j] as number); }));
  }));
});
