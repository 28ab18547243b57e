import { I32F32, I64F64 } from '@taonet/primitives';
import { ONE, fromInteger, saturatingSub, u16ToProportion, type X32 } from './bits.ts';
import { matEma, matEmaAlpha } from './ema.ts';
import { computeAlphas, type AlphaRule } from './liquidAlpha.ts';
import type { EpochRecorder } from './recorder.ts';
import type { EpochInput, StoredRow } from './records.ts';
import { columnMaxUpscale, columnNormalize, filterEntries, matmulTranspose, matVecMul, rowHadamard, rowSums, type SparseMatrix } from './sparse.ts';
import { normalize, vecMul } from './vector.ts';

/** What both kinds of bonds are made from; `weights` after the bonds penalty. */
export interface BondsBasis {
  readonly weights: SparseMatrix;
  readonly consensus: readonly X32[];
  readonly incentive: readonly X32[];
  readonly activeStake: readonly X32[];
  /** Liquid alpha's curve; only Yuma 3 asks it. */
  readonly alphaOf: AlphaRule;
}

export interface BondsAndDividends {
  /** To be stored, as proportions. */
  readonly bonds: SparseMatrix;
  readonly dividends: readonly X32[];
}

const MILLION = I64F64.fromInt(1_000_000);

/**
 * Yuma 2: a bond is a validator's share of a miner, bought with stake; the average is over shares of the column.
 * Stored bonds are scaled so that the largest of a column is 1. No liquid alpha here.
 *
 * keeps: columns of the average sum to at most 1
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism, compute_ema_bonds_normal_sparse @ 14bc6f9
 */
export function computeBondsYuma2(input: EpochInput, basis: BondsBasis, recorder?: EpochRecorder): BondsAndDividends {
  const n = input.neuronCount;
  const stored = loadBonds(input, fromInteger);
  recorder?.record('bondsStored', stored);
  const old = columnNormalize(dropNewcomers(stored, input), n);
  recorder?.record('bondsOld', old);
  const delta = columnNormalize(rowHadamard(basis.weights, basis.activeStake), n);
  recorder?.record('bondsDelta', delta);
  const ema = columnNormalize(matEma(delta, old, bondsAlpha(input.bondsMovingAverage)), n);
  recorder?.record('bondsEma', ema);
  const dividends = normalize(matmulTranspose(ema, basis.incentive));
  return { bonds: columnMaxUpscale(ema, n), dividends };
}

/**
 * Yuma 3: a bond follows the weight itself, whatever the stake; stake comes in with the dividends. Bonds are stored
 * as they are.
 *
 * keeps: 0 < bond ≤ 1 with liquid alpha
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism, compute_bonds_sparse @ 14bc6f9
 */
export function computeBondsYuma3(input: EpochInput, basis: BondsBasis, recorder?: EpochRecorder): BondsAndDividends {
  const stored = loadBonds(input, u16ToProportion);
  recorder?.record('bondsStored', stored);
  const old = dropNewcomers(stored, input);
  recorder?.record('bondsOld', old);
  const bonds = averageYuma3(input, basis, { old, recorder });
  recorder?.record('bondsEma', bonds);
  const shares = columnNormalize(bonds, input.neuronCount);
  recorder?.record('bondsNormalized', shares);
  const total = rowSums(matVecMul(shares, basis.incentive));
  recorder?.record('bondsTotal', total);
  return { bonds, dividends: normalize(vecMul(total, basis.activeStake)) };
}

/** With liquid alpha each bond has its own speed; without it, or without any consensus, all have the same. */
function averageYuma3(
  input: EpochInput,
  { weights, consensus, alphaOf }: BondsBasis,
  { old, recorder }: { readonly old: SparseMatrix; readonly recorder: EpochRecorder | undefined },
): SparseMatrix {
  if (!input.liquidAlphaOn || consensus.every((value) => value === 0n)) {
    return matEma(weights, old, bondsAlpha(input.bondsMovingAverage));
  }
  const alphas = computeAlphas({ weights, bonds: old, consensus, alphaOf });
  recorder?.record('alphas', alphas);
  return matEmaAlpha(weights, old, alphas);
}

/**
 * How much of the fresh bond comes in: 1 − average / 10^6.
 *
 * rounding: the quotient down to 32 fraction bits, so alpha up
 * source: pallets/subtensor/src/epoch/run_epoch.rs, compute_disabled_liquid_alpha @ 14bc6f9
 */
export function bondsAlpha(bondsMovingAverage: bigint): X32 {
  const stays = I64F64.safeDiv(I64F64.fromInt(bondsMovingAverage), MILLION);
  return saturatingSub(ONE, I64F64.to(I32F32, stays));
}

/** One row per neuron; unlike weights, columns beyond the last neuron are kept here and fall out later. */
function loadBonds(input: EpochInput, toFixed: (value: number) => X32): SparseMatrix {
  return Array.from({ length: input.neuronCount }, (_, uid) => loadRow(input.bonds[uid] ?? [], toFixed));
}

function loadRow(row: StoredRow, toFixed: (value: number) => X32): SparseMatrix[number] {
  return { uids: row.map(([uid]) => uid), values: row.map(([, value]) => toFixed(value)) };
}

/** Without bonds to miners that got their uid since the previous epoch: those bonds were to somebody else. */
function dropNewcomers(bonds: SparseMatrix, input: EpochInput): SparseMatrix {
  const since = newcomersSince(input);
  return filterEntries(bonds, (_, j) => since > (input.blockAtRegistration[j] ?? 0n));
}

/** First block after the previous successful epoch; one tempo ago when there was none. */
function newcomersSince({ lastStepBlock, block, tempo }: EpochInput): bigint {
  if (lastStepBlock > 0n) return lastStepBlock + 1n;
  const ago = block - BigInt(tempo);
  return ago < 0n ? 0n : ago;
}
