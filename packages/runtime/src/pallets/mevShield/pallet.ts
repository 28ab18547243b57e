/** What the runtime's code uses of pallet MevShield: storage, errors, events, constants. */

import { mevShield } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(mevShield);
/** Refusals. */
export const E = bindErrors(mevShield);
/** Event encoders. */
export const Ev = bindEvents(mevShield);
/** Constants. */
export const C = bindConstants(mevShield);
