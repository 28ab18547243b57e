/** Pallet TransactionPayment. */

import type { PalletDecl } from '@taonet/codec';
import { calls } from './calls.ts';
import { constants } from './constants.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { storage } from './storage.ts';

export const transactionPayment = {
  name: 'TransactionPayment',
  index: 6,
  path: 'pallet_transaction_payment::pallet',
  storage,
  calls,
  events,
  errors,
  constants,
} as const satisfies PalletDecl;
