/** MevShield: calls. */

import { boundedBytes, callDecl, option, spelled, u32, u64 } from '@taonet/codec';

export const calls = {
  announce_next_key: callDecl(0, { enc_key: option(spelled(boundedBytes(2048), 'ShieldEncKey')) }),
  submit_encrypted: callDecl(1, { ciphertext: spelled(boundedBytes(8192), 'BoundedVec<u8, ConstU32<8192>>') }),
  store_encrypted: callDecl(2, { encrypted_call: spelled(boundedBytes(8192), 'BoundedVec<u8, MaxEncryptedCallSize>') }),
  set_max_pending_extrinsics_number: callDecl(3, { value: u32 }),
  set_on_initialize_weight: callDecl(4, { value: u64 }),
  set_stored_extrinsic_lifetime: callDecl(5, { value: u32 }),
  set_max_extrinsic_weight: callDecl(6, { value: u64 }),
} as const;
