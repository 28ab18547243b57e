/** Scheduler: storage items. */

import { blake2Concat, boundedVec, fixedBytes, map, option, optionalItem, optionalMap, tuple, twoxConcat, u32 } from '@taonet/codec';
import { retryConfig, scheduledCall } from '../types/scheduler.ts';

export const storage = {
  IncompleteSince: optionalItem(u32),
  Agenda: map([twoxConcat(u32)], boundedVec(option(scheduledCall), 50), []),
  Retries: optionalMap([blake2Concat(tuple(u32, u32))], retryConfig),
  Lookup: optionalMap([twoxConcat(fixedBytes(32))], tuple(u32, u32)),
} as const;
