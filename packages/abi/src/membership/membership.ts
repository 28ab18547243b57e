/** A membership: a bounded, sorted list of accounts and its prime. Two pallets of the runtime are one. source: pallet-membership 38.0.0, lib.rs */

import { accountId, boundedVec, inExtended, item, optionalItem, type PalletDecl } from '@taonet/codec';
import { calls } from './calls.ts';
import { constants } from './constants.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';

/** Declares the membership `name` of at most `membersMax` accounts, in extended builds only. */
export function membership<const N extends string, const I extends number>(name: N, index: I, membersMax: number) {
  return {
    name,
    index,
    path: 'pallet_membership::pallet',
    generics: { calls: ['T', 'I'], events: ['T', 'I'], errors: ['T', 'I'] },
    storage: { Members: item(boundedVec(accountId, membersMax), []), Prime: optionalItem(accountId) },
    calls,
    events,
    errors,
    constants,
    onlyIn: inExtended,
  } as const satisfies PalletDecl;
}
