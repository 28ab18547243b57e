/** Timestamp: storage items. */

import { bool, item, u64 } from '@taonet/codec';

export const storage = {
  Now: item(u64, 0n),
  DidUpdate: item(bool, false),
} as const;
