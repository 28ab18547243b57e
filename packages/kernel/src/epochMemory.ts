/** Names of what host and kernel exchange, in the order of assembly/epochMemory.ts. */
import type { EpochWasm } from './wasm.ts';

const SETTINGS = [
  'neurons', 'registrations', 'permits', 'block', 'tempo', 'activityCutoff', 'lastStepBlock', 'stakeThreshold', 'owner', 'maxValidators', 'emission',
  'kappa', 'bondsPenalty', 'bondsAlpha', 'yuma3On', 'liquidAlphaOn', 'alphaLow', 'alphaHigh', 'alphaSlope',
] as const;

const ARRAYS = [
  'lastUpdate', 'registeredAt', 'commitBlocks', 'stakeWeight', 'oldPermits', 'weightStarts', 'weightEntries', 'bondStarts', 'bondEntries',
  'active', 'newPermits', 'stake', 'consensus', 'incentive', 'dividends', 'validatorTrust', 'serverEmission', 'validatorEmission', 'combinedEmission',
  'outStarts', 'outUids', 'outValues',
] as const;

export type Settings = Readonly<Record<(typeof SETTINGS)[number], bigint | number | boolean>>;
export type ArrayName = (typeof ARRAYS)[number];

/** The kernel's memory as it lies after `reserve` or after an epoch; growing makes all views useless. */
export class EpochMemory {
  readonly #buffer: ArrayBuffer;
  readonly #addresses: Uint32Array;
  readonly #settings: number;

  constructor(wasm: EpochWasm) {
    this.#buffer = wasm.memory.buffer;
    this.#addresses = new Uint32Array(this.#buffer, wasm.arraysAddress(), ARRAYS.length);
    this.#settings = wasm.settingsAddress();
  }

  writeSettings(settings: Settings): void {
    const fields = new BigUint64Array(this.#buffer, this.#settings, SETTINGS.length);
    SETTINGS.forEach((name, i) => { fields[i] = BigInt(settings[name]); });
  }

  u8(name: ArrayName, length: number): Uint8Array {
    return new Uint8Array(this.#buffer, this.#at(name), length);
  }

  u16(name: ArrayName, length: number): Uint16Array {
    return new Uint16Array(this.#buffer, this.#at(name), length);
  }

  u32(name: ArrayName, length: number): Uint32Array {
    return new Uint32Array(this.#buffer, this.#at(name), length);
  }

  u64(name: ArrayName, length: number): BigUint64Array {
    return new BigUint64Array(this.#buffer, this.#at(name), length);
  }

  #at(name: ArrayName): number {
    return this.#addresses[ARRAYS.indexOf(name)]!;
  }
}
