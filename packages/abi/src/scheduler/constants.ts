/** Scheduler: constants. */

import { constant, u32 } from '@taonet/codec';
import { weight } from '../types/weight.ts';

export const constants = {
  MaximumWeight: constant(weight, { ref_time: 3_200_000_000_000n, proof_size: 14_757_395_258_967_641_292n }),
  MaxScheduledPerBlock: constant(u32, 50),
} as const;
