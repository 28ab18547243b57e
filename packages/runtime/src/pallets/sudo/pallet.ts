/** What the runtime's code uses of pallet Sudo: storage, errors, events, constants. */

import { sudo } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(sudo);
/** Refusals. */
export const E = bindErrors(sudo);
/** Event encoders. */
export const Ev = bindEvents(sudo);
/** Constants. */
export const C = bindConstants(sudo);
