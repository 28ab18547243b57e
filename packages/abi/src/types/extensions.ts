/** Transaction extensions. */

import { compactU32, era, param, plainEnum, spelled, struct, type ValueOf, wrapped } from '@taonet/codec';
import { runtimeMarker } from './nested.ts';
import { chargeTransactionPayment } from './transactionPayment.ts';

/** `frame_system::extensions::check_non_zero_sender::CheckNonZeroSender` */
export const checkNonZeroSender = struct('frame_system::extensions::check_non_zero_sender::CheckNonZeroSender', {}, [{ name: 'T' }]);
export type CheckNonZeroSender = ValueOf<typeof checkNonZeroSender>;

/** `frame_system::extensions::check_spec_version::CheckSpecVersion` */
export const checkSpecVersion = struct('frame_system::extensions::check_spec_version::CheckSpecVersion', {}, [{ name: 'T' }]);
export type CheckSpecVersion = ValueOf<typeof checkSpecVersion>;

/** `frame_system::extensions::check_tx_version::CheckTxVersion` */
export const checkTxVersion = struct('frame_system::extensions::check_tx_version::CheckTxVersion', {}, [{ name: 'T' }]);
export type CheckTxVersion = ValueOf<typeof checkTxVersion>;

/** `frame_system::extensions::check_genesis::CheckGenesis` */
export const checkGenesis = struct('frame_system::extensions::check_genesis::CheckGenesis', {}, [{ name: 'T' }]);
export type CheckGenesis = ValueOf<typeof checkGenesis>;

/** `node_subtensor_runtime::check_mortality::CheckMortality` */
export const checkMortality = wrapped('node_subtensor_runtime::check_mortality::CheckMortality', era, { params: [{ name: 'T' }] });
export type CheckMortality = ValueOf<typeof checkMortality>;

/** `node_subtensor_runtime::check_nonce::CheckNonce` */
export const checkNonce = wrapped(
  'node_subtensor_runtime::check_nonce::CheckNonce',
  spelled(compactU32, 'T::Nonce'),
  { params: [{ name: 'T' }] },
);
export type CheckNonce = ValueOf<typeof checkNonce>;

/** `frame_system::extensions::check_weight::CheckWeight` */
export const checkWeight = struct('frame_system::extensions::check_weight::CheckWeight', {}, [{ name: 'T' }]);
export type CheckWeight = ValueOf<typeof checkWeight>;

/** `node_subtensor_runtime::transaction_payment_wrapper::ChargeTransactionPaymentWrapper` */
export const chargeTransactionPaymentWrapper = struct('node_subtensor_runtime::transaction_payment_wrapper::ChargeTransactionPaymentWrapper', {
  inner: spelled(chargeTransactionPayment, 'ChargeTransactionPayment<T>'),
}, [{ name: 'T' }]);
export type ChargeTransactionPaymentWrapper = ValueOf<typeof chargeTransactionPaymentWrapper>;

/** `node_subtensor_runtime::sudo_wrapper::SudoTransactionExtension` */
export const sudoTransactionExtension = struct(
  'node_subtensor_runtime::sudo_wrapper::SudoTransactionExtension',
  {},
  [param('T', runtimeMarker)],
);
export type SudoTransactionExtension = ValueOf<typeof sudoTransactionExtension>;

/** `frame_metadata_hash_extension::Mode` */
export const metadataHashMode = plainEnum('frame_metadata_hash_extension::Mode', { Disabled: 0, Enabled: 1 });
export type MetadataHashMode = ValueOf<typeof metadataHashMode>;

/** `frame_metadata_hash_extension::CheckMetadataHash` */
export const checkMetadataHash = struct('frame_metadata_hash_extension::CheckMetadataHash', { mode: metadataHashMode }, [{ name: 'T' }]);
export type CheckMetadataHash = ValueOf<typeof checkMetadataHash>;
