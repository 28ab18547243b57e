/** Grandpa: constants. */

import { constant, u32, u64 } from '@taonet/codec';

export const constants = {
  MaxAuthorities: constant(u32, 32),
  MaxNominators: constant(u32, 20),
  MaxSetIdSessionEntries: constant(u64, 0n),
} as const;
