/** What the runtime's code uses of pallet Contracts: storage, errors, events, constants. */

import { contracts } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(contracts);
/** Refusals. */
export const E = bindErrors(contracts);
/** Event encoders. */
export const Ev = bindEvents(contracts);
/** Constants. */
export const C = bindConstants(contracts);
