import { I64F64 } from '@taonet/primitives';
import { proportionToU16 } from './bits.ts';
import { sharesToEmission } from './emission.ts';
import { runEpoch } from './epochRun.ts';
import { sigmoidRule } from './liquidAlpha.ts';
import type { EpochRecorder } from './recorder.ts';
import { toStoredRow, type EpochInput, type EpochOutput, type StoredRow } from './records.ts';
import type { SparseMatrix, SparseRow } from './sparse.ts';

/** What a faster kernel has to look like: same input, same output, bit for bit. */
export type EpochKernel = (input: EpochInput, recorder?: EpochRecorder) => EpochOutput;

/**
 * One epoch of one mechanism: weights into consensus, incentive, bonds, dividends and alpha.
 *
 * cost: O(validators × neurons)
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism @ 14bc6f9
 */
export function computeEpoch(input: EpochInput, recorder?: EpochRecorder): EpochOutput {
  const run = runEpoch(input, { ownerIsExempt: true, alphaOf: sigmoidRule(input) }, recorder);
  return {
    active: run.active,
    stakeWeight: run.stake.map(proportionToU16),
    consensus: run.consensus.map(proportionToU16),
    incentive: run.incentive.map(proportionToU16),
    dividends: run.dividends.map(proportionToU16),
    validatorTrust: run.validatorTrust.map(proportionToU16),
    validatorPermit: run.newPermits,
    serverEmission: sharesToEmission(run.shares.server, input.emissionAlphaRao),
    validatorEmission: sharesToEmission(run.shares.validator, input.emissionAlphaRao),
    combinedEmission: sharesToEmission(run.shares.combined, input.emissionAlphaRao),
    bonds: storedBonds(run.bonds, run.newPermits),
    stakeRao: input.stakeWeight.map(I64F64.saturatingToU64),
  };
}

/** Rows of the validators permitted from now on; everybody else's row becomes empty, whatever it held. */
function storedBonds(bonds: SparseMatrix, newPermits: readonly boolean[]): StoredRow[] {
  return newPermits.map((permit, uid) => (permit ? toStoredRow(bonds[uid] as SparseRow) : []));
}
