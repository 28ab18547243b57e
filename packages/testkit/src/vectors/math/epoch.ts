/** Section `epoch_math` and the epoch's columns of `transcendental_I32F32`. */

import { fixedLn, I32F32 } from '@taonet/primitives';
import {
  clipWeights, columnMaxUpscale, columnNormalize, expSafe, interpolate, isTopkNonzero, matEma, matEmaAlpha, matmul, matmulTranspose, normalize,
  rowNormalize, sigmoidSafe, vecMaxUpscaleToU16, weightedMedian, weightedMedianCol, type SparseMatrix,
} from '@taonet/yuma';
import { outcome, type MathOutcome } from './replay.ts';

const bits = (text: string): I32F32 => I32F32.fromBits(BigInt(text));
const vector = (texts: readonly string[]): I32F32[] => texts.map(bits);
/** Entries above zero, as the file's maker took them. */
const sparse = (rows: readonly (readonly string[])[]): SparseMatrix =>
  rows.map((row) => {
    const uids = row.flatMap((text, uid) => (BigInt(text) > 0n ? [uid] : []));
    return { uids, values: uids.map((uid) => bits(row[uid]!)) };
  });
const spelled = (matrix: SparseMatrix): unknown => matrix.map(({ uids, values }) => uids.map((uid, k) => [uid, values[k]]));

/** κ of the cases. */
const MAJORITY = I32F32.safeDiv(I32F32.fromInt(32767), I32F32.fromInt(65535));

type EpochCase = Readonly<Record<string, unknown>>;

export function replayEpochMath(cases: readonly EpochCase[]): MathOutcome[] {
  return cases.flatMap((row, i) => Object.entries(figures(row)).map(([name, got]) => outcome(`epoch_math/${i}/${name}`, row[name], got)));
}

function figures(row: EpochCase): Record<string, unknown> {
  const stake = vector(row['stake'] as string[]);
  const score = vector(row['score'] as string[]);
  const matrix = sparse(row['matrix'] as string[][]);
  const n = stake.length;
  const stakeNorm = normalize(stake);
  const sum = I32F32.fromBits(stakeNorm.reduce<bigint>((total, value) => total + value, 0n));
  const minority = I32F32.saturatingSub(sum, I32F32.fromRational(1n, 2n));
  const rowNorm = rowNormalize(matrix);
  const colNorm = columnNormalize(matrix, n);
  const medianCol = weightedMedianCol({ stake: stakeNorm, weights: rowNorm, columns: n, majority: MAJORITY });
  const clip = clipWeights(rowNorm, medianCol);
  const alphas = row['alpha'] as string[][];
  const alphaOfEntries = rowNorm.map(({ uids }, i) => ({ uids, values: uids.map((uid) => bits(alphas[i]![uid]!)) }));
  return {
    stakeNorm, sum, rowNorm: spelled(rowNorm), colNorm: spelled(colNorm), colMaxUpscale: spelled(columnMaxUpscale(matrix, n)),
    weightedMedian: stake.every((value) => value > 0n) ? weightedMedian({ stake: stakeNorm, score, minority, total: sum }) : undefined,
    medianCol, clip: spelled(clip), matmul: matmul(clip, stakeNorm, n), matmulT: matmulTranspose(clip, stakeNorm),
    ema: spelled(matEma(rowNorm, colNorm, I32F32.fromLiteral('0.1'))),
    emaAlpha: spelled(matEmaAlpha(rowNorm, colNorm, alphaOfEntries)),
    interpolate: spelled(interpolate({ from: rowNorm, to: clip, columns: n, ratio: I32F32.fromLiteral('0.3') })),
    'maxUpscaleU16(score)': vecMaxUpscaleToU16(score),
    topkNonzero: isTopkNonzero(score, Math.max(1, Math.floor(n / 2))),
  };
}

/** exp_safe(b), safe_ln(a), sigmoid_safe(b, 10, 0.5). */
export function replayEpochTranscendental(cases: readonly (readonly (string | null)[])[]): MathOutcome[] {
  const rho = I32F32.fromInt(10);
  const kappa = I32F32.fromLiteral('0.5');
  return cases.flatMap((row, i) => {
    const a = bits(row[0]!);
    const b = bits(row[1]!);
    return [
      outcome(`transcendental_I32F32/${i}/exp_safe`, row[9], expSafe(b)),
      outcome(`transcendental_I32F32/${i}/safe_ln`, row[10], fixedLn(I32F32, a) ?? I32F32.zero),
      outcome(`transcendental_I32F32/${i}/sigmoid_safe`, row[11], sigmoidSafe(b, rho, kappa)),
    ];
  });
}
