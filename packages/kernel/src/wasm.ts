import { EPOCH_WASM } from '../dist/epochWasm.mjs';

/** What assembly/epoch.ts exports. Addresses are byte offsets into the memory; i64 is `bigint`. */
export interface EpochWasm {
  readonly memory: WebAssembly.Memory;
  settingsAddress(): number;
  arraysAddress(): number;
  reserve(neurons: number, registrations: number, weightEntries: number, bondEntries: number): void;
  /** 0 when the epoch is left to the oracle. */
  computeEpoch(): number;
  saturatingAdd(a: bigint, b: bigint): bigint;
  saturatingSub(a: bigint, b: bigint): bigint;
  saturatingMul(a: bigint, b: bigint): bigint;
  checkedMulOrZero(a: bigint, b: bigint): bigint;
  safeDiv(a: bigint, b: bigint): bigint;
  proportionToU16(x: bigint): number;
  /** The result is u64 read as i64. */
  shareOf(share: bigint, amount: bigint): bigint;
  expSafe(x: bigint): bigint;
}

/** A new instance, started at once: the module is small enough to be compiled synchronously. */
export function startEpochWasm(): EpochWasm {
  const text = atob(EPOCH_WASM);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as EpochWasm;
}
