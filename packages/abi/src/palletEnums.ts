/** The call, event and error enums of one pallet, made of its declaration. */

import { row, variant, type Build, type Codec, type PalletDecl, type Rows, type TypeParam } from '@taonet/codec';
import type { NestedItem } from './types/nested.ts';

/** A call, event or error of one pallet: its name and its fields. */
export type PalletItem = NestedItem['value'];

const typeParams = (names: readonly string[] | undefined): TypeParam[] => (names ?? ['T']).map((name) => ({ name }));

/** The rows of a pallet's calls that exist in `build`; of all of them when no build is given. */
function callRows(pallet: PalletDecl, build: Build | undefined): Rows {
  const rows: Record<string, Rows[string]> = {};
  for (const name of Object.keys(pallet.calls)) {
    const { index, args, onlyIn } = pallet.calls[name]!;
    if (build !== undefined && onlyIn !== undefined && !onlyIn(build)) continue;
    rows[name] = Object.keys(args).length === 0 ? row(index) : row(index, args);
  }
  return rows;
}

/** The enum of a pallet's calls. `value` of a call without arguments is an empty record. */
export function palletCalls(pallet: PalletDecl, build?: Build): Codec<PalletItem> {
  const inner = variant(`${pallet.path}::Call`, callRows(pallet, build), typeParams(pallet.generics?.calls)) as Codec<PalletItem>;
  return {
    type: inner.type,
    encode: inner.encode,
    decode: (reader) => {
      const call = inner.decode(reader);
      return call.value === undefined ? { type: call.type, value: {} } : call;
    },
  };
}

/** The enum of a pallet's events. */
export function palletEvents(pallet: PalletDecl): Codec<PalletItem> {
  return variant(`${pallet.path}::Event`, pallet.events, typeParams(pallet.generics?.events)) as Codec<PalletItem>;
}

/** The enum of a pallet's errors. */
export function palletErrors(pallet: PalletDecl): Codec<PalletItem> {
  const rows: Record<string, Rows[string]> = {};
  for (const name of Object.keys(pallet.errors)) rows[name] = row(pallet.errors[name]!);
  return variant(`${pallet.path}::Error`, rows, typeParams(pallet.generics?.errors)) as Codec<PalletItem>;
}
