/**
 * Calls, events and errors of the whole runtime: a pallet's index, then its own enum.
 * A value is `{ type: 'SubtensorModule', value: { type: 'add_stake', value: { … } } }`.
 */

import { row, spelled, variant, type Build, type Codec, type PalletDecl, type Rows } from '@taonet/codec';
import { palletCalls, palletErrors, palletEvents, type PalletItem } from './palletEnums.ts';
import { pallets } from './pallets.ts';
import { tieNested, type NestedItem } from './types/nested.ts';

/** A decoded call: pallet, call, arguments by name. */
export type RuntimeCall = NestedItem;
/** A decoded event: pallet, event, fields. */
export type RuntimeEvent = NestedItem;
/** A decoded error: pallet, error. */
export type RuntimeError = NestedItem;

const CALLABLE = 'self::sp_api_hidden_includes_construct_runtime::hidden_include::dispatch\n::CallableCallFor';

/** `pallet_balances::Event<Runtime>`: how construct_runtime spells a pallet's enum. */
function enumName(pallet: PalletDecl, what: string, generics: readonly string[] | undefined): string {
  return `${pallet.path.replace(/::pallet$/, '')}::${what}${generics?.length === 0 ? '' : '<Runtime>'}`;
}

function outer(name: string, has: (pallet: PalletDecl) => boolean, inner: (pallet: PalletDecl) => Codec<PalletItem>, spelling: (pallet: PalletDecl) => string): Codec<NestedItem> {
  const rows: Record<string, Rows[string]> = {};
  for (const pallet of pallets) {
    if (has(pallet)) rows[pallet.name] = row(pallet.index, [spelled(inner(pallet), spelling(pallet))]);
  }
  return variant(`node_subtensor_runtime::${name}`, rows) as Codec<NestedItem>;
}

const some = (record: object): boolean => Object.keys(record).length > 0;

/** `RuntimeCall` with the calls that exist in `build`; with all when none is given. */
export function runtimeCallOf(build?: Build): Codec<RuntimeCall> {
  return outer('RuntimeCall', (pallet) => some(pallet.calls), (pallet) => palletCalls(pallet, build), (pallet) => `${CALLABLE}<${pallet.name}, Runtime>`);
}

/** Any call of any build. The faucet call decodes in every build; who dispatches refuses it where it does not exist. */
export const runtimeCall: Codec<RuntimeCall> = runtimeCallOf();

export const runtimeEvent: Codec<RuntimeEvent> = outer(
  'RuntimeEvent',
  (pallet) => some(pallet.events),
  palletEvents,
  (pallet) => enumName(pallet, 'Event', pallet.generics?.events),
);

export const runtimeError: Codec<RuntimeError> = outer(
  'RuntimeError',
  (pallet) => some(pallet.errors),
  palletErrors,
  (pallet) => enumName(pallet, 'Error', pallet.generics?.errors),
);

tieNested(runtimeCall, runtimeEvent);
