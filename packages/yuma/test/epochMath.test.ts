/** Upstream's epoch/math.rs run on random matrices: each helper of ours gives the same bits. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { I32F32 } from '@taonet/primitives';
import { describe, expect, test } from 'vitest';
import { interpolate } from '../src/bondsPenalty.ts';
import { u16ToProportion, wrappingSum, type X32 } from '../src/bits.ts';
import { clipWeights } from '../src/clip.ts';
import { matEma, matEmaAlpha } from '../src/ema.ts';
import { expSafe, safeLn, sigmoidSafe } from '../src/exp.ts';
import { columnMaxUpscale, columnNormalize, matmul, matmulTranspose, positives, rowNormalize, type SparseMatrix } from '../src/sparse.ts';
import { vecMaxUpscaleToU16 } from '../src/upscale.ts';
import { isTopkNonzero, normalize } from '../src/vector.ts';
import { weightedMedian, weightedMedianCol } from '../src/weightedMedian.ts';

interface MathCase {
  readonly stake: string[];
  readonly score: string[];
  readonly matrix: string[][];
  readonly alpha: string[][];
  readonly [field: string]: unknown;
}

interface MathFile {
  readonly epoch_math: { readonly cases: MathCase[] };
  readonly transcendental_I32F32: { readonly cases: (string | null)[][] };
}

const file = JSON.parse(gunzipSync(readFileSync(new URL('../../../fixtures/oracle/math-1.json.gz', import.meta.url))).toString()) as MathFile;
const bits = (text: string): X32 => I32F32.fromBits(BigInt(text));
const vector = (texts: string[]): X32[] => texts.map(bits);
const pairs = (matrix: SparseMatrix): [number, string][][] => matrix.map((row) => row.uids.map((uid, k) => [uid, String(row.values[k])]));

/** Every field of a case that is computed from its inputs. */
function results(one: MathCase): Record<string, unknown> {
  const n = one.stake.length;
  const stakeNorm = normalize(vector(one.stake));
  const score = vector(one.score);
  const sparse = one.matrix.map((row) => positives(vector(row)));
  const rowNorm = rowNormalize(sparse);
  const colNorm = columnNormalize(sparse, n);
  const medianCol = weightedMedianCol({ stake: stakeNorm, weights: rowNorm, columns: n, majority: u16ToProportion(32767) });
  const clip = clipWeights(rowNorm, medianCol);
  const sum = wrappingSum(stakeNorm);
  const minority = I32F32.saturatingSub(sum, I32F32.fromRational(1n, 2n));
  const alphas = rowNorm.map((row, i) => ({ uids: row.uids, values: row.uids.map((j) => bits(one.alpha[i]?.[j] ?? '0')) }));
  return {
    stakeNorm: stakeNorm.map(String),
    sum: String(sum),
    weightedMedian: stakeNorm.every((value) => value > 0n) ? String(weightedMedian({ stake: stakeNorm, score, minority, total: sum })) : null,
    rowNorm: pairs(rowNorm),
    colNorm: pairs(colNorm),
    colMaxUpscale: pairs(columnMaxUpscale(sparse, n)),
    medianCol: medianCol.map(String),
    clip: pairs(clip),
    matmul: matmul(clip, stakeNorm, n).map(String),
    matmulT: matmulTranspose(clip, stakeNorm).map(String),
    ema: pairs(matEma(rowNorm, colNorm, I32F32.fromRational(1n, 10n))),
    emaAlpha: pairs(matEmaAlpha(rowNorm, colNorm, alphas)),
    interpolate: pairs(interpolate({ from: rowNorm, to: clip, columns: n, ratio: I32F32.fromRational(3n, 10n) })),
    topkNonzero: isTopkNonzero(score, n > 1 ? n >> 1 : 1),
    'maxUpscaleU16(score)': vecMaxUpscaleToU16(score),
  };
}

describe('epoch/math.rs', () => {
  test.each(file.epoch_math.cases.map((one, i) => [i, one] as const))('case %i', (_, one) => {
    const { stake: _stake, score: _score, matrix: _matrix, alpha: _alpha, ...expected } = one;
    expect(results(one)).toEqual(expected);
  });

  test('exp_safe, safe_ln, sigmoid_safe', () => {
    const [rho, kappa] = [I32F32.fromInt(10), I32F32.fromRational(1n, 2n)];
    const cases = file.transcendental_I32F32.cases.map((row) => row.slice(0, 2).map((text) => bits(text ?? '0')));
    const expected = file.transcendental_I32F32.cases.map((row) => row.slice(9));
    expect(cases.map(([a, b]) => [expSafe(b as X32), safeLn(a as X32), sigmoidSafe(b as X32, rho, kappa)].map(String))).toEqual(expected);
  });
});
