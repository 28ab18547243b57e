/** Proxy: constants. */

import { constant, u32, u64 } from '@taonet/codec';

export const constants = {
  ProxyDepositBase: constant(u64, 60_000_000n),
  ProxyDepositFactor: constant(u64, 33_000_000n),
  MaxProxies: constant(u32, 20),
  MaxPending: constant(u32, 75),
  AnnouncementDepositBase: constant(u64, 36_000_000n),
  AnnouncementDepositFactor: constant(u64, 68_000_000n),
} as const;
