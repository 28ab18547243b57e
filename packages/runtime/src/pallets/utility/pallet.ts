/** What the runtime's code uses of pallet Utility: storage, errors, events, constants. */

import { utility } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(utility);
/** Refusals. */
export const E = bindErrors(utility);
/** Event encoders. */
export const Ev = bindEvents(utility);
/** Constants. */
export const C = bindConstants(utility);
