import { I64F64 } from '@taonet/primitives';
import { proportionToU16, type X32 } from './bits.ts';
import { computeActive } from './active.ts';
import { computeBondsYuma2, computeBondsYuma3 } from './bonds.ts';
import { computeWeightsForBonds } from './bondsPenalty.ts';
import { clipWeights, computeValidatorTrust } from './clip.ts';
import { computeConsensus } from './consensus.ts';
import { computeEmissionShares, sharesToEmission } from './emission.ts';
import { computeRanks } from './incentive.ts';
import type { EpochRecorder } from './recorder.ts';
import type { EpochInput, EpochOutput, StoredRow } from './records.ts';
import type { SparseMatrix, SparseRow } from './sparse.ts';
import { computeActiveStake, computeStake } from './stake.ts';
import { computeNewPermits, computeOldPermits } from './validatorPermits.ts';
import { normalize } from './vector.ts';
import { computeWeights } from './weights.ts';

/** What a faster kernel has to look like: same input, same output, bit for bit. */
export type EpochKernel = (input: EpochInput, recorder?: EpochRecorder) => EpochOutput;

/**
 * One epoch of one mechanism: weights into consensus, incentive, bonds, dividends and alpha.
 *
 * cost: O(validators × neurons)
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism @ 14bc6f9
 */
export function computeEpoch(input: EpochInput, recorder?: EpochRecorder): EpochOutput {
  const active = computeActive(input);
  recorder?.record('active', active);
  const stake = computeStake(input);
  recorder?.record('stake', stake);
  const permits = computeOldPermits(input);
  recorder?.record('oldPermits', permits);
  const newPermits = computeNewPermits(stake, input);
  recorder?.record('newPermits', newPermits);
  const activeStake = computeActiveStake(stake, active, permits);
  recorder?.record('activeStake', activeStake);

  const weights = computeWeights(input, permits, recorder);
  const consensus = computeConsensus(input, weights, activeStake);
  recorder?.record('consensus', consensus);
  const clipped = clipWeights(weights, consensus);
  recorder?.record('clippedWeights', clipped);
  const validatorTrust = computeValidatorTrust(clipped);
  recorder?.record('validatorTrust', validatorTrust);

  const ranks = computeRanks(clipped, activeStake);
  recorder?.record('ranks', ranks);
  const incentive = normalize(ranks);
  recorder?.record('incentive', incentive);

  const weightsForBonds = computeWeightsForBonds(weights, clipped, input.bondsPenaltyU16);
  recorder?.record('weightsForBonds', weightsForBonds);
  const computeBonds = input.yuma3On ? computeBondsYuma3 : computeBondsYuma2;
  const { bonds, dividends } = computeBonds(input, { weights: weightsForBonds, consensus, incentive, activeStake }, recorder);
  recorder?.record('dividends', dividends);
  recorder?.record('bonds', bonds);

  const shares = computeEmissionShares({ incentive, dividends, activeStake, stake });
  recorder?.record('serverShare', shares.server);
  recorder?.record('validatorShare', shares.validator);
  recorder?.record('combinedShare', shares.combined);

  return {
    active,
    stakeWeight: stake.map(proportionToU16),
    consensus: consensus.map(proportionToU16),
    incentive: incentive.map(proportionToU16),
    dividends: dividends.map(proportionToU16),
    validatorTrust: validatorTrust.map(proportionToU16),
    validatorPermit: newPermits,
    serverEmission: sharesToEmission(shares.server, input.emissionAlphaRao),
    validatorEmission: sharesToEmission(shares.validator, input.emissionAlphaRao),
    combinedEmission: sharesToEmission(shares.combined, input.emissionAlphaRao),
    bonds: storedBonds(bonds, newPermits),
    stakeRao: input.stakeWeight.map(I64F64.saturatingToU64),
  };
}

/** Rows of the validators permitted from now on; everybody else's row becomes empty, whatever it held. */
function storedBonds(bonds: SparseMatrix, newPermits: readonly boolean[]): StoredRow[] {
  return newPermits.map((permit, uid) => (permit ? toStoredRow(bonds[uid] as SparseRow) : []));
}

function toStoredRow(row: SparseRow): StoredRow {
  return row.uids.map((uid, k) => [uid, proportionToU16(row.values[k] as X32)] as const);
}
