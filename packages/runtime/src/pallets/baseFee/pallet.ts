/** What the runtime's code uses of pallet BaseFee: storage, errors, events, constants. */

import { baseFee } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(baseFee);
/** Refusals. */
export const E = bindErrors(baseFee);
/** Event encoders. */
export const Ev = bindEvents(baseFee);
/** Constants. */
export const C = bindConstants(baseFee);
