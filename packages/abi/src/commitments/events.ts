/** Commitments: events. */

import { row, u64 } from '@taonet/codec';
import { netUid, tAccountId } from '../types/spelled.ts';

export const events = {
  Commitment: row(0, { netuid: netUid, who: tAccountId }),
  TimelockCommitment: row(1, { netuid: netUid, who: tAccountId, reveal_round: u64 }),
  CommitmentRevealed: row(2, { netuid: netUid, who: tAccountId }),
} as const;
