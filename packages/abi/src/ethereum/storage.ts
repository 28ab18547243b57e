/** Ethereum: storage items. */

import { h256, identity, item, map, optionalItem, optionalMap, tuple, twoxConcat, u256, u32, vec } from '@taonet/codec';
import { ethereumBlock, receiptV4, transactionStatus, transactionV3 } from '../types/ethereum.ts';
import { ZERO_32 } from '../types/zero.ts';

export const storage = {
  Pending: optionalMap([identity(u32)], tuple(transactionV3, transactionStatus, receiptV4)),
  CounterForPending: item(u32, 0),
  CurrentBlock: optionalItem(ethereumBlock),
  CurrentReceipts: optionalItem(vec(receiptV4)),
  CurrentTransactionStatuses: optionalItem(vec(transactionStatus)),
  BlockHash: map([twoxConcat(u256)], h256, ZERO_32),
} as const;
