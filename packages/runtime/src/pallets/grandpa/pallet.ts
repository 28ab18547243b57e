/** What the runtime's code uses of pallet Grandpa: storage, errors, events, constants. */

import { grandpa } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(grandpa);
/** Refusals. */
export const E = bindErrors(grandpa);
/** Event encoders. */
export const Ev = bindEvents(grandpa);
/** Constants. */
export const C = bindConstants(grandpa);
