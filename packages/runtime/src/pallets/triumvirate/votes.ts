/** Votes on open motions. A voter is whoever the caller says: that it may vote is checked before. source: pallets/collective/src/lib.rs @ 1b0c63a */

import type { Votes } from '@taonet/abi';
import type { Ctx } from '@taonet/frame';
import { ensure, refuse, type AccountId, type Hash } from '@taonet/primitives';
import { E, Ev, S } from './pallet.ts';

/** The open motion. refuses ProposalNotExists, IndexMismatchProposalHash */
export function openMotion(ctx: Ctx, proposal: Hash, index: number): Votes {
  const voting = S.Voting.get(ctx, proposal) ?? refuse(E.ProposalNotExists, { proposal });
  ensure(voting.index === index, E.IndexMismatchProposalHash, { proposal, actual: index, required: voting.index });
  return voting;
}

/** The list without `who`; the last of the list takes the place. */
function swapRemove(list: readonly AccountId[], who: AccountId): AccountId[] {
  const at = list.indexOf(who);
  if (at < 0) return [...list];
  const rest = list.slice(0, -1);
  if (at < rest.length) rest[at] = list[list.length - 1]!;
  return rest;
}

/**
 * Counts `who` for or against; a vote the other way moves. True for the first vote on the motion.
 *
 * refuses ProposalNotExists, IndexMismatchProposalHash, DuplicateVote
 * source: do_vote
 */
export function doVote(ctx: Ctx, who: AccountId, { proposal, index, approve }: { readonly proposal: Hash; readonly index: number; readonly approve: boolean }): boolean {
  const voting = openMotion(ctx, proposal, index);
  const [same, other] = approve ? [voting.ayes, voting.nays] : [voting.nays, voting.ayes];
  ensure(!same.includes(who), E.DuplicateVote, { proposal, who });
  const isFirst = !other.includes(who);
  const [joined, left] = [[...same, who], swapRemove(other, who)];
  const [ayes, nays] = approve ? [joined, left] : [left, joined];
  ctx.deposit(Ev.Voted({ account: who, proposal_hash: proposal, voted: approve, yes: ayes.length, no: nays.length }));
  S.Voting.set(ctx, proposal, { ...voting, ayes, nays });
  return isFirst;
}

/** Takes the accounts' votes out of every open motion. source: remove_votes, change_members_sorted */
export function removeVotes(ctx: Ctx, outgoing: readonly AccountId[]): void {
  const stays = (who: AccountId): boolean => !outgoing.includes(who);
  for (const proposal of S.Proposals.get(ctx)) {
    const voting = S.Voting.get(ctx, proposal);
    if (voting !== undefined) S.Voting.set(ctx, proposal, { ...voting, ayes: voting.ayes.filter(stays), nays: voting.nays.filter(stays) });
  }
}
