/** Triumvirate: storage items. */

import { accountId, boundedVec, h256, identity, item, optionalItem, optionalMap, u32, vec } from '@taonet/codec';
import { tAsConfigIProposal, votes } from '../types/collective.ts';

export const storage = {
  Proposals: item(boundedVec(h256, 10), []),
  ProposalOf: optionalMap([identity(h256)], tAsConfigIProposal),
  Voting: optionalMap([identity(h256)], votes),
  ProposalCount: item(u32, 0),
  Members: item(vec(accountId), []),
  Prime: optionalItem(accountId),
} as const;
