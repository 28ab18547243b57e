/** Swap: constants. */

import { constant, u16, u64 } from '@taonet/codec';
import { utf8ToBytes } from '@taonet/primitives';
import { nonZeroU64 } from '../types/nonZero.ts';
import { palletId } from '../types/system.ts';

export const constants = {
  ProtocolId: constant(palletId, utf8ToBytes('ten/swap')),
  MaxFeeRate: constant(u16, 10_000),
  MinimumLiquidity: constant(u64, 1000n),
  MinimumReserve: constant(nonZeroU64, 1_000_000n),
} as const;
