/** Scheduler: events. */

import { option, row, u32, u8 } from '@taonet/codec';
import { dispatchResult } from '../types/dispatch.ts';
import { blockNumberForT, taskAddressBlockNumberForT, taskName } from '../types/spelled.ts';

export const events = {
  Scheduled: row(0, { when: blockNumberForT, index: u32 }),
  Canceled: row(1, { when: blockNumberForT, index: u32 }),
  Dispatched: row(2, { task: taskAddressBlockNumberForT, id: option(taskName), result: dispatchResult }),
  RetrySet: row(3, { task: taskAddressBlockNumberForT, id: option(taskName), period: blockNumberForT, retries: u8 }),
  RetryCancelled: row(4, { task: taskAddressBlockNumberForT, id: option(taskName) }),
  CallUnavailable: row(5, { task: taskAddressBlockNumberForT, id: option(taskName) }),
  PeriodicFailed: row(6, { task: taskAddressBlockNumberForT, id: option(taskName) }),
  RetryFailed: row(7, { task: taskAddressBlockNumberForT, id: option(taskName) }),
  PermanentlyOverweight: row(8, { task: taskAddressBlockNumberForT, id: option(taskName) }),
  AgendaIncomplete: row(9, { when: blockNumberForT }),
} as const;
