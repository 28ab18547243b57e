/** Triumvirate: calls. */

import { bool, boxed, callDecl, option, spelled, vec } from '@taonet/codec';
import { compactLengthBound, compactProposalIndex, memberCount } from '../types/collective.ts';
import { nestedCall } from '../types/nested.ts';
import { blockNumberForT, tAccountId, tHash } from '../types/spelled.ts';
import { weight } from '../types/weight.ts';

const proposal = spelled(boxed(nestedCall), 'Box<<T as Config<I>>::Proposal>');

export const calls = {
  set_members: callDecl(0, { new_members: vec(tAccountId), prime: option(tAccountId), old_count: memberCount }),
  execute: callDecl(1, { proposal, length_bound: compactLengthBound }),
  propose: callDecl(2, { proposal, length_bound: compactLengthBound, duration: blockNumberForT }),
  vote: callDecl(3, { proposal: tHash, index: compactProposalIndex, approve: bool }),
  disapprove_proposal: callDecl(5, { proposal_hash: tHash }),
  close: callDecl(6, {
    proposal_hash: tHash,
    index: compactProposalIndex,
    proposal_weight_bound: weight,
    length_bound: compactLengthBound,
  }),
} as const;
