/** The call, event and error enums of one pallet, made of its declaration. */

import type { Codec } from './codec.ts';
import type { PalletDecl } from './declare.ts';
import type { TypeParam } from './typeDef.ts';
import { row, variant, type Rows } from './variant.ts';

/** A call, event or error of one pallet: its name and its fields. */
export interface PalletItem {
  readonly type: string;
  readonly value?: unknown;
}

const typeParams = (names: readonly string[] | undefined): TypeParam[] => (names ?? ['T']).map((name) => ({ name }));

/**
 * The enum of a pallet's calls. `value` of a call without arguments is an empty record.
 * A call that does not exist in the reader's build does not decode.
 */
export function palletCalls(pallet: PalletDecl): Codec<PalletItem> {
  const rows: Record<string, Rows[string]> = {};
  for (const name of Object.keys(pallet.calls)) {
    const { index, args } = pallet.calls[name]!;
    rows[name] = Object.keys(args).length === 0 ? row(index) : row(index, args);
  }
  const inner = variant(`${pallet.path}::Call`, rows, typeParams(pallet.generics?.calls)) as Codec<PalletItem>;
  return {
    type: inner.type,
    encode: inner.encode,
    decode: (reader) => {
      const call = inner.decode(reader);
      const onlyIn = pallet.calls[call.type]!.onlyIn;
      if (onlyIn !== undefined && reader.build !== undefined && !onlyIn(reader.build)) reader.fail(`a call of ${pallet.name} that this build has`);
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
