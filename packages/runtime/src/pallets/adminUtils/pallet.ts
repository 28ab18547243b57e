/** What the runtime's code uses of pallet AdminUtils: storage, errors, events, constants. */

import { adminUtils } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(adminUtils);
/** Refusals. */
export const E = bindErrors(adminUtils);
/** Event encoders. */
export const Ev = bindEvents(adminUtils);
/** Constants. */
export const C = bindConstants(adminUtils);
