/** What the runtime's code uses of pallet System: storage, errors, events, constants. */

import { system } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(system);
/** Refusals. */
export const E = bindErrors(system);
/** Event encoders. */
export const Ev = bindEvents(system);
/** Constants. */
export const C = bindConstants(system);
