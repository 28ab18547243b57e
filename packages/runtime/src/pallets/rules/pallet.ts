/** What the runtime's code uses of pallet Rules: storage, errors, events. */

import { rules } from '@taonet/abi';
import { bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(rules);
/** Refusals. */
export const E = bindErrors(rules);
/** Event encoders. */
export const Ev = bindEvents(rules);
