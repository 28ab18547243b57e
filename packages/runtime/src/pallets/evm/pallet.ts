/** What the runtime's code uses of pallet EVM: storage, errors, events, constants. */

import { evm } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(evm);
/** Refusals. */
export const E = bindErrors(evm);
/** Event encoders. */
export const Ev = bindEvents(evm);
/** Constants. */
export const C = bindConstants(evm);
