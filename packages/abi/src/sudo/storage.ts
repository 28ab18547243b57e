/** Sudo: storage items. */

import { accountId, optionalItem } from '@taonet/codec';

export const storage = {
  Key: optionalItem(accountId),
} as const;
