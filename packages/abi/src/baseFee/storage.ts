/** BaseFee: storage items. */

import { item, u256 } from '@taonet/codec';
import { permill } from '../types/arithmetic.ts';

export const storage = {
  BaseFeePerGas: item(u256, 20_000_000_000n),
  Elasticity: item(permill, 125_000),
} as const;
