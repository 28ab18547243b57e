/**
 * Calls, events and errors of the whole runtime: a pallet's index, then its own enum.
 * A value is `{ type: 'SubtensorModule', value: { type: 'add_stake', value: { … } } }`.
 */

import { palletCalls, palletErrors, palletEvents, row, spelled, variant, type Codec, type PalletDecl, type PalletItem, type Rows } from '@taonet/codec';
import { pallets } from './pallets.ts';
import { tieNested, type NestedItem } from './types/nested.ts';

/** A decoded call: pallet, call, arguments by name. */
export type RuntimeCall = NestedItem;
/** A decoded event: pallet, event, fields. */
export type RuntimeEvent = NestedItem;
/** A decoded error: pallet, error. */
export type RuntimeError = NestedItem;

const ONLY_IN = new Map(pallets.map(({ name, onlyIn }) => [name, onlyIn]));

const CALLABLE = 'self::sp_api_hidden_includes_construct_runtime::hidden_include::dispatch\n::CallableCallFor';

/** Crates that the runtime uses under another name. */
const CRATE_NAMES: Readonly<Record<string, string>> = {
  pallet_subtensor_utility: 'pallet_utility',
  pallet_subtensor_proxy: 'pallet_proxy',
};

/** `pallet_balances::Event<Runtime>`: how construct_runtime spells a pallet's enum. */
function enumName(pallet: PalletDecl, what: string, generics: readonly string[] | undefined): string {
  const crate = pallet.path.slice(0, pallet.path.indexOf('::'));
  return `${CRATE_NAMES[crate] ?? crate}::${what}${generics?.length === 0 ? '' : '<Runtime>'}`;
}

function outer(
  name: string,
  has: (pallet: PalletDecl) => boolean,
  inner: (pallet: PalletDecl) => Codec<PalletItem>,
  spelling: (pallet: PalletDecl) => string,
): Codec<NestedItem> {
  const rows: Record<string, Rows[string]> = {};
  for (const pallet of pallets) {
    if (has(pallet)) rows[pallet.name] = row(pallet.index, [spelled(inner(pallet), spelling(pallet))]);
  }
  const all = variant(`node_subtensor_runtime::${name}`, rows) as Codec<NestedItem>;
  return {
    ...all,
    decode: (reader) => {
      const item = all.decode(reader);
      if (reader.build !== undefined && ONLY_IN.get(item.type)?.(reader.build) === false) reader.fail(`a pallet of ${name} that this build has`);
      return item;
    },
  };
}

const some = (record: object): boolean => Object.keys(record).length > 0;

/** Any call. Whether faucet is among them is for the reader's build to say. */
export const runtimeCall: Codec<RuntimeCall> = outer(
  'RuntimeCall',
  (pallet) => some(pallet.calls),
  palletCalls,
  (pallet) => `${CALLABLE}<${pallet.name}, Runtime>`,
);

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
