/** What the runtime's code uses of pallet Commitments: storage, errors, events, constants. */

import { commitments } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(commitments);
/** Refusals. */
export const E = bindErrors(commitments);
/** Event encoders. */
export const Ev = bindEvents(commitments);
/** Constants. */
export const C = bindConstants(commitments);
