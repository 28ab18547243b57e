/** How a motion starts. source: pallets/collective/src/lib.rs @ 1b0c63a */

import type { CallCtx, PostInfo, RuntimeCall } from '@taonet/frame';
import { bytesToHex, ensure, saturatingAddU32, U32_MAX, type AccountId } from '@taonet/primitives';
import { senate } from '../membership/pallet.ts';
import { S as System } from '../system/pallet.ts';
import { proposeWeight } from './motionWeights.ts';
import { E, Ev, motionDuration, PROPOSALS_MAX, S } from './pallet.ts';

export interface Motion {
  readonly proposal: RuntimeCall;
  /** Most bytes that the call may have. */
  readonly length_bound: number;
  /** Blocks until missing votes are counted. */
  readonly duration: number;
}

/**
 * Puts a call to the vote of the senate, whose majority must agree.
 *
 * refuses NotMember, DurationLowerThanConfiguredMotionDuration, ProposalLengthBoundLessThanProposalLength, DuplicateProposal,
 * TooManyActiveProposals
 * source: propose, do_propose_proposed
 */
export function doPropose(ctx: CallCtx, who: AccountId, { proposal, length_bound, duration }: Motion): PostInfo {
  const members = S.Members.get(ctx);
  ensure(members.includes(who), E.NotMember, { who });
  const least = motionDuration(ctx);
  ensure(duration >= least, E.DurationLowerThanConfiguredMotionDuration, { actual: duration, required: least });
  const threshold = (senate.S.Members.get(ctx).length >> 1) + 1;
  const bytes = ctx.encodeCall(proposal);
  ensure(bytes.length <= length_bound, E.ProposalLengthBoundLessThanProposalLength, { actual: length_bound, required: bytes.length });
  const hash = bytesToHex(ctx.crypto.blake2b256(bytes));
  ensure(!S.ProposalOf.has(ctx, hash), E.DuplicateProposal, { proposal: hash });
  const open = [...S.Proposals.get(ctx), hash];
  const index = S.ProposalCount.get(ctx);
  ensure(open.length <= PROPOSALS_MAX && index < U32_MAX, E.TooManyActiveProposals, { actual: open.length - 1, required: PROPOSALS_MAX - 1 });
  S.Proposals.set(ctx, open);
  S.ProposalCount.set(ctx, index + 1);
  S.ProposalOf.set(ctx, hash, proposal);
  S.Voting.set(ctx, hash, { index, threshold, ayes: [], nays: [], end: saturatingAddU32(System.Number.get(ctx), duration) });
  ctx.deposit(Ev.Proposed({ account: who, proposal_index: index, proposal_hash: hash, threshold }));
  return { actualWeight: proposeWeight({ b: bytes.length, m: members.length, p: open.length }) };
}
