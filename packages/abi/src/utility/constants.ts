/** Utility: constants. */

import { constant, u32 } from '@taonet/codec';

export const constants = {
  batched_calls_limit: constant(u32, 10_922),
} as const;
