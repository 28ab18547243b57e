/** Contracts: storage items. */

import { accountId, boundedBytes, h256, identity, item, optionalItem, optionalMap, twoxConcat, u32, u64 } from '@taonet/codec';
import { contractCodeInfo, contractInfo, deletionQueueManager } from '../types/contracts.ts';

export const storage = {
  PristineCode: optionalMap([identity(h256)], boundedBytes(131072)),
  CodeInfoOf: optionalMap([identity(h256)], contractCodeInfo),
  Nonce: item(u64, 0n),
  ContractInfoOf: optionalMap([twoxConcat(accountId)], contractInfo),
  DeletionQueue: optionalMap([twoxConcat(u32)], boundedBytes(128)),
  DeletionQueueCounter: item(deletionQueueManager, { insert_counter: 0, delete_counter: 0 }),
  MigrationInProgress: optionalItem(boundedBytes(1024)),
} as const;
