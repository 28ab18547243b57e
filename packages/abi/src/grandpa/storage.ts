/** Grandpa: storage items. */

import { item, optionalItem, optionalMap, tuple, twoxConcat, u32, u64, weakBoundedVec } from '@taonet/codec';
import { grandpaPublic, storedPendingChange, storedState } from '../types/consensus.ts';

export const storage = {
  State: item(storedState, { type: 'Live' }),
  PendingChange: optionalItem(storedPendingChange),
  NextForced: optionalItem(u32),
  Stalled: optionalItem(tuple(u32, u32)),
  CurrentSetId: item(u64, 0n),
  SetIdSession: optionalMap([twoxConcat(u64)], u32),
  Authorities: item(weakBoundedVec(tuple(grandpaPublic, u64)), []),
} as const;
