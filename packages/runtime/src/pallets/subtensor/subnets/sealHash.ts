/** The hash a proof of work is judged by. Pure, so that whoever looks for work computes what the chain will. */

import { concatBytes, hexToBytes, type AccountId, type Hash, type Hashers } from '@taonet/primitives';

const NONCE_BYTES = 8;

/**
 * keccak-256(block hash ‖ account): what stays the same over all nonces.
 *
 * source: pallets/subtensor/src/subnets/registration.rs, hash_block_and_hotkey @ 14bc6f9, the same @ 1b0c63a
 */
export function hashBlockAndHotkey(hashers: Hashers, blockHash: Hash, account: AccountId): Uint8Array {
  return hashers.keccak256(concatBytes(hexToBytes(blockHash), hexToBytes(account)));
}

/**
 * What is hashed for one nonce: the nonce as 8 bytes little-endian ‖ keccak-256(block hash ‖ account).
 *
 * source: pallets/subtensor/src/subnets/registration.rs, create_seal_hash @ 14bc6f9, the same @ 1b0c63a
 */
export function sealPreimage(nonce: bigint, blockAndAccount: Uint8Array): Uint8Array {
  const nonceBytes = Uint8Array.from({ length: NONCE_BYTES }, (_, i) => Number((nonce >> BigInt(8 * i)) & 0xffn));
  return concatBytes(nonceBytes, blockAndAccount);
}

/**
 * keccak-256(sha2-256(nonce ‖ keccak-256(block hash ‖ account))).
 *
 * source: pallets/subtensor/src/subnets/registration.rs, create_seal_hash @ 14bc6f9, the same @ 1b0c63a
 */
export function sealHash(hashers: Hashers, blockHash: Hash, nonce: bigint, account: AccountId): Uint8Array {
  return hashers.keccak256(hashers.sha2b256(sealPreimage(nonce, hashBlockAndHotkey(hashers, blockHash, account))));
}
