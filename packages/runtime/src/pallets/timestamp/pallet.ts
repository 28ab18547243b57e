/** What the runtime's code uses of pallet Timestamp: storage, errors, events, constants. */

import { timestamp } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(timestamp);
/** Refusals. */
export const E = bindErrors(timestamp);
/** Event encoders. */
export const Ev = bindEvents(timestamp);
/** Constants. */
export const C = bindConstants(timestamp);
