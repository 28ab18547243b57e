/** What the runtime's code uses of pallet Preimage: storage, errors, events, constants. */

import { preimage } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(preimage);
/** Refusals. */
export const E = bindErrors(preimage);
/** Event encoders. */
export const Ev = bindEvents(preimage);
/** Constants. */
export const C = bindConstants(preimage);
