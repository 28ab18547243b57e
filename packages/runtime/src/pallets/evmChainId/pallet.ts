/** What the runtime's code uses of pallet EVMChainId: storage, errors, events, constants. */

import { evmChainId } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(evmChainId);
/** Refusals. */
export const E = bindErrors(evmChainId);
/** Event encoders. */
export const Ev = bindEvents(evmChainId);
/** Constants. */
export const C = bindConstants(evmChainId);
