/** Calls of pallet Triumvirate: members propose, senators vote by SubtensorModule.vote, root closes. source: pallets/collective/src/lib.rs @ 1b0c63a */

import { triumvirate } from '@taonet/abi';
import { addWeight, BAD_ORIGIN, bindCalls, ensureRoot, ensureSigned } from '@taonet/frame';
import { bytesToHex, ensure, refuse } from '@taonet/primitives';
import { fromStored } from '../system/storedWeight.ts';
import { doClose, doDisapproveProposal } from './close.ts';
import { disapproveWeight, executeWeight } from './motionWeights.ts';
import { outcomeOf } from './outcome.ts';
import { E, Ev, S } from './pallet.ts';
import { doPropose } from './propose.ts';

export const calls = bindCalls(triumvirate, {
  /** Nobody may: TriumvirateMembers says who sits. refuses BadOrigin */
  set_members(_ctx, origin) {
    refuse(BAD_ORIGIN, { actual: origin.kind, required: 'TriumvirateMembers' });
  },

  /** A member makes a call in the name of one member; what it refuses stands in the event. refuses NotMember, ProposalLengthBoundLessThanProposalLength */
  execute(ctx, origin, { proposal, length_bound }) {
    const who = ensureSigned(origin);
    const members = S.Members.get(ctx);
    ensure(members.includes(who), E.NotMember, { who });
    const bytes = ctx.encodeCall(proposal);
    ensure(bytes.length <= length_bound, E.ProposalLengthBoundLessThanProposalLength, { actual: length_bound, required: bytes.length });
    const result = ctx.dispatch(proposal, { kind: 'member', who });
    ctx.deposit(Ev.MemberExecuted({ proposal_hash: bytesToHex(ctx.crypto.blake2b256(bytes)), result: outcomeOf(result) }));
    const { actualWeight } = result.post;
    return actualWeight === undefined ? {} : { actualWeight: addWeight(executeWeight({ b: bytes.length, m: members.length }), actualWeight) };
  },

  propose: (ctx, origin, motion) => doPropose(ctx, ensureSigned(origin), motion),

  /** Switched off: senators vote by SubtensorModule.vote. refuses NotMember */
  vote(_ctx, origin) {
    refuse(E.NotMember, { who: ensureSigned(origin) });
  },

  /** Root drops a motion. */
  disapprove_proposal(ctx, origin, { proposal_hash }) {
    ensureRoot(origin);
    return { actualWeight: disapproveWeight({ p: doDisapproveProposal(ctx, proposal_hash) }) };
  },

  /** Root alone, unlike in pallet-collective. */
  close(ctx, origin, { proposal_hash, index, proposal_weight_bound, length_bound }) {
    ensureRoot(origin);
    return doClose(ctx, { proposal: proposal_hash, index, weightBound: fromStored(proposal_weight_bound), lengthBound: length_bound });
  },
});
