/** Commitments: constants. */

import { constant, u32, u64 } from '@taonet/codec';

export const constants = {
  MaxFields: constant(u32, 3),
  InitialDeposit: constant(u64, 0n),
  FieldDeposit: constant(u64, 0n),
} as const;
