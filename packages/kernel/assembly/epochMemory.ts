/**
 * What host and kernel exchange: `SETTINGS`, numbers of 64 bits, and `ARRAYS`, addresses. Fields stand in the order of
 * the host's lists of names in src/epochMemory.ts.
 */
import { allocate, reset } from './arena';

@unmanaged
export class Settings {
  neurons: u64;
  registrations: u64;
  permits: u64;
  block: u64;
  tempo: u64;
  activityCutoff: u64;
  lastStepBlock: u64;
  stakeThreshold: u64;
  /** No uid when there is no owner. */
  owner: u64;
  maxValidators: u64;
  emission: u64;
  /** κ and β as proportions. */
  kappa: i64;
  bondsPenalty: i64;
  /** How much of a fresh bond comes in. */
  bondsAlpha: i64;
  yuma3On: u64;
  liquidAlphaOn: u64;
  alphaLow: i64;
  alphaHigh: i64;
  alphaSlope: i64;
}

@unmanaged
export class Arrays {
  // In, by uid: u64, u64 × 2 (low, high), u8. A block of 2^64 − 1 in `commitBlocks` is none.
  lastUpdate: usize;
  registeredAt: usize;
  commitBlocks: usize;
  stakeWeight: usize;
  oldPermits: usize;
  // In, rows: u32 starts, n + 1 of them; u32 entries, uid below, u16 value above.
  weightStarts: usize;
  weightEntries: usize;
  bondStarts: usize;
  bondEntries: usize;
  // Out, by uid: u8, u16, u64.
  active: usize;
  newPermits: usize;
  stake: usize;
  consensus: usize;
  incentive: usize;
  dividends: usize;
  validatorTrust: usize;
  serverEmission: usize;
  validatorEmission: usize;
  combinedEmission: usize;
  // Out, rows, where the kernel keeps them: u32 starts, u16 uids, u16 values.
  outStarts: usize;
  outUids: usize;
  outValues: usize;
}

export const settings: Settings = changetype<Settings>(memory.data(sizeof<u64>() * 19, 8));
export const arrays: Arrays = changetype<Arrays>(memory.data(sizeof<usize>() * 22, 8));

export function settingsAddress(): usize {
  return changetype<usize>(settings);
}

export function arraysAddress(): usize {
  return changetype<usize>(arrays);
}

/** Makes room for an epoch of this size; the host then fills in what is marked `In`. */
export function reserve(neurons: u32, registrations: u32, weightEntries: u32, bondEntries: u32): void {
  reset();
  const n: usize = neurons;
  arrays.lastUpdate = allocate(n << 3);
  arrays.registeredAt = allocate((registrations as usize) << 3);
  arrays.commitBlocks = allocate(n << 3);
  arrays.stakeWeight = allocate(n << 4);
  arrays.oldPermits = allocate(n);
  arrays.weightStarts = allocate((n + 1) << 2);
  arrays.weightEntries = allocate((weightEntries as usize) << 2);
  arrays.bondStarts = allocate((n + 1) << 2);
  arrays.bondEntries = allocate((bondEntries as usize) << 2);
  arrays.active = allocate(n);
  arrays.newPermits = allocate(n);
  arrays.stake = allocate(n << 1);
  arrays.consensus = allocate(n << 1);
  arrays.incentive = allocate(n << 1);
  arrays.dividends = allocate(n << 1);
  arrays.validatorTrust = allocate(n << 1);
  arrays.serverEmission = allocate(n << 3);
  arrays.validatorEmission = allocate(n << 3);
  arrays.combinedEmission = allocate(n << 3);
}
