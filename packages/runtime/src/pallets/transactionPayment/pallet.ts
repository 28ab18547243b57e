/** What the runtime's code uses of pallet TransactionPayment: storage, errors, events, constants. */

import { transactionPayment } from '@taonet/abi';
import { bindConstants, bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(transactionPayment);
/** Refusals. */
export const E = bindErrors(transactionPayment);
/** Event encoders. */
export const Ev = bindEvents(transactionPayment);
/** Constants. */
export const C = bindConstants(transactionPayment);
