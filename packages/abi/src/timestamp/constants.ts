/** Timestamp: constants. */

import { constant, prodOrFast, u64 } from '@taonet/codec';

export const constants = {
  MinimumPeriod: constant(u64, prodOrFast(6000n, 125n)),
} as const;
