/** How a motion ends. source: pallets/collective/src/lib.rs @ 1b0c63a */

import { addWeight, exceeds, type CallCtx, type PostInfo, type RuntimeCall, type Weight } from '@taonet/frame';
import { ensure, refuse, type Hash } from '@taonet/primitives';
import { senate } from '../membership/pallet.ts';
import { S as System } from '../system/pallet.ts';
import { closeApprovedWeight, closeDisapprovedWeight, closeEarlyApprovedWeight, closeEarlyDisapprovedWeight } from './motionWeights.ts';
import { outcomeOf } from './outcome.ts';
import { E, Ev, S } from './pallet.ts';
import { openMotion } from './votes.ts';

export interface Closing {
  readonly proposal: Hash;
  readonly index: number;
  /** Most that the call may weigh. */
  readonly weightBound: Weight;
  /** Most bytes that the call may have. */
  readonly lengthBound: number;
}

/**
 * Makes the call when enough agreed, drops it when too many are against; after the end of the vote missing votes are what the prime
 * member voted, against without one.
 *
 * refuses ProposalNotExists, IndexMismatchProposalHash, TooEarlyToCloseProposal, ProposalLengthBoundLessThanProposalLength,
 * ProposalWeightLessThanDispatchCallWeight
 * source: do_close
 */
export function doClose(ctx: CallCtx, closing: Closing): PostInfo {
  const { threshold, ayes, nays, end } = openMotion(ctx, closing.proposal, closing.index);
  const seats = senate.S.Members.get(ctx).length;
  const [yes, no] = [ayes.length, nays.length];
  if (yes >= threshold) return approve(ctx, closing, { yes, no, seats, weight: closeEarlyApprovedWeight });
  if (Math.max(seats - no, 0) < threshold) return disapprove(ctx, closing, { yes, no, seats, weight: closeEarlyDisapprovedWeight });
  const block = System.Number.get(ctx);
  ensure(block >= end, E.TooEarlyToCloseProposal, { proposal: closing.proposal, actual: block, required: end });
  const prime = S.Prime.get(ctx);
  const missing = Math.max(seats - yes - no, 0);
  if (prime === undefined || !ayes.includes(prime)) return disapprove(ctx, closing, { yes, no: no + missing, seats, weight: closeDisapprovedWeight });
  const agreed = yes + missing;
  if (agreed < threshold) return disapprove(ctx, closing, { yes: agreed, no, seats, weight: closeDisapprovedWeight });
  return approve(ctx, closing, { yes: agreed, no, seats, weight: closeApprovedWeight });
}

interface Count {
  readonly yes: number;
  readonly no: number;
  readonly seats: number;
  readonly weight: (counts: { readonly b?: number; readonly m?: number; readonly p?: number }) => Weight;
}

/** source: validate_and_get_proposal, do_approve_proposal */
function approve(ctx: CallCtx, { proposal, lengthBound, weightBound }: Closing, { yes, no, seats, weight }: Count): PostInfo {
  const { call, lengthBytes, announced } = boundedCall(ctx, proposal, lengthBound, weightBound);
  ctx.deposit(Ev.Closed({ proposal_hash: proposal, yes, no }));
  ctx.deposit(Ev.Approved({ proposal_hash: proposal }));
  const result = ctx.dispatch(call, { kind: 'members', yes, seats });
  ctx.deposit(Ev.Executed({ proposal_hash: proposal, result: outcomeOf(result) }));
  const open = removeMotion(ctx, proposal);
  return { actualWeight: addWeight(weight({ b: lengthBytes, m: seats, p: open }), result.post.actualWeight ?? announced), paysFee: true };
}

function boundedCall(ctx: CallCtx, proposal: Hash, lengthBound: number, weightBound: Weight): { call: RuntimeCall; lengthBytes: number; announced: Weight } {
  const call = S.ProposalOf.get(ctx, proposal) ?? refuse(E.ProposalNotExists, { proposal });
  const lengthBytes = ctx.encodeCall(call).length;
  ensure(lengthBytes <= lengthBound, E.ProposalLengthBoundLessThanProposalLength, { actual: lengthBound, required: lengthBytes });
  const { weight } = ctx.dispatchInfo(call);
  ensure(!exceeds(weight, weightBound), E.ProposalWeightLessThanDispatchCallWeight, {
    actual: `${weightBound.refTime} ps, ${weightBound.proofSize} bytes`, required: `${weight.refTime} ps, ${weight.proofSize} bytes`,
  });
  return { call, lengthBytes, announced: weight };
}

function disapprove(ctx: CallCtx, { proposal }: Closing, { yes, no, seats, weight }: Count): PostInfo {
  ctx.deposit(Ev.Closed({ proposal_hash: proposal, yes, no }));
  return { actualWeight: weight({ m: seats, p: doDisapproveProposal(ctx, proposal) }), paysFee: false };
}

/** Drops a motion whatever its state, also one that does not exist. Gives how many were open, for the weight. source: do_disapprove_proposal */
export function doDisapproveProposal(ctx: CallCtx, proposal: Hash): number {
  ctx.deposit(Ev.Disapproved({ proposal_hash: proposal }));
  return removeMotion(ctx, proposal);
}

/** How many remain, plus one: that is what upstream weighs. source: remove_proposal */
function removeMotion(ctx: CallCtx, proposal: Hash): number {
  S.ProposalOf.remove(ctx, proposal);
  S.Voting.remove(ctx, proposal);
  const rest = S.Proposals.get(ctx).filter((one) => one !== proposal);
  S.Proposals.set(ctx, rest);
  return rest.length + 1;
}
