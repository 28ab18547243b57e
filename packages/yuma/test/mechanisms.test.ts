import { I64F64 } from '@taonet/primitives';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeEpoch } from '../src/epoch.ts';
import { aggregateMechanisms, computeEpochWithMechanisms, mechanismStorageIndex, mechanismWeights, splitEmissions, splitStorageIndex } from '../src/mechanisms.ts';
import type { StoredRow } from '../src/records.ts';
import { anyEpochInput, epochInput } from './build.ts';

test('splits as upstream asserts', () => {
  expect(splitEmissions(25n, { count: 5, splitU16: undefined })).toEqual([5n, 5n, 5n, 5n, 5n]);
  expect(splitEmissions(10n, { count: 4, splitU16: undefined })).toEqual([4n, 2n, 2n, 2n]);
  expect(splitEmissions(19n, { count: 5, splitU16: [3450, 6899, 10348, 17247, 27594] })).toEqual([1n, 2n, 3n, 5n, 8n]);
  expect(splitEmissions(100n, { count: 3, splitU16: [32767, 32768] })).toEqual([50n, 50n, 0n]);
  // More shares than mechanisms: what the absent one would get goes to mechanism 0.
  expect(splitEmissions(100n, { count: 1, splitU16: [32767, 32768] })).toEqual([100n]);
});

test('a split keeps the whole', () => {
  const split = fc.option(fc.array(fc.nat(65535), { minLength: 1, maxLength: 16 }), { nil: undefined });
  fc.assert(fc.property(fc.bigInt(0n, (1n << 64n) - 1n), fc.integer({ min: 1, max: 16 }), split, (emission, count, raw) => {
    const total = raw?.reduce((a, b) => a + b, 0) ?? 0;
    const splitU16 = total === 0 ? undefined : raw?.map((share) => Math.floor((share * 65535) / total));
    const parts = splitEmissions(emission, { count, splitU16 });
    expect(parts).toHaveLength(count);
    expect(parts.reduce((a, b) => a + b, 0n)).toBe(emission);
  }));
});

test('storage index', () => {
  expect(mechanismStorageIndex(2048, 1)).toBe(6144);
  expect(mechanismStorageIndex(4095, 15)).toBe(65535);
  expect(mechanismStorageIndex(0, 16)).toBe(65535);
  expect(mechanismStorageIndex(3, 255)).toBe(65535);
  fc.assert(fc.property(fc.nat(65535), (index) => {
    const { netuid, mechid } = splitStorageIndex(index);
    expect(mechanismStorageIndex(netuid, mechid)).toBe(index);
  }));
});

test('weights of mechanisms', () => {
  expect(mechanismWeights([1n, 2n], 3n)).toEqual([(1n << 64n) / 3n, (2n << 64n) / 3n]);
  expect(mechanismWeights([0n, 0n], 0n)).toEqual([1n << 64n, 0n]);
});

const miners: StoredRow[] = [[[3, 65535]], [[3, 65535]], [[3, 65535]]];
const others: StoredRow[] = [[[4, 65535]], [[4, 65535]], [[4, 65535]]];

test('two equal mechanisms: paid amounts add up, the stored emission is their mean, stake counts twice', () => {
  const { mechanisms, subnet } = computeEpochWithMechanisms({
    emissionAlphaRao: 2_000_000_000n,
    mechanismCount: 2,
    emissionSplitU16: undefined,
    mechanismInput: (mechid) => epochInput({ weights: mechid === 0 ? miners : others }),
  });
  const sums = mechanisms[0]?.serverEmission.map((value, uid) => value + (mechanisms[1]?.serverEmission[uid] ?? 0n));
  expect(subnet.serverEmission).toEqual(sums);
  expect(subnet.serverEmission.slice(3)).toEqual([500_000_000n, 500_000_000n]);
  expect(subnet.emission.slice(3)).toEqual([250_000_000n, 250_000_000n]);
  expect(subnet.consensus.slice(3)).toEqual([32767, 32767]);
  // 52427 × ½ is cut to 26213 before the second half, 26213.5, comes in; likewise 6553.
  expect(subnet.stakeWeight).toEqual([52426, 6552, 6552, 0, 0]);
  expect(subnet.stakeRao[0]).toBe(16_000_000n);
});

test('one mechanism aggregates to itself', () => {
  fc.assert(fc.property(anyEpochInput, (input) => {
    const { emissionAlphaRao, ...rest } = input;
    const { mechanisms, subnet } = computeEpochWithMechanisms({ emissionAlphaRao, mechanismCount: 1, emissionSplitU16: undefined, mechanismInput: () => rest });
    const alone = computeEpoch(input);
    expect(mechanisms).toEqual([alone]);
    const { incentive: _incentive, bonds: _bonds, combinedEmission, ...kept } = alone;
    expect(subnet).toEqual({ ...kept, emission: combinedEmission });
  }));
});

test('without alpha the vectors are those of mechanism 0', () => {
  const [first, second] = [miners, others].map((weights) => computeEpoch(epochInput({ weights, emissionAlphaRao: 0n, stakeWeight: [5, 3, 2, 0, 0].map((stake) => I64F64.fromInt(stake)) })));
  const subnet = aggregateMechanisms([first!, second!], mechanismWeights([0n, 0n], 0n));
  expect(subnet.consensus).toEqual(first?.consensus);
  expect(subnet.dividends).toEqual(first?.dividends);
});
