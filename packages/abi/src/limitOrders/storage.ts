/** LimitOrders: storage items. */

import { blake2Concat, bool, boundedBytes, h256, identity, item, map, optionalMap } from '@taonet/codec';
import { orderStatus } from '../types/limitOrders.ts';

export const storage = {
  Orders: optionalMap([blake2Concat(h256)], orderStatus),
  LimitOrdersEnabled: item(bool, false),
  HasMigrationRun: map([identity(boundedBytes(128))], bool, false),
} as const;
