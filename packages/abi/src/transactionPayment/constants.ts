/** TransactionPayment: constants. */

import { constant, u8 } from '@taonet/codec';

export const constants = {
  OperationalFeeMultiplier: constant(u8, 5),
} as const;
