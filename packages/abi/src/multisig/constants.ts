/** Multisig: constants. */

import { constant, u32, u64 } from '@taonet/codec';

export const constants = {
  DepositBase: constant(u64, 132_000_000n),
  DepositFactor: constant(u64, 32_000_000n),
  MaxSignatories: constant(u32, 100),
} as const;
