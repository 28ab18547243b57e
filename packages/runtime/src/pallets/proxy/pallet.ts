/** What the runtime's code uses of pallet Proxy: storage, errors, events, constants. */

import { proxy } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(proxy);
/** Refusals. */
export const E = bindErrors(proxy);
/** Event encoders. */
export const Ev = bindEvents(proxy);
/** Constants. */
export const C = bindConstants(proxy);
