/** What the runtime's code uses of pallet Multisig: storage, errors, events, constants. */

import { multisig } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(multisig);
/** Refusals. */
export const E = bindErrors(multisig);
/** Event encoders. */
export const Ev = bindEvents(multisig);
/** Constants. */
export const C = bindConstants(multisig);
