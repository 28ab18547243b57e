/** Aura: constants. */

import { constant, prodOrFast, u64 } from '@taonet/codec';

export const constants = {
  SlotDuration: constant(u64, prodOrFast(12_000n, 250n)),
} as const;
