/** Commitments: calls. */

import { boxed, callDecl, spelled, u32 } from '@taonet/codec';
import { commitmentInfo } from '../types/commitments.ts';
import { netUid } from '../types/spelled.ts';

export const calls = {
  set_commitment: callDecl(0, { netuid: netUid, info: spelled(boxed(commitmentInfo), 'Box<CommitmentInfo<T::MaxFields>>') }),
  set_max_space: callDecl(2, { new_limit: u32 }),
} as const;
