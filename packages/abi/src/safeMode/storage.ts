/** SafeMode: storage items. */

import { accountId, optionalItem, optionalMap, twoxConcat, u32, u64 } from '@taonet/codec';

export const storage = {
  EnteredUntil: optionalItem(u32),
  Deposits: optionalMap([twoxConcat(accountId), twoxConcat(u32)], u64),
} as const;
