/**
 * What a scenario runs on: a runtime's own dispatch (filter, guards, a storage layer per call), without transactions: no
 * signature, no fee, no nonce; and the block hooks of the pallets that the scenarios' runtime had.
 */

import type { PalletDecl } from '@taonet/codec';
import {
  BlockCtx, combineValidity, DEFAULT_VALIDITY, inTransaction, NONE, ROOT, signed,
  type Origin, type Overlay, type PalletBehaviour, type RuntimeCall, type RuntimeSpec, type TransactionExtension, type ValidTransaction,
} from '@taonet/frame';
import { defect, type Invalidity } from '@taonet/primitives';

export interface ScenarioRuntime {
  readonly spec: RuntimeSpec;
  /** Declarations, for reports in words. */
  readonly pallets: readonly PalletDecl[];
  /** What stands in the state besides a file's own keys: full key and value, hex. */
  readonly ownState?: readonly (readonly [key: string, value: string])[];
  /** What the rules say of a transaction with this call, apart from signature, nonce and fee. */
  validity?(ctx: BlockCtx, call: RuntimeCall, origin: Origin): { readonly ok: ValidTransaction } | { readonly invalidity: Invalidity };
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

/** `validity` of a runtime by one of its transaction extensions alone. */
export function validityBy({ extensions }: RuntimeSpec, identifier: string): NonNullable<ScenarioRuntime['validity']> {
  const extension: TransactionExtension = extensions.find((one) => one.identifier === identifier)!;
  return (ctx, call, origin) => inTransaction(ctx, () => {
    const tx = { origin, call, info: ctx.dispatchInfo(call), lengthBytes: ctx.encodeCall(call).length, source: 'External' } as const;
    return combineValidity(DEFAULT_VALIDITY, extension.validate!(ctx, tx, undefined).validity ?? {});
  });
}
