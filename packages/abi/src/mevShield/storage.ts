/** MevShield: storage items. */

import { bool, boundedBytes, identity, item, map, optionalItem, optionalMap, twoxConcat, u32, u64 } from '@taonet/codec';
import { auraPublic } from '../types/consensus.ts';
import { pendingExtrinsic } from '../types/mevShield.ts';
import { blockNumberForT } from '../types/spelled.ts';

export const storage = {
  CurrentKey: optionalItem(boundedBytes(2048)),
  PendingKey: optionalItem(boundedBytes(2048)),
  NextKey: optionalItem(boundedBytes(2048)),
  AuthorKeys: optionalMap([twoxConcat(auraPublic)], boundedBytes(2048)),
  PendingKeyExpiresAt: optionalItem(blockNumberForT),
  NextKeyExpiresAt: optionalItem(blockNumberForT),
  HasMigrationRun: map([identity(boundedBytes(128))], bool, false),
  MaxPendingExtrinsicsLimit: item(u32, 100),
  ExtrinsicLifetime: item(u32, 10),
  OnInitializeWeight: item(u64, 500_000_000_000n),
  MaxExtrinsicWeight: item(u64, 50_000_000_000n),
  PendingExtrinsics: optionalMap([identity(u32)], pendingExtrinsic),
  CounterForPendingExtrinsics: item(u32, 0),
  NextPendingExtrinsicIndex: item(u32, 0),
} as const;
