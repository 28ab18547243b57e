/** TransactionPayment: events. */

import { row } from '@taonet/codec';
import { balanceOfT, tAccountId } from '../types/spelled.ts';

export const events = {
  TransactionFeePaid: row(0, { who: tAccountId, actual_fee: balanceOfT, tip: balanceOfT }),
} as const;
