/**
 * What one mechanism's epoch reads and what it writes, as plain records. README.md names the storage item
 * behind each field.
 */
import { proportionToU16, type Uid, type X32, type X64 } from './bits.ts';
import type { SparseRow } from './sparse.ts';

/** A row as `Weights` and `Bonds` store it: (column uid, u16) pairs in stored order, explicit zeros included. */
export type StoredRow = readonly (readonly [uid: Uid, value: number])[];

/**
 * Everything one epoch of one mechanism reads. Vectors are indexed by uid; blocks are u64.
 *
 * shapes: n = `neuronCount`; `stakeWeight` has n entries; other vectors may be shorter (each says what is then assumed)
 */
export interface EpochInput {
  readonly neuronCount: number;
  readonly block: bigint;
  /** Blocks between epochs; only used before the first successful epoch. */
  readonly tempo: number;
  /** Blocks without a weight update after which a neuron is inactive. */
  readonly activityCutoffBlocks: bigint;
  /** Block of each neuron's last weights (or commit); missing = 0. */
  readonly lastUpdate: readonly bigint[];
  /** Block at which each neuron got its uid; missing = 0. */
  readonly blockAtRegistration: readonly bigint[];
  /** I64F64 bits of alpha + TAO weight × root TAO, both inherited; `computeStakeWeight` gives it. */
  readonly stakeWeight: readonly X64[];
  /** Stake weight in rao under which a neuron counts as having none. */
  readonly stakeThresholdRao: bigint;
  /** Uid of the subnet owner's hotkey: free of the threshold, always permitted, keeps its self-weight. */
  readonly ownerUid: Uid | undefined;
  /** Permits granted by the previous epoch; missing = none, but see `maskVector` for an empty vector. */
  readonly validatorPermit: readonly boolean[];
  readonly maxAllowedValidators: number;
  /** `weights[validator]`, missing = no weights. Entries for uids ≥ n are ignored. */
  readonly weights: readonly StoredRow[];
  /** Block of each neuron's oldest live commit; `undefined` as a whole when commit-reveal is off. */
  readonly commitBlocks: readonly (bigint | undefined)[] | undefined;
  /** κ in 65535ths. */
  readonly kappaU16: number;
  /** β in 65535ths. */
  readonly bondsPenaltyU16: number;
  /** Millionths of the old bond that stay. */
  readonly bondsMovingAverage: bigint;
  readonly yuma3On: boolean;
  readonly liquidAlphaOn: boolean;
  /** Lower and upper bound of liquid alpha in 65535ths. */
  readonly alphaLowU16: number;
  readonly alphaHighU16: number;
  /** Hundredths, i16; negative turns the sigmoid round. */
  readonly alphaSigmoidSteepness: number;
  /** `bonds[validator]`, missing = none. Entries for uids ≥ n are kept as far as upstream keeps them. */
  readonly bonds: readonly StoredRow[];
  /** Block of the previous successful epoch, 0 = never. */
  readonly lastStepBlock: bigint;
  /** Alpha to distribute, in rao. */
  readonly emissionAlphaRao: bigint;
}

/** Everything one epoch of one mechanism gives back, by uid; every vector has n entries. */
export interface EpochOutput {
  readonly active: readonly boolean[];
  /** 65535ths of the total stake that passed the threshold. */
  readonly stakeWeight: readonly number[];
  readonly consensus: readonly number[];
  readonly incentive: readonly number[];
  readonly dividends: readonly number[];
  readonly validatorTrust: readonly number[];
  /** Permits from the next epoch on. */
  readonly validatorPermit: readonly boolean[];
  /** Alpha in rao, rounded down; dust is lost. */
  readonly serverEmission: readonly bigint[];
  readonly validatorEmission: readonly bigint[];
  /** What `Emission` stores: the share of incentive and dividends together. */
  readonly combinedEmission: readonly bigint[];
  /** The row to store for **every** uid; empty without a new permit. */
  readonly bonds: readonly StoredRow[];
  /** Stake weight in rao before the threshold, for voting power. */
  readonly stakeRao: readonly bigint[];
}

/** A row of proportions as it is stored. rounding: down to 65535ths */
export function toStoredRow(row: SparseRow): StoredRow {
  return row.uids.map((uid, k) => [uid, proportionToU16(row.values[k] as X32)] as const);
}
