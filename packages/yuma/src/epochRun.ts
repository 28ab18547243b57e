/** The stages of an epoch in their order: what the rules of every date share. */
import { computeActive } from './active.ts';
import type { X32 } from './bits.ts';
import { computeBondsYuma2, computeBondsYuma3 } from './bonds.ts';
import { computeWeightsForBonds } from './bondsPenalty.ts';
import { clipWeights, computeValidatorTrust } from './clip.ts';
import { computeConsensus } from './consensus.ts';
import { computeEmissionShares, type EmissionShares } from './emission.ts';
import { computeRanks } from './incentive.ts';
import type { AlphaRule } from './liquidAlpha.ts';
import type { EpochRecorder } from './recorder.ts';
import type { EpochInput } from './records.ts';
import type { SparseMatrix } from './sparse.ts';
import { computeActiveStake, computeStake } from './stake.ts';
import { computeNewPermits, computeOldPermits } from './validatorPermits.ts';
import { normalize } from './vector.ts';
import { computeWeights } from './weights.ts';

/** Where the rules of two dates differ inside the stages. */
export interface EpochRules {
  /** Whether the owner's neuron passes the stake threshold and is permitted in any case. It keeps its self-weight either way. */
  readonly ownerIsExempt: boolean;
  /** Liquid alpha's curve. */
  readonly alphaOf: AlphaRule;
}

/** What the stages give, still as fixed-point shares by uid. */
export interface EpochRun {
  readonly active: readonly boolean[];
  readonly stake: readonly X32[];
  readonly oldPermits: readonly boolean[];
  readonly newPermits: readonly boolean[];
  readonly activeStake: readonly X32[];
  readonly weights: SparseMatrix;
  readonly consensus: readonly X32[];
  readonly validatorTrust: readonly X32[];
  /** Before they are normalised into incentive. */
  readonly ranks: readonly X32[];
  readonly incentive: readonly X32[];
  readonly dividends: readonly X32[];
  readonly bonds: SparseMatrix;
  readonly shares: EmissionShares;
}

/**
 * Weights into consensus, incentive, bonds, dividends and shares of the emission.
 *
 * cost: O(validators × neurons)
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism @ 14bc6f9, epoch @ 1b0c63a
 */
export function runEpoch(input: EpochInput, rules: EpochRules, recorder?: EpochRecorder): EpochRun {
  const graded = rules.ownerIsExempt ? input : { ...input, ownerUid: undefined };
  const active = computeActive(input);
  recorder?.record('active', active);
  const stake = computeStake(graded);
  recorder?.record('stake', stake);
  const oldPermits = computeOldPermits(graded);
  recorder?.record('oldPermits', oldPermits);
  const newPermits = computeNewPermits(stake, graded);
  recorder?.record('newPermits', newPermits);
  const activeStake = computeActiveStake(stake, active, oldPermits);
  recorder?.record('activeStake', activeStake);

  const weights = computeWeights(input, oldPermits, recorder);
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
  const { bonds, dividends } = computeBonds(input, { weights: weightsForBonds, consensus, incentive, activeStake, alphaOf: rules.alphaOf }, recorder);
  recorder?.record('dividends', dividends);
  recorder?.record('bonds', bonds);

  const shares = computeEmissionShares({ incentive, dividends, activeStake, stake });
  recorder?.record('serverShare', shares.server);
  recorder?.record('validatorShare', shares.validator);
  recorder?.record('combinedShare', shares.combined);
  return { active, stake, oldPermits, newPermits, activeStake, weights, consensus, validatorTrust, ranks, incentive, dividends, bonds, shares };
}
