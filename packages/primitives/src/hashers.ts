/** The hash functions the deterministic zone may use. The host injects them; they are pure and synchronous. */
export interface Hashers {
  blake2b128(data: Uint8Array): Uint8Array;
  blake2b256(data: Uint8Array): Uint8Array;
  blake2b512(data: Uint8Array): Uint8Array;
  twox64(data: Uint8Array): Uint8Array;
  twox128(data: Uint8Array): Uint8Array;
  twox256(data: Uint8Array): Uint8Array;
  keccak256(data: Uint8Array): Uint8Array;
  sha2b256(data: Uint8Array): Uint8Array;
}

export type SignatureScheme = 'ed25519' | 'sr25519' | 'ecdsa';

/** Signature checks and the rest of cryptography the zone may use. Malformed input answers false, never throws. */
export interface Crypto extends Hashers {
  /** `publicKey`: 32 bytes (ed25519, sr25519) or the 33-byte compressed key (ecdsa); `signature`: 64, or 65 for ecdsa. */
  verify(scheme: SignatureScheme, message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean;
  /** Compressed secp256k1 key that made the 65-byte `signature` over the 32-byte `digest`; undefined when there is none. */
  recoverEcdsa(digest: Uint8Array, signature: Uint8Array): Uint8Array | undefined;
  /** The 65-byte form of a compressed secp256k1 key; undefined when it is no point of the curve. */
  uncompressEcdsaKey(key: Uint8Array): Uint8Array | undefined;
  /** Whether the drand beacon with this key (G2, compressed) signed `round`; undefined when key or signature (G1) is no such point. */
  verifyPulse(publicKey: Uint8Array, round: bigint, signature: Uint8Array): boolean | undefined;
  /** Bytes sealed until a drand round, opened with that round's signature; undefined when they cannot be. */
  openTimelock(sealed: Uint8Array, signature: Uint8Array): Uint8Array | undefined;
}
