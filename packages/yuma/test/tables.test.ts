/** Values that upstream's own tests assert, and those its library gives for single formulas. */
import { I32F32, I64F64 } from '@taonet/primitives';
import { describe, expect, test } from 'vitest';
import { proportionToU16, type X32 } from '../src/bits.ts';
import { bondsAlpha } from '../src/bonds.ts';
import { clipWeights } from '../src/clip.ts';
import { matEmaAlpha } from '../src/ema.ts';
import { computeEpoch } from '../src/epoch.ts';
import { expSafe, sigmoidSafe } from '../src/exp.ts';
import { alphaCurve, alphaSigmoid } from '../src/liquidAlpha.ts';
import type { EpochInput, EpochOutput, StoredRow } from '../src/records.ts';
import { positives, type SparseMatrix } from '../src/sparse.ts';
import { computeStakeWeight } from '../src/stake.ts';
import { checkVecMaxLimited, vecMaxUpscaleToU16, vecU16MaxUpscaleToU16 } from '../src/upscale.ts';
import { isTopk } from '../src/vector.ts';
import { weightedMedian, weightedMedianCol } from '../src/weightedMedian.ts';
import { epochInput } from './build.ts';

/** A decimal as the nearest value. */
const x32 = (decimal: number): X32 => I32F32.fromRational(BigInt(Math.round(decimal * 1e10)), 10n ** 10n);
const ints = (values: number[]): X32[] => values.map((value) => I32F32.fromInt(value));
const sparse = (rows: X32[][]): SparseMatrix => rows.map(positives);

test('exp, bit for bit', () => {
  const table: [number, bigint][] = [
    [-20, 8n], [-10, 194991n], [-5, 28939262n], [-2, 581260615n], [-1, 1580030169n], [0, 4294967296n], [1, 11674931200n],
    [2, 31735754285n], [5, 637429664624n], [10, 94602947905357n], [20, 2066907302758576256n], [0.5, 7081203935n],
    [-0.5, 2605029348n], [2.5, 52323413133n], [-2.5, 352552384n],
  ];
  for (const [x, expected] of table) expect(expSafe(x32(x))).toBe(expected);
  expect(expSafe(I32F32.max)).toBe(expSafe(x32(20)));
  expect(expSafe(I32F32.min)).toBe(expSafe(x32(-20)));
});

test('sigmoid', () => {
  const table: [number, number][] = [[0, 0.0000003057], [0.4, 0.0474258729], [0.5, 0.5], [0.6, 0.952574127], [1, 0.9999996943]];
  for (const [x, expected] of table) {
    const got = Number(sigmoidSafe(x32(x), I32F32.fromInt(30), x32(0.5))) / 2 ** 32;
    expect(got).toBeCloseTo(expected, 9);
  }
});

test('liquid alpha, bit for bit', () => {
  const curve = (alphaSigmoidSteepness: number) => alphaCurve({ alphaLowU16: 6553, alphaHighU16: 19660, alphaSigmoidSteepness });
  const table: [consensus: number, weight: number, bond: number, steepness: number, alpha: bigint][] = [
    [1, 1, 0, 1000, 435213075n], [0, 1, 0, 1000, 1282708304n], [0, 0, 0.5, 1000, 858960690n], [1, 0, 0.1013, 1000, 445112476n],
    [0.5, 0.75, 0.25, 1000, 494625641n], [0.5, 0.75, 0.25, 1, 858423819n], [0.5, 0.75, 0.25, -1000, 1223295739n], [0.5, 0.5, 0.5, 0, 858960690n],
  ];
  for (const [consensus, weight, bond, steepness, alpha] of table) {
    expect(alphaSigmoid({ consensus: x32(consensus), weight: x32(weight), bond: x32(bond) }, curve(steepness))).toBe(alpha);
  }
});

test('bonds moving average and TAO weight', () => {
  expect(bondsAlpha(900_000n)).toBe(429496730n);
  expect(bondsAlpha(975_000n)).toBe(4294967296n - 4187593113n);
  expect(bondsAlpha(1_000_000n)).toBe(0n);
  const stake = { alphaRao: 5n, taoRao: 1000n, taoWeight: 971718665099567868n };
  expect(computeStakeWeight(stake)).toBe((5n << 64n) + ((1000n * 226245882n) << 32n));
  expect(I64F64.saturatingToU64(computeStakeWeight(stake))).toBe(57n);
});

describe('max-upscaling', () => {
  test.each([
    [[1e-6, 6e-6, 7e-6, 1e-4, 1e-3, 0.01, 0.1, 0.2, 0.3, 0.4], [0, 1, 1, 16, 164, 1638, 16384, 32768, 49151, 65535]],
    [[0, 0.000016, 1], [0, 1, 65535]],
    [[0, 0.5, 1, 1.5, 2, 32768], [0, 1, 2, 3, 4, 65535]],
    [[0, 0.5, 1, 1.5, 2, 32768, 32769], [0, 1, 2, 3, 4, 65533, 65535]],
    [[], []],
  ])('%j', (values, expected) => expect(vecMaxUpscaleToU16(values.map(x32))).toEqual(expected));

  test('of the largest value, and of integers', () => {
    expect(vecMaxUpscaleToU16([I32F32.max])).toEqual([65535]);
    expect(vecMaxUpscaleToU16([...ints([0, 1, 32768, 32769]), I32F32.max])).toEqual([0, 0, 1, 1, 65535]);
    expect([[1], [65534], [0, 1, 65534], [0, 1, 2, 3, 4, 65533, 65535], [0, 0]].map(vecU16MaxUpscaleToU16)).toEqual([
      [65535], [65535], [0, 1, 65535], [0, 1, 2, 3, 4, 65533, 65535], [0, 0],
    ]);
  });

  test('limit of the largest share', () => {
    const table: [number[], number, boolean][] = [
      [[], 0, true], [[65535], 65534, false], [[0], 65535, true], [[0, 65535, 65535], 32767, false], [[0, 65535, 65535], 32768, true],
      [[0, 65535, 65535, 65535], 21844, false], [[0, 65535, 65535, 65535], 21845, true],
    ];
    for (const [vector, limit, expected] of table) expect(checkVecMaxLimited(vector, limit)).toBe(expected);
  });
});

test('top k', () => {
  const vector = ints([0, 1, 2, 3, 4, 5, 5, 5, 5, 6]);
  expect(isTopk(vector, 5)).toEqual([false, false, false, false, false, true, true, true, true, true]);
  expect(isTopk(vector, 0)).toEqual(vector.map(() => false));
  expect(isTopk(vector, 20)).toEqual(vector.map(() => true));
});

test('weighted median', () => {
  const table: [number[], number[], number][] = [
    [[], [], 0], [[1], [1], 1], [[0.49, 0.51], [0.5, 1], 1], [[0.51, 0.49], [0.5, 1], 0.5], [[0.49, 0, 0.51], [0.5, 0.7, 1], 1],
    [[0.49, 0.01, 0.5], [0.5, 0.7, 1], 0.7], [[0.49, 0.51, 0], [0.5, 0.7, 1], 0.7], [[0, 0.49, 0, 0.51, 0], [0.5, 0.5, 1, 1, 0.5], 1],
    [[0.2, 0.2, 0.2, 0.2, 0.2], [0.8, 0.2, 1, 0.6, 0.4], 0.6], [new Array<number>(10).fill(0.1), [0.8, 0.8, 0.2, 0.2, 1, 1, 0.6, 0.6, 0.4, 0.4], 0.6],
  ];
  for (const [stake, score, median] of table) {
    const total = x32(stake.reduce((a, b) => a + b, 0));
    expect(weightedMedian({ stake: stake.map(x32), score: score.map(x32), minority: x32(1 - 0.51), total })).toBe(x32(median));
  }
});

test('weighted median by column', () => {
  const rows = (last: number[]): SparseMatrix => sparse([[0, 0.1, 0], [0, 0.2, 0.4], [0, 0.3, 0.1], last].map((row) => row.map(x32)));
  const table: [number[], number[], number, number[]][] = [
    [[0, 0.75, 0.25, 0], [0, 0.4, 0.5], 0.24, [0, 0.3, 0.4]], [[0, 0.75, 0.25, 0], [0, 0.4, 0.5], 0.26, [0, 0.2, 0.4]],
    [[0, 0.75, 0.25, 0], [0, 0.4, 0.5], 0.76, [0, 0.2, 0.1]], [[0, 0.3, 0.2, 0.5], [0, 0, 0.5], 0.51, [0, 0, 0.4]],
  ];
  for (const [stake, last, majority, expected] of table) {
    expect(weightedMedianCol({ stake: stake.map(x32), weights: rows(last), columns: 3, majority: x32(majority) })).toEqual(expected.map(x32));
  }
});

test('clipping drops what stands above a consensus of zero and keeps explicit zeros', () => {
  const rows = [[0, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]].map(ints);
  const clipped = clipWeights(sparse(rows), ints([0, 5, 12]));
  expect(clipped.map((row) => row.uids)).toEqual([[1, 2], [1, 2], [1, 2], [1, 2]]);
  expect(clipped.map((row) => row.values)).toEqual([[2, 3], [5, 6], [5, 9], [5, 12]].map(ints));
  expect(clipWeights([{ uids: [0], values: ints([0]) }], ints([0]))).toEqual([{ uids: [0], values: ints([0]) }]);
});

test('no weight, no bond; never above 1', () => {
  const row = (uid: number, value: number): SparseMatrix => [{ uids: [uid], values: [x32(value)] }];
  expect(matEmaAlpha(row(0, 1), row(0, 2), row(0, 0.5))).toEqual(row(0, 1));
  const two = [...row(0, 0.5), ...row(1, 2)].map((one) => one);
  expect(matEmaAlpha([{ uids: [], values: [] }, two[1]!], [two[0]!, { uids: [], values: [] }], [...row(0, 0.1), ...row(1, 0.1)])[0]).toEqual({ uids: [], values: [] });
});

/** Runs steps one after the other; each sets the validators' rows and inherits bonds and permits. */
function steps(start: Partial<EpochInput>, weights: StoredRow[][]): EpochOutput[] {
  const outputs: EpochOutput[] = [];
  let input = epochInput(start);
  for (const rows of weights) {
    const output = computeEpoch({ ...input, weights: rows });
    outputs.push(output);
    input = { ...input, bonds: output.bonds, validatorPermit: output.validatorPermit };
  }
  return outputs;
}

test('Yuma 3 with liquid alpha: consensus moves first (upstream test_yuma_3_kappa_moves_first)', () => {
  const three: StoredRow = [[3, 65535], [4, 0]];
  const four: StoredRow = [[3, 0], [4, 65535]];
  const outputs = steps({}, [
    [three, three, three], [four, three, three], [four, four, three], [four, four, four], [four, four, four], [four, four, four],
  ]);
  expect(outputs.map((output) => output.dividends.slice(0, 3))).toEqual([
    [52428, 6553, 6553], [65535, 0, 0], [61486, 4048, 0], [57796, 5068, 2669], [56122, 5531, 3881], [55170, 5795, 4569],
  ]);
  const bonds = (output: EpochOutput): number[][] => output.bonds.slice(0, 3).map((row) => row.map(([, value]) => value));
  expect(outputs.map(bonds)).toEqual([
    [[6640], [6640], [6640]], [[5951, 6640], [24229], [24229]], [[5336, 12607], [20770, 6640], [36565]],
    [[4786, 17970], [18119, 12607], [28221, 6640]], [[4294, 22789], [15957, 17970], [23518, 12607]], [[3853, 27120], [14133, 22789], [20244, 17970]],
  ]);
  expect(outputs[2]?.combinedEmission).toEqual([469114009n, 30885990n, 0n, 0n, 500000000n]);
});

test('Yuma 3 without liquid alpha (upstream test_yuma_3_liquid_alpha_disabled)', () => {
  const three: StoredRow = [[3, 65535]];
  const change = { liquidAlphaOn: false, stakeWeight: [33, 33, 34, 0, 0].map((stake) => I64F64.fromInt(stake)) };
  const outputs = steps(change, [
    [three, three, three], [three, three, three], [three, three, [[4, 65535]]], [three, three, three], [three, three, three], [three, three, three],
  ]);
  expect(outputs.map((output) => output.dividends.slice(0, 3))).toEqual([
    [21626, 21626, 22281], [21626, 21626, 22281], [24470, 24470, 16593], [23662, 23662, 18209], [23203, 23203, 19128], [22907, 22907, 19720],
  ]);
  expect(outputs.map((output) => output.bonds[0]?.[0]?.[1])).toEqual([1638, 3235, 4792, 6310, 7790, 9233]);
});

test('without weights the validators’ side goes by stake (upstream epoch_mechanism_emergency_mode_distributes_by_stake)', () => {
  const change = { neuronCount: 3, stakeWeight: [10, 30, 60].map((stake) => I64F64.fromInt(stake)), emissionAlphaRao: 1_000_000n };
  const active = computeEpoch(epochInput(change));
  expect(active.serverEmission).toEqual([0n, 0n, 0n]);
  expect(active.validatorEmission).toEqual([99_999n, 299_999n, 600_000n]);
  const noneActive = computeEpoch(epochInput({ ...change, validatorPermit: [false, false, false] }));
  expect(noneActive.validatorEmission).toEqual([99_999n, 299_999n, 599_999n]);
});

test('a proportion just short of 1 is stored as 65534', () => {
  expect(proportionToU16(4294967294n as X32)).toBe(65534);
});
