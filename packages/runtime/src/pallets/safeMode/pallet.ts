/** What the runtime's code uses of pallet SafeMode: storage, errors, events, constants. */

import { safeMode } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(safeMode);
/** Refusals. */
export const E = bindErrors(safeMode);
/** Event encoders. */
export const Ev = bindEvents(safeMode);
/** Constants. */
export const C = bindConstants(safeMode);
