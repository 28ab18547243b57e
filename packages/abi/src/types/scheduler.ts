/** Scheduled calls. */

import { accountId, fixedBytes, option, param, spelled, struct, tuple, type ValueOf, u32, u8 } from '@taonet/codec';
import { originCaller } from './origin.ts';
import { boundedCall } from './preimage.ts';
import { schedulePriority } from './spelled.ts';

/** `pallet_scheduler::Scheduled` */
export const scheduledCall = struct('pallet_scheduler::Scheduled', {
  maybe_id: option(spelled(fixedBytes(32), 'Name')),
  priority: schedulePriority,
  call: spelled(boundedCall, 'Call'),
  maybe_periodic: option(spelled(tuple(u32, u32), 'schedule::Period<BlockNumber>')),
  origin: spelled(originCaller, 'PalletsOrigin'),
}, [
  param('Name', fixedBytes(32)),
  param('Call', boundedCall),
  param('BlockNumber', u32),
  param('PalletsOrigin', originCaller),
  param('AccountId', accountId),
]);
export type ScheduledCall = ValueOf<typeof scheduledCall>;

/** `pallet_scheduler::RetryConfig` */
export const retryConfig = struct('pallet_scheduler::RetryConfig', {
  total_retries: u8,
  remaining: u8,
  period: spelled(u32, 'Period'),
}, [param('Period', u32)]);
export type RetryConfig = ValueOf<typeof retryConfig>;
