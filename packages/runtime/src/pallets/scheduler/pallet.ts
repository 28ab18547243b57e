/** What the runtime's code uses of pallet Scheduler: storage, errors, events, constants. */

import { scheduler } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(scheduler);
/** Refusals. */
export const E = bindErrors(scheduler);
/** Event encoders. */
export const Ev = bindEvents(scheduler);
/** Constants. */
export const C = bindConstants(scheduler);
