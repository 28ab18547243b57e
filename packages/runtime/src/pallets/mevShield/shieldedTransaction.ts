/** What stands in the ciphertext of `submit_encrypted`. */

import type { ShieldedTransaction } from '@taonet/abi';

const KEY_HASH_BYTES = 16;
const LENGTH_BYTES = 2;
const NONCE_BYTES = 24;

/**
 * Hash of a key ‖ length, u16 ‖ key ciphertext of that length ‖ nonce ‖ data, which may be empty.
 *
 * returns: undefined when a part is cut off · source: stp-shield, ShieldedTransaction::parse
 */
export function parseShielded(bytes: Uint8Array): ShieldedTransaction | undefined {
  const kemAt = KEY_HASH_BYTES + LENGTH_BYTES;
  if (bytes.length < kemAt) return undefined;
  const nonceAt = kemAt + (bytes[KEY_HASH_BYTES]! | (bytes[KEY_HASH_BYTES + 1]! << 8));
  const dataAt = nonceAt + NONCE_BYTES;
  if (bytes.length < dataAt) return undefined;
  return {
    key_hash: bytes.slice(0, KEY_HASH_BYTES),
    kem_ct: bytes.slice(kemAt, nonceAt),
    aead_ct: bytes.slice(dataAt),
    nonce: bytes.slice(nonceAt, dataAt),
  };
}
