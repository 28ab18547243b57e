/** BaseFee: events. */

import { row, u256 } from '@taonet/codec';
import { permill } from '../types/arithmetic.ts';

export const events = {
  NewBaseFeePerGas: row(0, { fee: u256 }),
  BaseFeeOverflow: row(1),
  NewElasticity: row(2, { elasticity: permill }),
} as const;
