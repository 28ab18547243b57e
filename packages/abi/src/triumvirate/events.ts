/** Triumvirate: events. */

import { bool, row } from '@taonet/codec';
import { memberCount, proposalIndex } from '../types/collective.ts';
import { dispatchResult } from '../types/dispatch.ts';
import { tAccountId, tHash } from '../types/spelled.ts';

export const events = {
  Proposed: row(0, { account: tAccountId, proposal_index: proposalIndex, proposal_hash: tHash, threshold: memberCount }),
  Voted: row(1, { account: tAccountId, proposal_hash: tHash, voted: bool, yes: memberCount, no: memberCount }),
  Approved: row(2, { proposal_hash: tHash }),
  Disapproved: row(3, { proposal_hash: tHash }),
  Executed: row(4, { proposal_hash: tHash, result: dispatchResult }),
  MemberExecuted: row(5, { proposal_hash: tHash, result: dispatchResult }),
  Closed: row(6, { proposal_hash: tHash, yes: memberCount, no: memberCount }),
} as const;
