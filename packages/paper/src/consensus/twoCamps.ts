/**
 * Upstream's consensus experiment: 64 validators weigh 448 miners, in two camps. The major camp (so much stake) says how much it thinks of its
 * own miners, the minor camp, a cabal, how much of its own; everybody errs a little. What comes out is how much of one epoch's emission
 * the major camp ends with. Where that is its share of stake, it retains it: the published lines.
 *
 * source: pallets/subtensor/src/tests/consensus.rs, map_consensus_guarantees; docs/consensus.md @ 14bc6f9
 */

import { I32F32, I64F64 } from '@taonet/primitives';
import { vecU16MaxUpscaleToU16, type EpochInput, type EpochKernel, type StoredRow } from '@taonet/yuma';
import { SeededNumbers } from './seededNumbers.ts';

export interface Camps {
  /** Shares of 1, in hundredths: stake of the major camp, and the weight each camp puts on its own miners. */
  readonly majorStake: number;
  readonly majorWeight: number;
  readonly cabalWeight: number;
}

export interface CampSettings {
  /** Spread of each validator's weights, hundredths; 40 in most published figures. */
  readonly sigma: number;
  readonly kappaU16: number;
  readonly bondsPenaltyU16: number;
  readonly yuma3On: boolean;
}

/** Of the published figures `weights_stddev_40`, `bonds_penalty_100`, `validator_emission_50`. */
export const PUBLISHED: CampSettings = { sigma: 40, kappaU16: 32_767, bondsPenaltyU16: 65_534, yuma3On: false };

const VALIDATORS = 64;
const MINERS = 448;
const TOTAL_STAKE = 21n * 10n ** 15n;
const EMISSION = 1_000_000_000n;
const STAKE_SIGMA = 30;
const U16_MAX = I32F32.fromInt(65_535);

const hundredths = (value: number): I32F32 => I32F32.fromLiteral((value / 100).toFixed(2));
/** Weights are divided out, which truncates. */
const divided = (value: number): I32F32 => I32F32.saturatingDiv(I32F32.fromInt(value), I32F32.fromInt(100));

/** Upstream gives this one in single precision. */
const inSinglePrecision = (value: number): I32F32 => I32F32.fromBits(BigInt(Math.fround(value / 100) * 2 ** 32));

/** Uids of each camp, the major one's first. */
interface Layout {
  readonly majorValidators: number;
  readonly majorMiners: number;
}

function layoutOf(majorStake: number): Layout {
  const part = (of: number): number => Math.min(of - 1, Math.max(1, Number(I32F32.floorToInt(I32F32.saturatingMul(hundredths(majorStake), I32F32.fromInt(of))))));
  return { majorValidators: part(VALIDATORS), majorMiners: part(MINERS) };
}

/** max(0, σ·z + 1), scaled to a sum of 1. */
function spread(draws: readonly I32F32[], sigma: I32F32): I32F32[] {
  const values = draws.map((z) => I32F32.larger(I32F32.zero, I32F32.saturatingAdd(I32F32.saturatingMul(sigma, z), I32F32.one)));
  const sum = values.reduce((a, b) => I32F32.saturatingAdd(a, b), I32F32.zero);
  return values.map((value) => I32F32.saturatingDiv(value, sum));
}

interface Society extends Layout {
  readonly stakes: readonly bigint[];
  /** For each validator how it divides a camp's weight over that camp's miners: the major one's, then the cabal's. */
  readonly tastes: readonly (readonly [I32F32[], I32F32[]])[];
}

const societies = new Map<string, Society>();

/** The same for every pair of weights, as upstream seeds its numbers anew each time. */
function societyOf(majorStake: number, sigma: number): Society {
  const key = `${majorStake} ${sigma}`;
  const known = societies.get(key);
  if (known !== undefined) return known;
  const layout = layoutOf(majorStake);
  const { majorValidators, majorMiners } = layout;
  const numbers = new SeededNumbers(0n);
  const share = hundredths(majorStake);
  const camps = [[majorValidators, share], [VALIDATORS - majorValidators, I32F32.saturatingSub(I32F32.one, share)]] as const;
  const wide = (value: I32F32) => I32F32.to(I64F64, value);
  const stakes = camps.flatMap(([count, ratio]) => spread(numbers.normal(count), hundredths(STAKE_SIGMA)).map((one) =>
    I64F64.saturatingToU64(I64F64.saturatingMul(I64F64.saturatingMul(wide(ratio), wide(one)), I64F64.fromInt(TOTAL_STAKE)))));
  const width = inSinglePrecision(sigma);
  const tastes = stakes.map(() => [spread(numbers.normal(majorMiners), width), spread(numbers.normal(MINERS - majorMiners), width)] as const);
  const society = { ...layout, stakes, tastes };
  societies.set(key, society);
  return society;
}

/** What the validators submit, as the chain stores it; a miner's own row says nothing of others. */
function weightsOf({ majorValidators, tastes }: Society, { majorWeight, cabalWeight }: Camps): StoredRow[] {
  return tastes.map((camps, validator) => {
    const [major, cabal] = [divided(majorWeight), divided(cabalWeight)];
    const onMajor = validator < majorValidators ? major : I32F32.saturatingSub(I32F32.one, cabal);
    const onCabal = validator < majorValidators ? I32F32.saturatingSub(I32F32.one, major) : cabal;
    const values = [onMajor, onCabal].flatMap((weight, camp) =>
      camps[camp]!.map((one) => I32F32.saturatingToU16(I32F32.saturatingMul(I32F32.saturatingMul(weight, one), U16_MAX))));
    return vecU16MaxUpscaleToU16(values).map((value, miner) => [VALIDATORS + miner, value] as const);
  });
}

const fill = <T>(value: T): T[] => Array.from({ length: VALIDATORS + MINERS }, () => value);

/** The epoch that follows. */
export function campsInput(camps: Camps, { sigma, kappaU16, bondsPenaltyU16, yuma3On }: CampSettings): EpochInput {
  const society = societyOf(camps.majorStake, sigma);
  const isValidator = fill(0).map((_, uid) => uid < VALIDATORS);
  return {
    neuronCount: VALIDATORS + MINERS, block: 2n, tempo: 65_534, activityCutoffBlocks: 5_000n, lastUpdate: fill(2n), blockAtRegistration: fill(0n),
    stakeWeight: isValidator.map((yes, uid) => I64F64.fromInt(yes ? society.stakes[uid]! : 0n)), stakeThresholdRao: 0n, ownerUid: undefined,
    validatorPermit: isValidator, maxAllowedValidators: VALIDATORS, weights: weightsOf(society, camps), commitBlocks: undefined,
    kappaU16, bondsPenaltyU16, bondsMovingAverage: 900_000n, yuma3On, liquidAlphaOn: false, alphaLowU16: 45_875, alphaHighU16: 58_982, alphaSigmoidSteepness: 1000,
    bonds: [], lastStepBlock: 0n, emissionAlphaRao: EMISSION,
  };
}

/** The major camp's part of the emission, as I32F32 bits. */
export function majorEmission(epoch: (input: EpochInput) => Pick<ReturnType<EpochKernel>, 'combinedEmission'>, camps: Camps, settings: CampSettings = PUBLISHED): I32F32 {
  const { majorValidators, majorMiners } = societyOf(camps.majorStake, settings.sigma);
  const emission = epoch(campsInput(camps, settings)).combinedEmission;
  const isMajor = (uid: number): boolean => (uid < VALIDATORS ? uid < majorValidators : uid - VALIDATORS < majorMiners);
  const sum = (of: readonly bigint[]): I64F64 => I64F64.fromInt(of.reduce((a, b) => a + b, 0n));
  return I64F64.to(I32F32, I64F64.saturatingDiv(sum(emission.filter((_, uid) => isMajor(uid))), sum(emission)));
}

/** Step of upstream's grid, hundredths. */
const STEP = 2;

export interface Crossing {
  /** Neighbours on the grid, hundredths: the major camp keeps its share at the second one, and not at the first. */
  readonly between: readonly [number, number];
  /** The weight of 1 at which it does, on the straight line between them. */
  readonly weight: number;
}

type EmissionAt = (majorWeight: number) => number;

/** The least weight on its own miners at which the major camp keeps its share of emission against this cabal; undefined where it never does below 1. */
export function retainingWeight(at: EmissionAt, majorStake: number): Crossing | undefined {
  let [low, high] = [0, 100 / STEP];
  if (at(high * STEP - STEP) < majorStake / 100) return undefined;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at(middle * STEP) < majorStake / 100) low = middle;
    else high = middle;
  }
  const between = [low * STEP, high * STEP] as const;
  return { between, weight: crossing(at, between, majorStake) };
}

/** Where the straight line between two points of the grid meets the share of stake. */
export function crossing(at: EmissionAt, [low, high]: Crossing['between'], majorStake: number): number {
  const [below, above] = [at(low), at(high)];
  return (low + ((high - low) * (majorStake / 100 - below)) / (above - below)) / 100;
}
