/** Drand: constants. */

import { constant, u64 } from '@taonet/codec';

export const constants = {
  UnsignedPriority: constant(u64, 1_048_576n),
  HttpFetchTimeout: constant(u64, 1000n),
} as const;
