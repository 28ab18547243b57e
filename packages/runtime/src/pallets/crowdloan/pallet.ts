/** What the runtime's code uses of pallet Crowdloan: storage, errors, events, constants. */

import { crowdloan } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(crowdloan);
/** Refusals. */
export const E = bindErrors(crowdloan);
/** Event encoders. */
export const Ev = bindEvents(crowdloan);
/** Constants. */
export const C = bindConstants(crowdloan);
