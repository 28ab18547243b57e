export { computeEpoch, type EpochKernel } from './epoch.ts';
export type { EpochInput, EpochOutput, StoredRow } from './records.ts';
export {
  GLOBAL_MAX_SUBNET_COUNT, MAX_MECHANISM_COUNT_PER_SUBNET, aggregateMechanisms, computeEpochWithMechanisms, mechanismStorageIndex,
  mechanismWeights, splitEmissions, splitStorageIndex, type SubnetEpochInput, type SubnetEpochOutput,
} from './mechanisms.ts';
export type { EpochRecorder, EpochStage, EpochStages } from './recorder.ts';
export { computeActivityCutoffBlocks } from './active.ts';
export { computeStakeWeight } from './stake.ts';
export { computeCommitBlocks, isCommitExpired, type PendingCommit, type PendingCommits } from './commitBlocks.ts';
export { bondsAlpha } from './bonds.ts';
export { alphaCurve, alphaSigmoid, type AlphaCurve } from './liquidAlpha.ts';
export { exp, expSafe, safeLn, sigmoidSafe } from './exp.ts';
export { isTopk, isTopkNonzero, isZero, maskVector, normalize, normalizeUsingSum, vecMul } from './vector.ts';
export { checkVecMaxLimited, vecMaxUpscaleToU16, vecU16MaxUpscaleToU16 } from './upscale.ts';
export {
  columnMaxUpscale, columnNormalize, matVecMul, matmul, matmulTranspose, rowHadamard, rowNormalize, rowSums,
  type SparseMatrix, type SparseRow,
} from './sparse.ts';
export { weightedMedian, weightedMedianCol, type MedianSearch } from './weightedMedian.ts';
export { clipWeights } from './clip.ts';
export { interpolate } from './bondsPenalty.ts';
export { matEma, matEmaAlpha } from './ema.ts';
export { proportionToU16, u16ToProportion, type X32, type X64 } from './bits.ts';
export { computeEpochMay2025, type EpochInputMay2025, type EpochOutputMay2025 } from './may2025/epoch.ts';
