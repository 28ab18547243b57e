/**
 * The epoch by the rules of May 2025. Against those of June 2026: no exemption for the owner (but its self-weight counts), no pending
 * commits, newcomers counted from one tempo ago, another curve of liquid alpha, bond rows that may stay as they are, and rank,
 * trust and pruning score as results of their own.
 */
import { proportionToU16 } from '../bits.ts';
import { sharesToEmission } from '../emission.ts';
import { runEpoch, type EpochRun } from '../epochRun.ts';
import type { EpochRecorder } from '../recorder.ts';
import { toStoredRow, type EpochInput, type EpochOutput, type StoredRow } from '../records.ts';
import type { SparseRow } from '../sparse.ts';
import { vecMaxUpscaleToU16 } from '../upscale.ts';
import { sigmoidRuleMay2025 } from './liquidAlpha.ts';
import { computeTrust } from './trust.ts';

/**
 * Everything one epoch reads. `activityCutoffBlocks` is ActivityCutoff itself; `alphaSigmoidSteepness` a u16 in ones.
 * The last step's block is not read: bonds to newcomers are dropped from `block − tempo` on.
 */
export type EpochInputMay2025 = Omit<EpochInput, 'lastStepBlock' | 'commitBlocks'>;

/** Everything one epoch gives back, by uid; every vector has n entries. */
export interface EpochOutputMay2025 extends Omit<EpochOutput, 'bonds' | 'stakeRao'> {
  /** 65535ths; what incentive is, under its older name. */
  readonly rank: readonly number[];
  /** 65535ths of the rank before clipping. */
  readonly trust: readonly number[];
  /** Combined emission shares, the largest 65535. */
  readonly pruningScores: readonly number[];
  /** The row to store for a uid; `undefined` leaves what is there. */
  readonly bonds: readonly (StoredRow | undefined)[];
}

/**
 * One subnet's epoch.
 *
 * cost: O(validators × neurons)
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch @ 1b0c63a
 */
export function computeEpochMay2025(input: EpochInputMay2025, recorder?: EpochRecorder): EpochOutputMay2025 {
  // Without a last step the mask of newcomers reaches back one tempo, which is the rule of this date.
  const whole: EpochInput = { ...input, lastStepBlock: 0n, commitBlocks: undefined };
  const run = runEpoch(whole, { ownerIsExempt: false, alphaOf: sigmoidRuleMay2025(input) }, recorder);
  const incentive = run.incentive.map(proportionToU16);
  return {
    active: run.active,
    stakeWeight: run.stake.map(proportionToU16),
    rank: incentive,
    trust: computeTrust(run).map(proportionToU16),
    consensus: run.consensus.map(proportionToU16),
    incentive,
    dividends: run.dividends.map(proportionToU16),
    validatorTrust: run.validatorTrust.map(proportionToU16),
    validatorPermit: run.newPermits,
    pruningScores: vecMaxUpscaleToU16(run.shares.combined),
    serverEmission: sharesToEmission(run.shares.server, input.emissionAlphaRao),
    validatorEmission: sharesToEmission(run.shares.validator, input.emissionAlphaRao),
    combinedEmission: sharesToEmission(run.shares.combined, input.emissionAlphaRao),
    bonds: storedBonds(run),
  };
}

/** Rows of those permitted from now on; one that loses its permit has its row emptied, all others keep theirs. */
function storedBonds({ bonds, newPermits, oldPermits }: EpochRun): (StoredRow | undefined)[] {
  return newPermits.map((permit, uid) => {
    if (permit) return toStoredRow(bonds[uid] as SparseRow);
    return oldPermits[uid] === true ? [] : undefined;
  });
}
