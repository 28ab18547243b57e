/** What the runtime's code uses of pallet LimitOrders: storage, errors, events, constants. */

import { limitOrders } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(limitOrders);
/** Refusals. */
export const E = bindErrors(limitOrders);
/** Event encoders. */
export const Ev = bindEvents(limitOrders);
/** Constants. */
export const C = bindConstants(limitOrders);
