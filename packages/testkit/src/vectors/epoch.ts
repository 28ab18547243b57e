/** Replays `fixtures/epoch-vectors.json.gz`: 160 single-mechanism epochs computed by upstream's mathematics, commit-reveal off. */
import { computeEpoch, type EpochInput, type EpochKernel, type EpochOutput, type X64 } from '@taonet/yuma';

/** One compared value of one vector. */
export interface VectorResult {
  readonly name: string;
  readonly ok: boolean;
  readonly expected: string;
  readonly got: string;
}

type Row = [number, number][];

interface EpochVector {
  readonly lastStepBlock: number;
  readonly emission: string;
  readonly input: {
    readonly n: number;
    readonly block: number;
    readonly stakeWeight: string[];
    readonly lastUpdate: number[];
    readonly blockAtRegistration: number[];
    readonly validatorPermit: boolean[];
    readonly weights: Row[];
    readonly bonds: Row[];
  };
  readonly output: Readonly<Record<keyof ReturnType<typeof comparable>, unknown>>;
}

interface EpochCase {
  readonly case: number;
  readonly params: {
    readonly kappa: number;
    readonly bondsPenalty: number;
    readonly bondsMovingAverage: number;
    readonly yuma3: boolean;
    readonly liquidAlpha: boolean;
    readonly alphaLow: number;
    readonly alphaHigh: number;
    readonly alphaSigmoidSteepness: number;
    readonly maxAllowedValidators: number;
    readonly stakeThreshold: string;
    readonly ownerUid: number | null;
    readonly tempo: number;
    readonly activityCutoff: number;
  };
  readonly epochs: EpochVector[];
}

export interface EpochVectors {
  readonly cases: EpochCase[];
}

/** Every output field of every step, compared exactly; by the oracle or by another kernel. */
export function replayEpoch(json: unknown, kernel: EpochKernel = computeEpoch): VectorResult[] {
  const { cases } = json as EpochVectors;
  return cases.flatMap((one) => one.epochs.flatMap((vector, step) => replayStep(one, { vector, kernel, name: `case ${one.case} epoch ${step}` })));
}

/** The input record of one vector. */
export function epochInputOf(params: EpochCase['params'], vector: EpochVector): EpochInput {
  const { input } = vector;
  return {
    neuronCount: input.n,
    block: BigInt(input.block),
    tempo: params.tempo,
    activityCutoffBlocks: BigInt(params.activityCutoff),
    lastUpdate: input.lastUpdate.map(BigInt),
    blockAtRegistration: input.blockAtRegistration.map(BigInt),
    stakeWeight: input.stakeWeight.map((rao) => (BigInt(rao) << 64n) as X64),
    stakeThresholdRao: BigInt(params.stakeThreshold),
    ownerUid: params.ownerUid ?? undefined,
    validatorPermit: input.validatorPermit,
    maxAllowedValidators: params.maxAllowedValidators,
    weights: input.weights,
    commitBlocks: undefined,
    kappaU16: params.kappa,
    bondsPenaltyU16: params.bondsPenalty,
    bondsMovingAverage: BigInt(params.bondsMovingAverage),
    yuma3On: params.yuma3,
    liquidAlphaOn: params.liquidAlpha,
    alphaLowU16: params.alphaLow,
    alphaHighU16: params.alphaHigh,
    alphaSigmoidSteepness: params.alphaSigmoidSteepness,
    bonds: input.bonds,
    lastStepBlock: BigInt(vector.lastStepBlock),
    emissionAlphaRao: BigInt(vector.emission),
  };
}

function replayStep(one: EpochCase, { vector, kernel, name }: { vector: EpochVector; kernel: EpochKernel; name: string }): VectorResult[] {
  const got = comparable(kernel(epochInputOf(one.params, vector)));
  const fields = Object.keys(vector.output) as (keyof typeof got)[];
  return fields.map((field) => compare(`${name} ${field}`, vector.output[field], got[field]));
}

/** Our output under the vectors' names, amounts as decimal strings. */
function comparable(output: EpochOutput) {
  return {
    active: output.active,
    stake: output.stakeWeight,
    consensus: output.consensus,
    incentive: output.incentive,
    dividends: output.dividends,
    validatorTrust: output.validatorTrust,
    serverEmission: output.serverEmission.map(String),
    validatorEmission: output.validatorEmission.map(String),
    combinedEmission: output.combinedEmission.map(String),
    newPermits: output.validatorPermit,
    bonds: output.bonds,
  };
}

function compare(name: string, expected: unknown, got: unknown): VectorResult {
  const [want, have] = [JSON.stringify(expected), JSON.stringify(got)];
  return { name, ok: want === have, expected: want, got: have };
}
