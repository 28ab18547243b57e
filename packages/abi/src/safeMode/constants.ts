/** SafeMode: constants. */

import { constant, option, u32, u64 } from '@taonet/codec';

export const constants = {
  EnterDuration: constant(u32, 0),
  ExtendDuration: constant(u32, 0),
  EnterDepositAmount: constant(option(u64), undefined),
  ExtendDepositAmount: constant(option(u64), undefined),
  ReleaseDelay: constant(option(u32), undefined),
} as const;
