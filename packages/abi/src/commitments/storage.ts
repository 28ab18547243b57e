/** Commitments: storage items. */

import { btreeSet, bytes, identity, item, optionalMap, tuple, twoxConcat, u32, u64, vec } from '@taonet/codec';
import { commitmentRegistration, usageTracker } from '../types/commitments.ts';
import { blockNumberForT, netUid, tAccountId } from '../types/spelled.ts';

export const storage = {
  TimelockedIndex: item(btreeSet(tuple(netUid, tAccountId)), []),
  CommitmentOf: optionalMap([identity(netUid), twoxConcat(tAccountId)], commitmentRegistration),
  LastCommitment: optionalMap([identity(netUid), twoxConcat(tAccountId)], blockNumberForT),
  LastBondsReset: optionalMap([identity(netUid), twoxConcat(tAccountId)], blockNumberForT),
  RevealedCommitments: optionalMap([identity(netUid), twoxConcat(tAccountId)], vec(tuple(bytes, u64))),
  UsedSpaceOf: optionalMap([identity(netUid), twoxConcat(tAccountId)], usageTracker),
  MaxSpace: item(u32, 3100),
} as const;
