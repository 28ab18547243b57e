/** Balances: constants. */

import { constant, u32, u64 } from '@taonet/codec';

export const constants = {
  ExistentialDeposit: constant(u64, 500n),
  MaxLocks: constant(u32, 50),
  MaxReserves: constant(u32, 50),
  MaxFreezes: constant(u32, 50),
} as const;
