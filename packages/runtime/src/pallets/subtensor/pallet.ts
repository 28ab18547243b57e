/** What the runtime's code uses of pallet SubtensorModule: storage, errors, events, constants. */

import { subtensorModule } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(subtensorModule);
/** Refusals. */
export const E = bindErrors(subtensorModule);
/** Event encoders. */
export const Ev = bindEvents(subtensorModule);
/** Constants. */
export const C = bindConstants(subtensorModule);
