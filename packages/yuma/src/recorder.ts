/** The optional witness of an epoch: it gets every named intermediate of the very run whose result counts. */
import type { X32 } from './bits.ts';
import type { SparseMatrix } from './sparse.ts';

/** Every stage and what it yields, in the order in which an epoch records them. Fixed-point values are I32F32 bits. */
export interface EpochStages {
  readonly active: readonly boolean[];
  readonly stake: readonly X32[];
  readonly oldPermits: readonly boolean[];
  readonly newPermits: readonly boolean[];
  readonly activeStake: readonly X32[];
  readonly weightsStored: SparseMatrix;
  readonly weightsPermitted: SparseMatrix;
  readonly weightsNotSelf: SparseMatrix;
  readonly weightsNotOutdated: SparseMatrix;
  /** Only with commit-reveal on. */
  readonly weightsNotCommitted: SparseMatrix;
  readonly weights: SparseMatrix;
  readonly consensus: readonly X32[];
  readonly clippedWeights: SparseMatrix;
  readonly validatorTrust: readonly X32[];
  readonly ranks: readonly X32[];
  readonly incentive: readonly X32[];
  readonly weightsForBonds: SparseMatrix;
  /** As loaded: whole u16s in Yuma 2, proportions in Yuma 3. */
  readonly bondsStored: SparseMatrix;
  /** After the mask of recently registered miners; in Yuma 2 also column-normalised. */
  readonly bondsOld: SparseMatrix;
  /** Only Yuma 2: new bonds before averaging, column-normalised. */
  readonly bondsDelta: SparseMatrix;
  /** Only liquid alpha: one alpha per entry of `weightsForBonds`. */
  readonly alphas: SparseMatrix;
  /** The moving average itself; in Yuma 2 column-normalised. */
  readonly bondsEma: SparseMatrix;
  /** Only Yuma 3: what dividends are computed from. */
  readonly bondsNormalized: SparseMatrix;
  /** Only Yuma 3: each validator's bonds weighted by incentive. */
  readonly bondsTotal: readonly X32[];
  readonly dividends: readonly X32[];
  /** What is stored, as proportions: in Yuma 2 max-upscaled by column. */
  readonly bonds: SparseMatrix;
  readonly serverShare: readonly X32[];
  readonly validatorShare: readonly X32[];
  readonly combinedShare: readonly X32[];
}

export type EpochStage = keyof EpochStages;

export interface EpochRecorder {
  record<Stage extends EpochStage>(stage: Stage, value: EpochStages[Stage]): void;
}
