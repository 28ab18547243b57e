/** What sets the epoch of May 2025 apart; upstream's own figures of it are replayed by package testkit. */
import { I32F32, I64F64 } from '@taonet/primitives';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ONE, fromInteger, u16ToProportion } from '../src/bits.ts';
import { computeEpoch } from '../src/epoch.ts';
import { alphaSigmoidMay2025 } from '../src/may2025/liquidAlpha.ts';
import { computeEpochMay2025 } from '../src/may2025/epoch.ts';
import type { EpochStage, EpochStages } from '../src/recorder.ts';
import type { EpochInput } from '../src/records.ts';
import { anyEpochInput, epochInput } from './build.ts';

function stage<S extends EpochStage>(name: S, change: Partial<EpochInput>): EpochStages[S] {
  const seen: Partial<Record<EpochStage, unknown>> = {};
  computeEpochMay2025(epochInput(change), { record: (at, value) => void (seen[at] = value) });
  return seen[name] as EpochStages[S];
}

describe('the epoch of May 2025', () => {
  test('is that of June 2026 where nobody owns, commits or has liquid alpha, before the first step', () =>
    fc.assert(fc.property(anyEpochInput, (any) => {
      const input: EpochInput = { ...any, ownerUid: undefined, commitBlocks: undefined, liquidAlphaOn: false, lastStepBlock: 0n };
      const { rank, trust: _trust, pruningScores: _scores, bonds, ...then } = computeEpochMay2025(input);
      const { bonds: bondsToday, stakeRao: _stake, ...today } = computeEpoch(input);
      expect(then).toEqual(today);
      expect(rank).toEqual(today.incentive);
      expect(bonds.map((row) => row ?? [])).toEqual(bondsToday);
    }), { numRuns: 300 }));

  test('gives the owner its self-weight and nothing else', () => {
    const change: Partial<EpochInput> = { ownerUid: 0, weights: [[[3, 5], [0, 5]]], stakeThresholdRao: 10_000_000n };
    expect(stage('weights', change)[0]?.uids).toEqual([3, 0]);
    expect(stage('stake', change)).toEqual([0n, 0n, 0n, 0n, 0n]);
    expect(stage('newPermits', { ...change, ownerUid: 4 })).toEqual([false, false, false, false, false]);
    expect(stage('oldPermits', { ...change, ownerUid: 4 })).toEqual([true, true, true, false, false]);
  });

  test('drops bonds to miners registered one tempo ago or later, whenever the last step was', () => {
    const kept = (registered: bigint): readonly number[] | undefined =>
      stage('bondsOld', { bonds: [[[3, 9], [4, 9]]], blockAtRegistration: [10n, 10n, 10n, 10n, registered], lastStepBlock: 990n })[0]?.uids;
    expect(kept(639n)).toEqual([3, 4]);
    expect(kept(640n)).toEqual([3]);
  });

  test('stores a row for each new permit, empties that of one lost, leaves all others alone', () => {
    const { bonds, validatorPermit } = computeEpochMay2025(epochInput({
      maxAllowedValidators: 1, weights: [[[3, 1]], [[3, 1]], [[3, 1]]], bonds: [[], [], [], [[4, 7]]], validatorPermit: [true, true, false, false, false],
    }));
    expect(validatorPermit).toEqual([true, false, false, false, false]);
    expect(bonds.map((row) => row?.map(([uid]) => uid))).toEqual([[3], [], undefined, undefined, undefined]);
  });

  test('trusts a miner as far as its rank survives clipping', () => {
    const all: Partial<EpochInput> = { weights: [[[3, 1]], [[3, 1]], [[3, 1]]] };
    expect(computeEpochMay2025(epochInput(all)).trust).toEqual([0, 0, 0, 65535, 0]);
    // Uid 4 has the weights of a fifth of the stake only: clipped away.
    expect(computeEpochMay2025(epochInput({ weights: [[[3, 1]], [[4, 1]], [[4, 1]]] })).trust[4]).toBe(0);
  });

  test('scores the largest share of emission 65535', () => {
    const { pruningScores, combinedEmission } = computeEpochMay2025(epochInput({ weights: [[[3, 2], [4, 1]], [[3, 2], [4, 1]], [[3, 2], [4, 1]]] }));
    expect(Math.max(...pruningScores)).toBe(65535);
    const order = (values: readonly (number | bigint)[]): number[] => values.map((_, uid) => uid).sort((a, b) => Number(values[a]!) - Number(values[b]!));
    expect(order(pruningScores)).toEqual(order(combinedEmission));
    expect(computeEpochMay2025(epochInput({ neuronCount: 0, stakeWeight: [], validatorPermit: [] })).pruningScores).toEqual([]);
  });
});

describe('liquid alpha of May 2025', () => {
  const [low, high] = [u16ToProportion(6553), u16ToProportion(52428)];
  const pair = (difference: string) => ({ consensus: 0n as I32F32, weight: I32F32.fromLiteral(difference), bond: 0n as I32F32 });

  test('with the steepness everybody has, alpha is the upper bound nearly everywhere: e^x overflows into zero', () => {
    const curve = { low, high, steepness: fromInteger(1000) };
    for (const difference of ['0', '0.3', '0.47', '0.53', '0.9', '1']) expect(alphaSigmoidMay2025(pair(difference), curve)).toBe(high);
    const atHalf = alphaSigmoidMay2025(pair('0.5'), curve);
    expect(atHalf).toBe(I32F32.saturatingAdd(low, I32F32.saturatingMul(I32F32.saturatingDiv(ONE, fromInteger(2)), I32F32.saturatingSub(high, low))));
    // Just below the middle e^x is large but known.
    expect(alphaSigmoidMay2025(pair('0.49'), curve)).toBeLessThan(Number(low) + 1_000_000);
  });

  test('with a flat curve it rises with the difference and stays between its bounds', () =>
    fc.assert(fc.property(fc.nat(10_000), fc.nat(10_000), fc.integer({ min: 0, max: 20 }), (a, b, steepness) => {
      const curve = { low, high, steepness: fromInteger(steepness) };
      const at = (share: number) => alphaSigmoidMay2025({ consensus: I32F32.zero, weight: I32F32.fromRational(BigInt(share), 10_000n), bond: I32F32.zero }, curve);
      const [less, more] = a < b ? [at(a), at(b)] : [at(b), at(a)];
      // The series of e^x is short: neighbours may be out of order by a bit.
      expect(less <= more + 4n).toBe(true);
      expect(low <= less && more <= high).toBe(true);
    })));

  test('counts stake, steepness and all in whole numbers: nothing is divided by 100', () => {
    const weights: EpochInput['weights'] = [[[3, 65535]], [[3, 65535]], [[3, 65535]]];
    const alphas = (alphaSigmoidSteepness: number) => stage('alphas', { weights, alphaSigmoidSteepness, stakeWeight: [1, 1, 1, 0, 0].map((stake) => I64F64.fromInt(stake)) });
    expect(alphas(0)[0]?.values[0]).not.toBe(alphas(10)[0]?.values[0]);
  });
});
