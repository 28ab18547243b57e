/** LimitOrders: constants. */

import { accountId, constant, u32 } from '@taonet/codec';
import { utf8ToBytes } from '@taonet/primitives';
import { palletId } from '../types/system.ts';

export const constants = {
  MaxOrdersPerBatch: constant(u32, 100),
  PalletId: constant(palletId, utf8ToBytes('bt/limit')),
  PalletHotkey: constant(accountId, '6d6f646c62742f6c6d686b790000000000000000000000000000000000000000'),
} as const;
