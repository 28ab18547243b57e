/**
 * What a scenario runs on: a runtime's own dispatch (filter, guards, a storage layer per call), without transactions: no
 * signature, no fee, no nonce; and the block hooks of the pallets that the scenarios' runtime had.
 */

import type { PalletDecl } from '@taonet/codec';
import { BlockCtx, NONE, ROOT, signed, type Origin, type Overlay, type PalletBehaviour, type RuntimeSpec } from '@taonet/frame';
import { defect } from '@taonet/primitives';

export interface ScenarioRuntime {
  readonly spec: RuntimeSpec;
  /** Declarations, for reports in words. */
  readonly pallets: readonly PalletDecl[];
  /** What stands in the state besides a file's own keys: full key and value, hex. */
  readonly ownState?: readonly (readonly [key: string, value: string])[];
  /** The epoch of a subnet by itself. */
  epoch?(ctx: BlockCtx, netuid: number, rao: bigint): readonly (readonly [hotkey: string, server: bigint, validator: bigint])[];
}

/** Pallets that have hooks and were part of the scenarios' runtime. Its author, clock and fees were fixed from outside. */
const HOOKED: ReadonlySet<string> = new Set(['SubtensorModule', 'Scheduler', 'Proxy', 'Commitments']);

export function hookedPallets({ spec }: ScenarioRuntime): readonly PalletBehaviour[] {
  return spec.pallets.filter(({ name }) => HOOKED.has(name));
}

export function originOf(text: string): Origin {
  if (text === 'root') return ROOT;
  if (text === 'none') return NONE;
  return signed(text.slice('signed:'.length));
}

/** Block context over a state without a trie: scenarios compare storage, not roots. */
export function createBlockCtx({ spec }: ScenarioRuntime, overlay: Overlay): BlockCtx {
  return new BlockCtx(spec, overlay, { rootOf: () => { throw defect('NoTrieHere'); } });
}
