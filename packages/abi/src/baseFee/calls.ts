/** BaseFee: calls. */

import { callDecl, u256 } from '@taonet/codec';
import { permill } from '../types/arithmetic.ts';

export const calls = {
  set_base_fee_per_gas: callDecl(0, { fee: u256 }),
  set_elasticity: callDecl(1, { elasticity: permill }),
} as const;
