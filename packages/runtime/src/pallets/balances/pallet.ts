/** What the runtime's code uses of pallet Balances: storage, errors, events, constants. */

import { balances } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(balances);
/** Refusals. */
export const E = bindErrors(balances);
/** Event encoders. */
export const Ev = bindEvents(balances);
/** Constants. */
export const C = bindConstants(balances);
