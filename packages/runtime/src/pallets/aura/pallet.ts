/** What the runtime's code uses of pallet Aura: storage, errors, events, constants. */

import { aura } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(aura);
/** Refusals. */
export const E = bindErrors(aura);
/** Event encoders. */
export const Ev = bindEvents(aura);
/** Constants. */
export const C = bindConstants(aura);
