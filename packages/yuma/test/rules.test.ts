/** Single rules of the epoch that the recorded vectors do not reach. */
import { I64F64 } from '@taonet/primitives';
import { expect, test } from 'vitest';
import { computeActive, computeActivityCutoffBlocks } from '../src/active.ts';
import { computeCommitBlocks } from '../src/commitBlocks.ts';
import { computeEpoch } from '../src/epoch.ts';
import type { EpochStage, EpochStages } from '../src/recorder.ts';
import type { EpochInput, StoredRow } from '../src/records.ts';
import { epochInput } from './build.ts';

/** One recorded stage of an epoch. */
function stage<S extends EpochStage>(name: S, change: Partial<EpochInput>): EpochStages[S] {
  const seen: Partial<Record<EpochStage, unknown>> = {};
  computeEpoch(epochInput(change), { record: (at, value) => void (seen[at] = value) });
  return seen[name] as EpochStages[S];
}

const columns = (name: EpochStage & ('weights' | 'bondsOld'), change: Partial<EpochInput>): readonly number[] => stage(name, change)[0]?.uids ?? [];

test('a neuron is active up to and including the cutoff', () => {
  const input = epochInput({ neuronCount: 4, activityCutoffBlocks: 100n, lastUpdate: [900n, 899n, 1000n] });
  expect(computeActive(input)).toEqual([true, false, true, false]);
  expect(computeActivityCutoffBlocks(13889, 360)).toBe(5000n);
  expect(computeActivityCutoffBlocks(1000, 0)).toBe(1n);
});

test('weights must be younger than the miner they point to', () => {
  const weights: StoredRow[] = [[[3, 5], [4, 5], [0, 5]]];
  const registered = (block: bigint) => ({ weights, blockAtRegistration: [10n, 10n, 10n, 10n, block] });
  expect(columns('weights', registered(989n))).toEqual([3, 4]);
  expect(columns('weights', registered(990n))).toEqual([3]);
});

test('the owner keeps its self-weight, passes the threshold and always has a permit', () => {
  const change: Partial<EpochInput> = { weights: [[[3, 5], [0, 5]]], validatorPermit: [false, true, true, false, false], stakeThresholdRao: 10_000_000n };
  expect(columns('weights', change)).toEqual([]);
  expect(columns('weights', { ...change, ownerUid: 0 })).toEqual([3, 0]);
  expect(stage('stake', change)).toEqual([0n, 0n, 0n, 0n, 0n]);
  expect(stage('stake', { ...change, ownerUid: 2 })).toEqual([0n, 0n, 1n << 32n, 0n, 0n]);
  expect(stage('newPermits', { ...change, ownerUid: 4 })).toEqual([false, false, false, false, true]);
});

test('a pending commit does not reward miners that registered after it', () => {
  const change = (commit: bigint | undefined): Partial<EpochInput> => ({
    weights: [[[3, 5], [4, 5]]],
    blockAtRegistration: [10n, 10n, 10n, 10n, 500n],
    commitBlocks: [commit],
  });
  expect(columns('weights', change(499n))).toEqual([3]);
  expect(columns('weights', change(500n))).toEqual([3, 4]);
  expect(columns('weights', change(undefined))).toEqual([3, 4]);
});

test('the oldest live commit counts: the first of a hash queue, the earliest time-locked one', () => {
  const blocks = computeCommitBlocks({
    neuronCount: 3,
    currentEpoch: 10n,
    revealPeriodEpochs: 1n,
    hashCommits: [
      { uid: 0, queue: [{ epoch: 8n, block: 100n }, { epoch: 9n, block: 300n }, { epoch: 10n, block: 200n }] },
      { uid: undefined, queue: [{ epoch: 10n, block: 1n }] },
    ],
    timelockedCommits: [
      { uid: 0, epoch: 10n, block: 350n }, { uid: 1, epoch: 10n, block: 360n }, { uid: 1, epoch: 9n, block: 320n },
      { uid: 1, epoch: 8n, block: 5n }, { uid: 9, epoch: 10n, block: 5n },
    ],
  });
  expect(blocks).toEqual([300n, 320n, undefined]);
});

test('bonds to miners registered since the previous epoch are dropped; one of that epoch’s own block is kept', () => {
  const change = (block: bigint, lastStepBlock: bigint): Partial<EpochInput> => ({
    bonds: [[[3, 9], [4, 9]]],
    blockAtRegistration: [10n, 10n, 10n, 10n, block],
    lastStepBlock,
  });
  expect(columns('bondsOld', change(640n, 640n))).toEqual([3, 4]);
  expect(columns('bondsOld', change(641n, 640n))).toEqual([3]);
  expect(columns('bondsOld', change(639n, 0n))).toEqual([3, 4]);
  expect(columns('bondsOld', change(640n, 0n))).toEqual([3]);
});

test('a row out of order hides entries from liquid alpha, not from the average', () => {
  const bonds: StoredRow[] = [[[3, 65535], [4, 65535]]];
  const ordered = stage('alphas', { weights: [[[3, 40000], [4, 20000]]], bonds });
  const swapped = stage('alphas', { weights: [[[4, 20000], [3, 40000]]], bonds });
  const hidden = stage('alphas', { weights: [[[4, 20000], [3, 0]]], bonds });
  expect(swapped[0]?.uids).toEqual([4, 3]);
  expect(swapped[0]?.values[0]).toBe(ordered[0]?.values[1]);
  // Uid 3 comes after 4 and is taken as a weight of zero: the full bond is being sold.
  expect(swapped[0]?.values[1]).not.toBe(ordered[0]?.values[0]);
  expect(hidden[0]?.values[1]).toBe(swapped[0]?.values[1]);
  const output = computeEpoch(epochInput({ weights: [[[4, 20000], [3, 40000]]], bonds }));
  expect(output.bonds[0]?.map(([uid]) => uid)).toEqual([4, 3]);
});

test('explicit zeros survive a bonds penalty of 0 or 1 only', () => {
  const entries = (bondsPenaltyU16: number): readonly number[] =>
    stage('weightsForBonds', { weights: [[[4, 0], [3, 9]], [[3, 9]], [[3, 9]]], bondsPenaltyU16 })[0]?.uids ?? [];
  expect([0, 65535, 65534, 1].map(entries)).toEqual([[4, 3], [4, 3], [3], [3]]);
});

test('a validator that loses its permit still earns, and its bonds are emptied', () => {
  const output = computeEpoch(epochInput({
    maxAllowedValidators: 1,
    weights: [[[3, 1]], [[3, 1]], [[3, 1]]],
    stakeWeight: [8, 1, 1, 0, 0].map((stake) => I64F64.fromInt(stake)),
  }));
  expect(output.validatorPermit).toEqual([true, false, false, false, false]);
  expect(output.dividends[1]).toBeGreaterThan(0);
  expect(output.bonds.map((row) => row.length)).toEqual([1, 0, 0, 0, 0]);
});

test('an empty permit vector masks no stake but all weights', () => {
  expect(stage('activeStake', { validatorPermit: [] })[0]).toBe(3435973837n);
  expect(columns('weights', { validatorPermit: [], weights: [[[3, 1]]] })).toEqual([]);
  expect(stage('activeStake', { validatorPermit: [true] })).toEqual([1n << 32n, 0n, 0n, 0n, 0n]);
});

test('no neurons, no output', () => {
  const output = computeEpoch(epochInput({ neuronCount: 0, stakeWeight: [], validatorPermit: [] }));
  expect(Object.values(output).every((vector: readonly unknown[]) => vector.length === 0)).toBe(true);
});
