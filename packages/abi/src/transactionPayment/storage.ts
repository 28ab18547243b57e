/** TransactionPayment: storage items. */

import { item } from '@taonet/codec';
import { fixedU128 } from '../types/arithmetic.ts';
import { transactionPaymentReleases } from '../types/transactionPayment.ts';

export const storage = {
  NextFeeMultiplier: item(fixedU128, 1_000_000_000_000_000_000n),
  StorageVersion: item(transactionPaymentReleases, 'V1Ancient'),
} as const;
