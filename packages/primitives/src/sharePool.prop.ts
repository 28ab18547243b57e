import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAFE_FLOAT_ZERO, type SafeFloat } from './safeFloat.ts';
import { computeShareValue, computeUpdateForAll, computeUpdateForOne } from './sharePool.ts';

const KEYS = 4;
const amount = fc.integer({ min: 0, max: 53 }).chain((n) => fc.bigInt({ min: 0n, max: (1n << BigInt(n)) - 1n }));
const step = fc.oneof(
  fc.record({ kind: fc.constant('stake' as const), key: fc.nat(KEYS - 1), amount }),
  fc.record({ kind: fc.constant('unstake' as const), key: fc.nat(KEYS - 1), amount }),
  fc.record({ kind: fc.constant('dividend' as const), key: fc.constant(0), amount }),
);

/** A pool of four keys, run as the chain does: nobody takes out more than the value of the share. */
function run(steps: readonly { kind: 'stake' | 'unstake' | 'dividend'; key: number; amount: bigint }[]) {
  const shares: SafeFloat[] = Array.from({ length: KEYS }, () => SAFE_FLOAT_ZERO);
  let pool = { sharedValue: 0n, denominator: SAFE_FLOAT_ZERO };
  const valueOf = (key: number) => computeShareValue({ ...pool, share: shares[key]! });
  for (const { kind, key, amount: size } of steps) {
    if (kind === 'dividend') {
      pool = { ...pool, sharedValue: computeUpdateForAll(pool.sharedValue, size) };
      continue;
    }
    const taken = size < valueOf(key) ? size : valueOf(key);
    const { share, ...rest } = computeUpdateForOne({ ...pool, share: shares[key]! }, kind === 'stake' ? size : -taken);
    pool = rest;
    shares[key] = share;
  }
  return { pool, values: shares.map((_, key) => valueOf(key)) };
}

describe('share pool', () => {
  it('never owes more than it holds, but for one unit per key', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { pool, values } = run(steps);
      expect(values.reduce((sum, value) => sum + value, 0n) <= pool.sharedValue + BigInt(KEYS)).toBe(true);
    }), { numRuns: 300 });
  });

  it('does not move the others when one stakes', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), fc.nat(KEYS - 1), amount, (steps, key, size) => {
      const before = run(steps);
      if (before.pool.denominator.mantissa === 0n || before.pool.sharedValue === 0n) return;
      const after = run([...steps, { kind: 'stake', key, amount: size }]);
      for (let other = 0; other < KEYS; other++) {
        if (other === key) continue;
        const moved = after.values[other]! - before.values[other]!;
        expect(moved >= -2n && moved <= 2n).toBe(true);
      }
    }), { numRuns: 300 });
  });

  it('gives back what was put in', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), fc.nat(KEYS - 1), amount, (steps, key, size) => {
      const before = run(steps);
      if (before.pool.denominator.mantissa === 0n || before.pool.sharedValue === 0n) return;
      const after = run([...steps, { kind: 'stake', key, amount: size }]);
      const gained = after.values[key]! - before.values[key]! - size;
      expect(gained <= 1n && gained >= -2n).toBe(true);
    }), { numRuns: 300 });
  });
});
