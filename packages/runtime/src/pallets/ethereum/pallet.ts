/** What the runtime's code uses of pallet Ethereum: storage, errors, events, constants. */

import { ethereum } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(ethereum);
/** Refusals. */
export const E = bindErrors(ethereum);
/** Event encoders. */
export const Ev = bindEvents(ethereum);
/** Constants. */
export const C = bindConstants(ethereum);
