/** Fees and the extension that charges them. */

import { option, param, plainEnum, spelled, struct, type ValueOf, u64, wrapped } from '@taonet/codec';
import { compactBalanceOfT, genericBalance } from './spelled.ts';
import { dispatchClass, weight } from './weight.ts';

/** `pallet_transaction_payment::Releases` */
export const transactionPaymentReleases = plainEnum('pallet_transaction_payment::Releases', { V1Ancient: 0, V2: 1 });
export type TransactionPaymentReleases = ValueOf<typeof transactionPaymentReleases>;

/** `pallet_transaction_payment::ChargeTransactionPayment` */
export const chargeTransactionPayment = wrapped(
  'pallet_transaction_payment::ChargeTransactionPayment',
  compactBalanceOfT,
  { params: [{ name: 'T' }] },
);
export type ChargeTransactionPayment = ValueOf<typeof chargeTransactionPayment>;

/** `pallet_transaction_payment::types::RuntimeDispatchInfo` */
export const runtimeDispatchInfo = struct('pallet_transaction_payment::types::RuntimeDispatchInfo', {
  weight,
  class: dispatchClass,
  partial_fee: genericBalance,
}, [param('Balance', u64), param('Weight', weight)]);
export type RuntimeDispatchInfo = ValueOf<typeof runtimeDispatchInfo>;

/** `pallet_transaction_payment::types::InclusionFee` */
export const inclusionFee = struct('pallet_transaction_payment::types::InclusionFee', {
  base_fee: genericBalance,
  len_fee: genericBalance,
  adjusted_weight_fee: genericBalance,
}, [param('Balance', u64)]);
export type InclusionFee = ValueOf<typeof inclusionFee>;

/** `pallet_transaction_payment::types::FeeDetails` */
export const feeDetails = struct('pallet_transaction_payment::types::FeeDetails', {
  inclusion_fee: option(spelled(inclusionFee, 'InclusionFee<Balance>')),
  tip: genericBalance,
}, [param('Balance', u64)]);
export type FeeDetails = ValueOf<typeof feeDetails>;
