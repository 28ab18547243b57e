import { alphaCurve, bondsAlpha, computeEpoch, u16ToProportion, type EpochInput, type EpochKernel, type StoredRow } from '@taonet/yuma';
import { EpochMemory, type ArrayName } from './epochMemory.ts';
import { readOutput } from './readOutput.ts';
import { startEpochWasm, type EpochWasm } from './wasm.ts';

const NO_BLOCK = 0xffff_ffff_ffff_ffffn;
const NO_UID = 0xffff_ffffn;
/** Uids are u16: no row reaches further. */
const REGISTRATIONS_MAX = 65_536;

/**
 * The epoch in WebAssembly: bit for bit what `computeEpoch` gives. With a recorder, and where stakes leave the range
 * that the kernel is made for, it is `computeEpoch` itself.
 *
 * cost: O(validators × neurons), 4 to 10 % of `computeEpoch`; memory grows with the largest epoch and is kept
 */
export function createEpochKernel(): EpochKernel {
  let wasm: EpochWasm | undefined;
  return (input, recorder) => {
    if (recorder !== undefined || input.stakeWeight.length !== input.neuronCount) return computeEpoch(input, recorder);
    wasm ??= startEpochWasm();
    writeInput(wasm, input);
    return wasm.computeEpoch() === 0 ? computeEpoch(input) : readOutput(new EpochMemory(wasm), input);
  };
}

function writeInput(wasm: EpochWasm, input: EpochInput): void {
  const n = input.neuronCount;
  const registrations = Math.min(input.blockAtRegistration.length, REGISTRATIONS_MAX);
  wasm.reserve(n, registrations, entryCount(input.weights, n), entryCount(input.bonds, n));
  const memory = new EpochMemory(wasm);
  writeSettings(memory, input, registrations);
  writeVector(memory.u64('lastUpdate', n), input.lastUpdate, 0n);
  writeVector(memory.u64('registeredAt', registrations), input.blockAtRegistration, 0n);
  writeVector(memory.u64('commitBlocks', n), input.commitBlocks ?? [], NO_BLOCK);
  writeStakes(memory.u64('stakeWeight', 2 * n), input);
  const permits = memory.u8('oldPermits', n);
  for (let uid = 0; uid < n; uid++) permits[uid] = input.validatorPermit[uid] === true ? 1 : 0;
  writeRows(memory, input.weights, { n, starts: 'weightStarts', entries: 'weightEntries' });
  writeRows(memory, input.bonds, { n, starts: 'bondStarts', entries: 'bondEntries' });
}

function writeSettings(memory: EpochMemory, input: EpochInput, registrations: number): void {
  const { low, high, slope } = alphaCurve(input);
  memory.writeSettings({
    neurons: input.neuronCount,
    registrations,
    permits: input.validatorPermit.length,
    block: input.block,
    tempo: input.tempo,
    activityCutoff: input.activityCutoffBlocks,
    lastStepBlock: input.lastStepBlock,
    stakeThreshold: input.stakeThresholdRao,
    owner: input.ownerUid ?? NO_UID,
    maxValidators: input.maxAllowedValidators,
    emission: input.emissionAlphaRao,
    kappa: u16ToProportion(input.kappaU16),
    bondsPenalty: u16ToProportion(input.bondsPenaltyU16),
    bondsAlpha: bondsAlpha(input.bondsMovingAverage),
    yuma3On: input.yuma3On,
    liquidAlphaOn: input.liquidAlphaOn,
    alphaLow: low,
    alphaHigh: high,
    alphaSlope: slope,
  });
}

function writeVector(to: BigUint64Array, from: readonly (bigint | undefined)[], otherwise: bigint): void {
  for (let uid = 0; uid < to.length; uid++) to[uid] = from[uid] ?? otherwise;
}

/** I64F64 as two halves, the lower one first. */
function writeStakes(to: BigUint64Array, { stakeWeight }: EpochInput): void {
  stakeWeight.forEach((weight, uid) => {
    to[2 * uid] = weight;
    to[2 * uid + 1] = weight >> 64n;
  });
}

/** Entries of the rows that count: there may be more rows than neurons. */
function entryCount(rows: readonly StoredRow[], n: number): number {
  let count = 0;
  for (let uid = 0; uid < n && uid < rows.length; uid++) count += rows[uid]!.length;
  return count;
}

function writeRows(memory: EpochMemory, rows: readonly StoredRow[], { n, starts, entries }: { n: number; starts: ArrayName; entries: ArrayName }): void {
  const to = memory.u32(entries, entryCount(rows, n));
  const startOf = memory.u32(starts, n + 1);
  let count = 0;
  for (let uid = 0; uid < n; uid++) {
    startOf[uid] = count;
    count = writeRow(to, count, rows[uid] ?? []);
  }
  startOf[n] = count;
}

/** By index: taking pairs apart by pattern is ten times as slow until it is compiled, and most epochs come long after each other. */
function writeRow(to: Uint32Array, start: number, row: StoredRow): number {
  for (let k = 0; k < row.length; k++) {
    const pair = row[k]!;
    to[start + k] = pair[0] | (pair[1] << 16);
  }
  return start + row.length;
}
