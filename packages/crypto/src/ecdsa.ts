import { secp256k1 } from '@noble/curves/secp256k1.js';

/**
 * Compressed secp256k1 key (33 bytes) that made the 65-byte `signature` (r, s, recovery id) over the 32-byte `digest`.
 *
 * The recovery id may be 0 to 3 or, as Ethereum writes it, 27 to 30. A high `s` is accepted, as by libsecp256k1's recovery.
 * returns: undefined when there is no such key
 * source: substrate/primitives/io/src/lib.rs, secp256k1_ecdsa_recover_compressed
 */
export function recoverEcdsa(digest: Uint8Array, signature: Uint8Array): Uint8Array | undefined {
  if (digest.length !== 32 || signature.length !== 65) return undefined;
  const last = signature[64]!;
  const recovery = last > 26 ? last - 27 : last;
  if (recovery > 3) return undefined;
  try {
    const parsed = secp256k1.Signature.fromBytes(signature.subarray(0, 64), 'compact').addRecoveryBit(recovery);
    return parsed.recoverPublicKey(digest).toBytes(true);
  } catch {
    return undefined;
  }
}

/** The 65-byte form of a compressed key; undefined when it is no point of the curve. */
export function uncompressEcdsaKey(key: Uint8Array): Uint8Array | undefined {
  try {
    return secp256k1.Point.fromBytes(key).toBytes(false);
  } catch {
    return undefined;
  }
}
