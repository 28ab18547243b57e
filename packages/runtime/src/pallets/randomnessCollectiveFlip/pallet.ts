/** What the runtime's code uses of pallet RandomnessCollectiveFlip: storage, errors, events, constants. */

import { randomnessCollectiveFlip } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(randomnessCollectiveFlip);
/** Refusals. */
export const E = bindErrors(randomnessCollectiveFlip);
/** Event encoders. */
export const Ev = bindEvents(randomnessCollectiveFlip);
/** Constants. */
export const C = bindConstants(randomnessCollectiveFlip);
