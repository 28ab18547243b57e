/** The kernel against the oracle: whole epochs, and each operation on any bits. */
import { I32F32, I96F32 } from '@taonet/primitives';
import { computeEpoch, expSafe, proportionToU16, type X32 } from '@taonet/yuma';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEpochKernel } from '../src/index.ts';
import { startEpochWasm } from '../src/wasm.ts';
import { anyEpoch } from './anyEpoch.ts';

const RUNS = { numRuns: 5000 };
const kernel = createEpochKernel();

describe('an epoch', () => {
  test('is the oracle’s, bit for bit', () =>
    fc.assert(fc.property(anyEpoch, (input) => void expect(kernel(input)).toEqual(computeEpoch(input))), { numRuns: 4000 }));

  test('does not depend on the epochs before it, nor change its input', () =>
    fc.assert(fc.property(anyEpoch, anyEpoch, (before, input) => {
      const copy = structuredClone(input);
      kernel(before);
      expect(kernel(input)).toEqual(createEpochKernel()(input));
      expect(input).toEqual(copy);
    })));
});

describe('an operation', () => {
  const wasm = startEpochWasm();
  const ONE: bigint = I32F32.one;
  const near = fc.tuple(fc.constantFrom(0, 16, 31, 32, 33, 47, 48, 49, 62, 63), fc.integer({ min: -2, max: 2 })).map(([power, more]) => (1n << BigInt(power)) + BigInt(more));
  const size = fc.oneof(fc.nat(63).chain((power) => fc.bigInt(0n, (1n << BigInt(power)) - 1n)), near, fc.bigInt(0n, 65535n).map((whole) => whole << 32n), fc.constant(ONE));
  const bits = fc.tuple(size, fc.boolean()).map(([value, isNegative]) => I32F32.saturatingFromBits(isNegative ? -value : value));
  const pair = fc.tuple(bits, fc.oneof(bits, fc.constantFrom(I32F32.min, I32F32.max, I32F32.zero, I32F32.delta)));
  const always = (check: (a: X32, b: X32) => void): void => fc.assert(fc.property(pair, ([a, b]) => {
    check(a, b);
    check(b, a);
  }), RUNS);

  test('saturatingAdd, saturatingSub', () => always((a, b) => {
    expect(wasm.saturatingAdd(a, b)).toBe(I32F32.saturatingAdd(a, b));
    expect(wasm.saturatingSub(a, b)).toBe(I32F32.saturatingSub(a, b));
  }));
  test('saturatingMul', () => always((a, b) => expect(wasm.saturatingMul(a, b)).toBe(I32F32.saturatingMul(a, b))));
  test('checkedMulOrZero', () => always((a, b) => expect(wasm.checkedMulOrZero(a, b)).toBe(I32F32.checkedMul(a, b) ?? 0n)));
  test('safeDiv', () => always((a, b) => expect(wasm.safeDiv(a, b)).toBe(I32F32.safeDiv(a, b))));
  test('proportionToU16', () => always((a) => expect(wasm.proportionToU16(a)).toBe(proportionToU16(a))));
  test('shareOf', () => always((a, b) => {
    const amount = BigInt.asUintN(64, b);
    const expected = I96F32.saturatingToU64(I96F32.saturatingMul(I32F32.to(I96F32, a), I96F32.fromInt(amount)));
    expect(BigInt.asUintN(64, wasm.shareOf(a, amount))).toBe(expected);
  }));
  test('expSafe', () => {
    const input = fc.oneof(fc.bigInt(-(21n << 32n), 21n << 32n), near, near.map((value) => -value), bits);
    fc.assert(fc.property(input, (x) => void expect(wasm.expSafe(I32F32.saturatingFromBits(x))).toBe(expSafe(I32F32.saturatingFromBits(x)))), RUNS);
  });
});
