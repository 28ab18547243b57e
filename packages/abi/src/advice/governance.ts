/** Advice on refusals of the pallets that governed in May 2025. */

import type { errors as membership } from '../membership/errors.ts';
import type { errors as triumvirate } from '../triumvirate/errors.ts';
import type { PalletAdvice } from './advice.ts';

export const triumvirateAdvice: PalletAdvice<typeof triumvirate> = {
  NotMember: { check: 'The signer sits in the triumvirate.', fix: 'Propose as a member: taonet gov list. Senators vote with SubtensorModule.vote: taonet gov vote' },
  DuplicateProposal: { check: 'No open proposal has the same call.', fix: 'Vote on the one that is open: taonet gov list' },
  ProposalNotExists: { check: 'The proposal is open.', fix: 'See what is open: taonet gov list. What was closed must be proposed again.' },
  IndexMismatchProposalHash: { check: 'The index belongs to the hash.', fix: 'Give the index in `required`; taonet gov list shows both.' },
  DuplicateVote: { check: 'The hotkey has not voted the same way yet.', fix: 'The vote counts already; vote the other way to change it.' },
  TooEarlyToCloseProposal: { check: 'Enough senators agreed or are against, or the vote has ended.', fix: 'Have more senators vote, or close at block `required`.' },
  TooManyActiveProposals: { check: 'Fewer than 10 proposals are open.', fix: 'Close one first: taonet gov close' },
  ProposalWeightLessThanDispatchCallWeight: { check: 'The call weighs at most proposal_weight_bound.', fix: 'Give at least the weight in `required`.' },
  ProposalLengthBoundLessThanProposalLength: { check: 'The call has at most length_bound bytes.', fix: 'Give at least the length in `required`.' },
  DurationLowerThanConfiguredMotionDuration: { check: 'The vote stays open for 12 hours of blocks or more.', fix: 'Give at least the blocks in `required`; a vote can be closed before when it is clear.' },
};

export const membershipAdvice: PalletAdvice<typeof membership> = {
  AlreadyMember: { check: 'The account has no seat yet.', fix: 'It sits already: taonet gov list' },
  NotMember: { check: 'The account has a seat.', fix: 'See who sits: taonet gov list' },
  TooManyMembers: { check: 'A seat is free: 3 in the triumvirate, 12 in the senate.', fix: 'Remove a member first, or use swap_member.' },
};
