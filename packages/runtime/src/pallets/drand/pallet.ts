/** What the runtime's code uses of pallet Drand: storage, errors, events, constants. */

import { drand } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(drand);
/** Refusals. */
export const E = bindErrors(drand);
/** Event encoders. */
export const Ev = bindEvents(drand);
/** Constants. */
export const C = bindConstants(drand);
