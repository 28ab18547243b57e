/**
 * What keeps a transaction closed until its author puts it in a block: a key that ML-KEM-768 carries, and XChaCha20-Poly1305
 * under it. An entry of its own: a program that seals nothing does not load this.
 *
 * source: pallets/shield/src/lib.rs, unshield @ 14bc6f9; FIPS 203; draft-irtf-cfrg-xchacha-03
 */

import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { concatBytes } from '@taonet/primitives';

/** Bytes that decide a key pair. */
export const SHIELD_SEED_BYTES = 64;
export const SHIELD_PUBLIC_KEY_BYTES = 1184;
export const SHIELD_SECRET_KEY_BYTES = 2400;
/** A carried key. */
const KEM_BYTES = 1088;
const NONCE_BYTES = 24;
const TAG_BYTES = 16;

export interface ShieldKeyPair {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

/** What an envelope holds after the hash of the key it was sealed for. */
export interface SealedParts {
  /** A key, carried under the public key. */
  readonly kem: Uint8Array;
  readonly nonce: Uint8Array;
  /** What was sealed, and a tag of 16 bytes. */
  readonly data: Uint8Array;
}

/** The ML-KEM-768 key pair of a seed of 64 bytes (d ‖ z). */
export function shieldKeyPair(seed: Uint8Array): ShieldKeyPair {
  const { publicKey, secretKey } = ml_kem768.keygen(seed);
  return { publicKey, secretKey };
}

/** Undefined when the parts have other lengths than they must, were sealed for another key, or were changed since. */
export function openShielded({ kem, nonce, data }: SealedParts, secretKey: Uint8Array): Uint8Array | undefined {
  if (kem.length !== KEM_BYTES || nonce.length !== NONCE_BYTES || data.length < TAG_BYTES) return undefined;
  if (secretKey.length !== SHIELD_SECRET_KEY_BYTES) return undefined;
  try {
    return xchacha20poly1305(ml_kem768.decapsulate(kem, secretKey), nonce).decrypt(data);
  } catch {
    // the cipher tells by an exception that the tag is not right, and the KEM that the key holds no key
    return undefined;
  }
}

/** Where chance comes in; given by tests. */
export interface SealChance {
  readonly message: Uint8Array;
  readonly nonce: Uint8Array;
}

/**
 * An envelope as `MevShield.submit_encrypted` takes it: hash of the key ‖ u16 length ‖ carried key ‖ nonce ‖ data.
 *
 * keyHash: twox-128 of the public key
 */
export function sealShielded(plain: Uint8Array, publicKey: Uint8Array, keyHash: Uint8Array, chance?: SealChance): Uint8Array {
  const { cipherText, sharedSecret } = ml_kem768.encapsulate(publicKey, chance?.message);
  const nonce = chance?.nonce ?? globalThis.crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const length = Uint8Array.of(KEM_BYTES & 0xff, KEM_BYTES >> 8);
  return concatBytes(keyHash, length, cipherText, nonce, xchacha20poly1305(sharedSecret, nonce).encrypt(plain));
}
