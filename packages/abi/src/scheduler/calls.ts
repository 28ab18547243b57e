/** Scheduler: calls. */

import { callDecl, option, u32, u8 } from '@taonet/codec';
import { boxedRuntimeCall } from '../types/nested.ts';
import {
  blockNumberForT, schedulePeriodBlockNumberForT, schedulePriority, taskAddressBlockNumberForT, taskName,
} from '../types/spelled.ts';

export const calls = {
  schedule: callDecl(0, {
    when: blockNumberForT,
    maybe_periodic: option(schedulePeriodBlockNumberForT),
    priority: schedulePriority,
    call: boxedRuntimeCall,
  }),
  cancel: callDecl(1, { when: blockNumberForT, index: u32 }),
  schedule_named: callDecl(2, {
    id: taskName,
    when: blockNumberForT,
    maybe_periodic: option(schedulePeriodBlockNumberForT),
    priority: schedulePriority,
    call: boxedRuntimeCall,
  }),
  cancel_named: callDecl(3, { id: taskName }),
  schedule_after: callDecl(4, {
    after: blockNumberForT,
    maybe_periodic: option(schedulePeriodBlockNumberForT),
    priority: schedulePriority,
    call: boxedRuntimeCall,
  }),
  schedule_named_after: callDecl(5, {
    id: taskName,
    after: blockNumberForT,
    maybe_periodic: option(schedulePeriodBlockNumberForT),
    priority: schedulePriority,
    call: boxedRuntimeCall,
  }),
  set_retry: callDecl(6, { task: taskAddressBlockNumberForT, retries: u8, period: blockNumberForT }),
  set_retry_named: callDecl(7, { id: taskName, retries: u8, period: blockNumberForT }),
  cancel_retry: callDecl(8, { task: taskAddressBlockNumberForT }),
  cancel_retry_named: callDecl(9, { id: taskName }),
} as const;
