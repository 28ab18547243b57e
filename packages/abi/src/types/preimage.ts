/** Preimages and calls kept by hash. */

import {
  accountId, boundedBytes, h256, option, param, row, spelled, struct, tuple, type ValueOf, u32, u64, variant, wrapped,
} from '@taonet/codec';
import { nestedCall } from './nested.ts';
import { genericAccountId, genericBalance } from './spelled.ts';

/** `pallet_preimage::OldRequestStatus` */
export const oldRequestStatus = variant('pallet_preimage::OldRequestStatus', {
  Unrequested: row(0, { deposit: tuple(genericAccountId, genericBalance), len: u32 }),
  Requested: row(1, { deposit: option(tuple(genericAccountId, genericBalance)), count: u32, len: option(u32) }),
}, [param('AccountId', accountId), param('Balance', u64)]);
export type OldRequestStatus = ValueOf<typeof oldRequestStatus>;

/** `frame_support::traits::tokens::fungible::HoldConsideration` */
export const holdConsideration = wrapped('frame_support::traits::tokens::fungible::HoldConsideration', spelled(u64, 'F::Balance'), {
  params: [{ name: 'A' }, { name: 'F' }, { name: 'R' }, { name: 'D' }, { name: 'Fp' }],
});
export type HoldConsideration = ValueOf<typeof holdConsideration>;

/** `pallet_preimage::RequestStatus` */
export const requestStatus = variant('pallet_preimage::RequestStatus', {
  Unrequested: row(0, { ticket: tuple(genericAccountId, spelled(holdConsideration, 'Ticket')), len: u32 }),
  Requested: row(1, {
    maybe_ticket: option(tuple(genericAccountId, spelled(holdConsideration, 'Ticket'))),
    count: u32,
    maybe_len: option(u32),
  }),
}, [param('AccountId', accountId), param('Ticket', holdConsideration)]);
export type RequestStatus = ValueOf<typeof requestStatus>;

/** `sp_runtime::traits::BlakeTwo256` */
export const blakeTwo256 = struct('sp_runtime::traits::BlakeTwo256', {});
export type BlakeTwo256 = ValueOf<typeof blakeTwo256>;

/** `frame_support::traits::preimages::Bounded` */
export const boundedCall = variant('frame_support::traits::preimages::Bounded', {
  Legacy: row(0, { hash: spelled(h256, 'H::Output') }),
  Inline: row(1, [spelled(boundedBytes(128), 'BoundedInline')]),
  Lookup: row(2, { hash: spelled(h256, 'H::Output'), len: u32 }),
}, [param('T', nestedCall), param('H', blakeTwo256)]);
export type BoundedCall = ValueOf<typeof boundedCall>;
