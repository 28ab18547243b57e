/** Motions of a collective. source: pallets/collective/src/lib.rs @ 1b0c63a */

import { accountId, compactU32, param, row, spelled, struct, type ValueOf, u32, variant, vec } from '@taonet/codec';
import { nestedCall } from './nested.ts';
import { genericAccountId } from './spelled.ts';

export const proposalIndex = spelled(u32, 'ProposalIndex');
export const compactProposalIndex = spelled(compactU32, 'ProposalIndex');
export const memberCount = spelled(u32, 'MemberCount');
export const compactLengthBound = spelled(compactU32, 'u32');
export const tAsConfigIProposal = spelled(nestedCall, '<T as Config<I>>::Proposal');

/** `pallet_collective::Votes`: an open motion. `end` is the block from which missing votes are counted. */
export const votes = struct('pallet_collective::Votes', {
  index: proposalIndex,
  threshold: memberCount,
  ayes: vec(genericAccountId),
  nays: vec(genericAccountId),
  end: spelled(u32, 'BlockNumber'),
}, [param('AccountId', accountId), param('BlockNumber', u32)]);
export type Votes = ValueOf<typeof votes>;

/** `pallet_collective::RawOrigin`: so many of so many members, or one of them. */
export const collectiveRawOrigin = variant('pallet_collective::RawOrigin', {
  Members: row(0, [memberCount, memberCount]),
  Member: row(1, [genericAccountId]),
  _Phantom: row(2),
}, [param('AccountId', accountId)]);
export type CollectiveRawOrigin = ValueOf<typeof collectiveRawOrigin>;
