/** What the runtime's code uses of pallet AlphaAssets: storage, errors, events, constants. */

import { alphaAssets } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(alphaAssets);
/** Refusals. */
export const E = bindErrors(alphaAssets);
/** Event encoders. */
export const Ev = bindEvents(alphaAssets);
/** Constants. */
export const C = bindConstants(alphaAssets);
