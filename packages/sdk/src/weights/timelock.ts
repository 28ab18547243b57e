/**
 * Seals bytes until a round of the drand beacon: Boneh and Franklin's identity-based encryption over BLS12-381 with signatures in G1, then AES-256-GCM.
 * Loaded when the first weights are sealed.
 *
 * source: crate tle 5416406 (tlock.rs, ibe/fullident.rs, stream_ciphers.rs)
 */

import { gcm } from '@noble/ciphers/aes.js';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes } from '@taonet/primitives';
import { badInput } from '../errors.ts';

const { Fr, Fp12 } = bls12_381.fields;
const G2 = bls12_381.G2.Point;
const HASH_TO_G1 = { DST: 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_' };
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const FIELD_BYTES = 48;
const G2_BYTES = 96;
/** `AES_GCM_` in ASCII. */
const CIPHER_NAME = Uint8Array.of(0x41, 0x45, 0x53, 0x5f, 0x47, 0x43, 0x4d, 0x5f);

const xor = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((byte, i) => byte ^ b[i]!);

function u64(value: bigint, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value, littleEndian);
  return bytes;
}

/** Bytes behind their length, as arkworks writes them. */
const sized = (bytes: Uint8Array): Uint8Array => concatBytes(u64(BigInt(bytes.length), true), bytes);

/** Arkworks writes field elements little-endian. */
function littleEndianFields(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += FIELD_BYTES) out.set(bytes.slice(at, at + FIELD_BYTES).reverse(), at);
  return out;
}

export interface TimelockSecrets {
  /** 32 bytes each. */
  readonly key: Uint8Array;
  readonly sigma: Uint8Array;
  /** 12 bytes. */
  readonly nonce: Uint8Array;
}

function randomSecrets(): TimelockSecrets {
  const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
  return { key: random(KEY_BYTES), sigma: random(KEY_BYTES), nonce: random(NONCE_BYTES) };
}

/** `publicKey`: the beacon's, 96 bytes. refuses: BadInput for a key that is no point */
export function sealUntilRound(message: Uint8Array, round: bigint, publicKey: Uint8Array, { key, sigma, nonce }: TimelockSecrets = randomSecrets()): Uint8Array {
  const scalar = Fr.create(BigInt(`0x${bytesToHex(sha256(concatBytes(sigma, key)))}`));
  const name = bls12_381.G1.hashToCurve(sha256(u64(round, false)), HASH_TO_G1);
  const shared = bls12_381.pairing(name, beaconPoint(publicKey).multiply(scalar));
  const maskedSigma = xor(sigma, sha256(littleEndianFields(Fp12.toBytes(shared))));
  const body = concatBytes(sized(gcm(key, nonce).encrypt(message)), sized(nonce));
  return concatBytes(G2.BASE.multiply(scalar).toBytes(), sized(maskedSigma), sized(xor(key, sha256(sigma))), sized(body), sized(CIPHER_NAME));
}

function beaconPoint(publicKey: Uint8Array): InstanceType<typeof G2> {
  try {
    return G2.fromBytes(publicKey.slice(0, G2_BYTES));
  } catch {
    throw badInput('beacon key', 'a point of G2', publicKey);
  }
}
