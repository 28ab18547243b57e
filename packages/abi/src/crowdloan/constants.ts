/** Crowdloan: constants. */

import { constant, prodOrFast, u32, u64 } from '@taonet/codec';
import { utf8ToBytes } from '@taonet/primitives';
import { palletId } from '../types/system.ts';

export const constants = {
  PalletId: constant(palletId, utf8ToBytes('bt/cloan')),
  MinimumDeposit: constant(u64, 10_000_000_000n),
  AbsoluteMinimumContribution: constant(u64, 100_000_000n),
  MinimumBlockDuration: constant(u32, prodOrFast(50_400, 50)),
  MaximumBlockDuration: constant(u32, prodOrFast(432_000, 20_000)),
  RefundContributorsLimit: constant(u32, 50),
  MaxContributors: constant(u32, 500),
} as const;
