/** What the runtime's code uses of pallet Swap: storage, errors, events, constants. */

import { swap } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(swap);
/** Refusals. */
export const E = bindErrors(swap);
/** Event encoders. */
export const Ev = bindEvents(swap);
/** Constants. */
export const C = bindConstants(swap);
