import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ONE, type X32 } from '../src/bits.ts';
import { computeEpoch } from '../src/epoch.ts';
import type { EpochRecorder, EpochStage, EpochStages } from '../src/recorder.ts';
import type { EpochInput, EpochOutput } from '../src/records.ts';
import type { SparseMatrix } from '../src/sparse.ts';
import { anyEpochInput } from './build.ts';

/** Keeps what an epoch records. */
function memory(): EpochRecorder & { readonly stages: Partial<EpochStages>; readonly order: EpochStage[] } {
  const stages: Partial<Record<EpochStage, unknown>> = {};
  const order: EpochStage[] = [];
  return {
    stages: stages as Partial<EpochStages>,
    order,
    record(stage, value) {
      stages[stage] = value;
      order.push(stage);
    },
  };
}

type Stages = Omit<EpochStages, 'alphas' | 'weightsNotCommitted' | 'bondsDelta' | 'bondsNormalized' | 'bondsTotal'>;

function run(input: EpochInput): { output: EpochOutput; stages: Stages & Partial<EpochStages> } {
  const recorder = memory();
  return { output: computeEpoch(input, recorder), stages: recorder.stages as Stages & Partial<EpochStages> };
}

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
const columnSums = (matrix: SparseMatrix, n: number): bigint[] =>
  Array.from({ length: n }, (_, j) => sum(matrix.flatMap((row) => row.values.filter((_value, k) => row.uids[k] === j))));
const within = (value: bigint, low: bigint, high: bigint): boolean => low <= value && value <= high;

function always(check: (input: EpochInput, ran: ReturnType<typeof run>) => void): void {
  fc.assert(fc.property(anyEpochInput, (input) => check(input, run(input))), { numRuns: 300 });
}

describe('every epoch', () => {
  test('hands out no more than it was given', () =>
    always((input, { output }) => {
      expect(sum(output.serverEmission) + sum(output.validatorEmission) <= input.emissionAlphaRao).toBe(true);
      expect(sum(output.combinedEmission) <= input.emissionAlphaRao).toBe(true);
    }));

  test('has a value for every neuron', () =>
    always((input, { output }) => {
      expect(Object.values(output).map((vector: readonly unknown[]) => vector.length)).toEqual(new Array(12).fill(input.neuronCount));
    }));

  test('keeps sums of shares at or below 1', () =>
    always((_, { stages }) => {
      const vectors: (readonly X32[])[] = [stages.stake, stages.activeStake, stages.incentive, stages.dividends];
      for (const vector of vectors) expect(sum(vector) <= ONE).toBe(true);
      for (const row of stages.weights) expect(sum(row.values) <= ONE).toBe(true);
      for (const trust of stages.validatorTrust) expect(trust <= ONE).toBe(true);
    }));

  test('takes each consensus from the weights of its column, or zero', () =>
    always((_, { stages }) => {
      stages.consensus.forEach((value, j) => {
        const column = stages.weights.flatMap((row) => row.values.filter((_value, k) => row.uids[k] === j));
        expect([0n, ...column]).toContain(value);
      });
    }));

  test('never clips a weight upward, nor above consensus', () =>
    always((_, { stages }) => {
      stages.clippedWeights.forEach((row) => row.uids.forEach((j, k) => expect((row.values[k] as X32) <= (stages.consensus[j] as X32)).toBe(true)));
    }));

  test('puts the penalised weights between their own and the clipped ones', () =>
    always((_, { stages }) => {
      stages.weightsForBonds.forEach((row, i) =>
        row.uids.forEach((j, k) => {
          const own = stages.weights[i];
          const clipped = stages.clippedWeights[i];
          const low = clipped?.values[clipped.uids.indexOf(j)] ?? 0n;
          expect(within(row.values[k] as X32, low, own?.values[own.uids.indexOf(j)] as X32)).toBe(true);
        }),
      );
    }));

  test('grants permits only to stake or the owner, and at most the allowed number and one', () =>
    always((input, { output, stages }) => {
      output.validatorPermit.forEach((permit, uid) => {
        if (permit) expect(uid === input.ownerUid || (stages.stake[uid] as X32) > 0n).toBe(true);
        if (!permit) expect(output.bonds[uid]).toEqual([]);
      });
      expect(output.validatorPermit.filter((permit) => permit).length).toBeLessThanOrEqual(input.maxAllowedValidators + 1);
    }));

  test('is the same with and without a recorder, and a second time', () =>
    fc.assert(fc.property(anyEpochInput, (input) => {
      const frozen = structuredClone(input);
      expect(computeEpoch(input)).toEqual(run(input).output);
      expect(input).toEqual(frozen);
    })));
});

describe('bonds', () => {
  test('Yuma 2: old, new and averaged columns sum to at most 1', () =>
    always((input, { stages }) => {
      if (input.yuma3On) return;
      for (const matrix of [stages.bondsOld, stages.bondsDelta as SparseMatrix, stages.bondsEma]) {
        for (const total of columnSums(matrix, input.neuronCount)) expect(total <= ONE).toBe(true);
      }
    }));

  test('Yuma 2: the largest stored bond of a column is 65535 before permits change', () =>
    always((input, { stages }) => {
      if (input.yuma3On) return;
      const largest = new Map<number, bigint>();
      for (const row of stages.bonds) row.uids.forEach((j, k) => largest.set(j, [largest.get(j) ?? 0n, row.values[k] as X32].reduce((a, b) => (a > b ? a : b))));
      expect([...largest.values()].every((value) => value === ONE)).toBe(true);
    }));

  test('Yuma 3: an averaged bond lies between the old bond and the weight, less two units of rounding', () =>
    always((input, { stages }) => {
      if (!input.yuma3On) return;
      stages.bondsEma.forEach((row, i) =>
        row.uids.forEach((j, k) => {
          const [old, fresh] = [stages.bondsOld[i], stages.weightsForBonds[i]];
          const ends = [old?.values[old.uids.indexOf(j)] ?? 0n, fresh?.values[fresh.uids.indexOf(j)] ?? 0n].sort((a, b) => (a < b ? -1 : 1));
          expect(within(row.values[k] as X32, (ends[0] as bigint) - 2n, ends[1] as bigint)).toBe(true);
        }),
      );
    }));

  test('liquid alpha stays within its bounds and covers exactly the weights', () =>
    always((input, { stages }) => {
      const alphas = stages.alphas;
      if (alphas === undefined) return;
      expect(alphas.map((row) => row.uids)).toEqual(stages.weightsForBonds.map((row) => row.uids));
      const low = (BigInt(input.alphaLowU16) << 32n) / 65535n;
      const high = (BigInt(input.alphaHighU16) << 32n) / 65535n;
      for (const row of alphas) for (const value of row.values) expect(within(value, low, high)).toBe(true);
    }));
});
