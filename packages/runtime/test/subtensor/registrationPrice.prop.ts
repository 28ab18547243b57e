import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decayFactorQ32, powQ32 } from '../../src/pallets/subtensor/subnets/registrationPrice.ts';

const HALF = 1n << 31n;

test('the decay factor is the largest whose half-life-th power is at most one half', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 0xffff }), (halfLife) => {
    const factor = decayFactorQ32(halfLife);
    expect(powQ32(factor, halfLife) <= HALF).toBe(true);
    expect(powQ32(factor + 1n, halfLife) > HALF).toBe(true);
  }), { numRuns: 300 });
});

test('known factors: none, one block, a tempo', () => {
  expect([0, 1, 360].map(decayFactorQ32)).toEqual([1n << 32n, 1n << 31n, 4286705684n]);
});
