/** EVMChainId: storage items. */

import { item, u64 } from '@taonet/codec';

export const storage = {
  ChainId: item(u64, 0n),
} as const;
