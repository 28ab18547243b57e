/** The file format `taonet-scenario/1`, as parsed JSON. Keys and values are hex; numbers wider than 32 bits decimal text. */

/** `Pallet.Item:REST` (REST = hex of the hashed key parts) or `0xHEX`; value null = removed. */
export type ScenarioChange = readonly [key: string, value: string | null];

export type ScenarioResult = 'Ok' | { readonly scale: string; readonly name?: string; readonly other?: string };

export interface ScenarioBlock {
  readonly i: number;
  readonly op: 'block';
  readonly number: number;
  readonly parentHash: string;
  readonly events: readonly string[];
  readonly diff: readonly ScenarioChange[];
}

export interface ScenarioCall {
  readonly i: number;
  readonly op: 'call';
  readonly origin: string;
  readonly pallet: string;
  readonly call: string;
  readonly scale: string;
  /** Spec 273: what a transaction with this call would have been told; null for calls that are not signed. */
  readonly validity?: { readonly priority: string; readonly longevity: string } | { readonly invalid: string; readonly scale: string } | null;
  readonly result: ScenarioResult;
  readonly events: readonly string[];
  readonly diff: readonly ScenarioChange[];
}

/** Spec 273: the pallet's epoch by itself. */
export interface ScenarioEpoch {
  readonly i: number;
  readonly op: 'epoch';
  readonly netuid: number;
  readonly rao: string;
  /** Hotkey, server's and validator's rao, in the order of the subnet's keys. */
  readonly emission: readonly (readonly [hotkey: string, server: string, validator: string])[];
  readonly events: readonly string[];
  readonly diff: readonly ScenarioChange[];
}

export type ScenarioStep =
  | ScenarioBlock
  | ScenarioCall
  | ScenarioEpoch
  | { readonly i: number; readonly op: 'set_storage'; readonly items: readonly ScenarioChange[] }
  | { readonly i: number; readonly op: 'jump'; readonly number: number; readonly parentHash: string };

export interface ScenarioFile {
  readonly format: 1;
  readonly spec: number;
  readonly group: string;
  readonly seed: number;
  readonly note: string;
  /** Who gets the block author's fees in every block. */
  readonly author: string;
  readonly block: number;
  readonly parentHash: string;
  readonly prefixes: Readonly<Record<string, string>>;
  readonly setup: readonly (readonly [key: string, value: string])[];
  readonly steps: readonly ScenarioStep[];
  readonly finalKeys: number;
  readonly finalStateHash: string;
}

/** Full storage key (hex without prefix) of a key as the file writes it. */
export function fullKey(file: Pick<ScenarioFile, 'prefixes'>, key: string): string {
  if (key.startsWith('0x')) return key.slice(2);
  const colon = key.indexOf(':');
  return file.prefixes[key.slice(0, colon)]! + key.slice(colon + 1);
}
