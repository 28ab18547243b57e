/** Shielded transactions. */

import { boundedBytes, bytes, fixedBytes, param, spelled, struct, type ValueOf } from '@taonet/codec';
import { runtimeMarker } from './nested.ts';
import { blockNumberForT, tAccountId } from './spelled.ts';

/** `pallet_shield::pallet::PendingExtrinsic` */
export const pendingExtrinsic = struct('pallet_shield::pallet::PendingExtrinsic', {
  who: tAccountId,
  encrypted_call: spelled(boundedBytes(8192), 'BoundedVec<u8, MaxEncryptedCallSize>'),
  submitted_at: blockNumberForT,
}, [{ name: 'T' }]);
export type PendingExtrinsic = ValueOf<typeof pendingExtrinsic>;

/** `pallet_shield::extension::CheckShieldedTxValidity` */
export const checkShieldedTxValidity = struct('pallet_shield::extension::CheckShieldedTxValidity', {}, [param('T', runtimeMarker)]);
export type CheckShieldedTxValidity = ValueOf<typeof checkShieldedTxValidity>;

/** `stp_shield::ShieldedTransaction` */
export const shieldedTransaction = struct('stp_shield::ShieldedTransaction', {
  key_hash: spelled(fixedBytes(16), '[u8; KEY_HASH_LEN]'),
  kem_ct: bytes,
  aead_ct: bytes,
  nonce: spelled(fixedBytes(24), '[u8; NONCE_LEN]'),
});
export type ShieldedTransaction = ValueOf<typeof shieldedTransaction>;
