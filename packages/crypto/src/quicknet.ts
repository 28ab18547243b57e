/**
 * The drand beacon "quicknet": signatures in G1, keys in G2 of BLS12-381, and what is sealed until one of its rounds.
 *
 * source: pallets/drand/src/verifier.rs @ 14bc6f9; crate tle 5416406 (tlock.rs, ibe/fullident.rs, stream_ciphers.rs, curves/drand.rs)
 */

import { createDecipheriv } from 'node:crypto';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes } from '@taonet/primitives';

const { Fr, Fp12 } = bls12_381.fields;
const G1 = bls12_381.G1.Point;
const G2 = bls12_381.G2.Point;
type G1Point = InstanceType<typeof G1>;
type G2Point = InstanceType<typeof G2>;

const HASH_TO_G1 = { DST: 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_' };
const G1_BYTES = 48;
const G2_BYTES = 96;
const FIELD_BYTES = 48;
/** A sealed key and what masks it. */
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Whether the beacon with this key (96 bytes) signed `round`; bytes after the points are ignored.
 *
 * returns: undefined when key or signature is no point of its group
 */
export function verifyPulse(publicKey: Uint8Array, round: bigint, signature: Uint8Array): boolean | undefined {
  const key = readG2(publicKey);
  const signed = readG1(signature);
  if (key === undefined || signed === undefined) return undefined;
  const hashed = pointOfRound(round);
  // e(−signature, generator) · e(hash, key) is one; a pair with a zero point is one by itself.
  const pairs = [{ g1: signed.negate(), g2: G2.BASE }, { g1: hashed, g2: key }].filter(({ g1, g2 }) => !g1.is0() && !g2.is0());
  return Fp12.eql(bls12_381.pairingBatch(pairs as { g1: G1Point; g2: G2Point }[]), Fp12.ONE);
}

/**
 * What was sealed until a round, opened with that round's signature; bytes after either are ignored.
 *
 * returns: undefined when the bytes do not fit, when they were sealed for another round, or when they were changed since
 */
export function openTimelock(sealed: Uint8Array, signature: Uint8Array): Uint8Array | undefined {
  const reader = new ArkReader(sealed);
  const point = readG2(reader.take(G2_BYTES));
  const [maskedSigma, maskedKey, body] = [reader.bytes(), reader.bytes(), reader.bytes()];
  // The name of the cipher must be there; nobody reads it.
  const cipher = reader.bytes();
  const secret = readG1(signature);
  if (point === undefined || maskedSigma === undefined || maskedKey === undefined || body === undefined || cipher === undefined || secret === undefined) return undefined;
  const key = unsealKey({ point, maskedSigma, maskedKey }, secret);
  return key === undefined ? undefined : decryptBody(body, key);
}

/** What a beacon signs of a round: that point times its secret is the signature. */
export const pointOfRound = (round: bigint): G1Point => bls12_381.G1.hashToCurve(sha256(roundBytes(round)), HASH_TO_G1);

/** Boneh and Franklin's identity-based encryption of a key, its full form. */
interface SealedKey {
  readonly point: G2Point;
  readonly maskedSigma: Uint8Array;
  readonly maskedKey: Uint8Array;
}

/** Masks of another length than the key's are refused; upstream's code stops there. */
function unsealKey({ point, maskedSigma, maskedKey }: SealedKey, secret: G1Point): Uint8Array | undefined {
  if (maskedSigma.length !== KEY_BYTES || maskedKey.length !== KEY_BYTES) return undefined;
  const paired = point.is0() || secret.is0() ? Fp12.ONE : bls12_381.pairing(secret, point);
  const sigma = xor(maskedSigma, sha256(littleEndianFields(Fp12.toBytes(paired))));
  const key = xor(maskedKey, sha256(sigma));
  const scalar = Fr.create(BigInt(`0x${bytesToHex(sha256(concatBytes(sigma, key)))}`));
  const expected = scalar === 0n ? G2.ZERO : G2.BASE.multiplyUnsafe(scalar);
  return expected.equals(point) ? key : undefined;
}

/** AES-256-GCM: the ciphertext with its tag at the end, then the nonce. */
function decryptBody(body: Uint8Array, key: Uint8Array): Uint8Array | undefined {
  const reader = new ArkReader(body);
  const [encrypted, nonce] = [reader.bytes(), reader.bytes()];
  if (encrypted === undefined || encrypted.length < TAG_BYTES || nonce?.length !== NONCE_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(encrypted.subarray(encrypted.length - TAG_BYTES));
  try {
    return concatBytes(decipher.update(encrypted.subarray(0, encrypted.length - TAG_BYTES)), decipher.final());
  } catch {
    return undefined;
  }
}

/** Reads what arkworks serialized: points of known length, byte strings behind their length (u64, little endian). */
class ArkReader {
  private rest: Uint8Array;

  constructor(all: Uint8Array) {
    this.rest = all;
  }

  /** The next `count` bytes, fewer at the end. */
  take(count: number): Uint8Array {
    const taken = this.rest.subarray(0, count);
    this.rest = this.rest.subarray(count);
    return taken;
  }

  bytes(): Uint8Array | undefined {
    const head = this.take(8);
    if (head.length < 8) return undefined;
    const length = new DataView(head.buffer, head.byteOffset, 8).getBigUint64(0, true);
    return length > BigInt(this.rest.length) ? undefined : this.take(Number(length));
  }
}

function readG1(bytes: Uint8Array): G1Point | undefined {
  return readPoint(() => G1.fromBytes(bytes.slice(0, G1_BYTES)), bytes.length >= G1_BYTES && isCompressed(bytes));
}

function readG2(bytes: Uint8Array): G2Point | undefined {
  return readPoint(() => G2.fromBytes(bytes.slice(0, G2_BYTES)), bytes.length >= G2_BYTES && isCompressed(bytes));
}

const isCompressed = (bytes: Uint8Array): boolean => (bytes[0]! & 0x80) !== 0;

/** Noble throws for what is off the curve or outside the group of prime order. */
function readPoint<P>(read: () => P, fits: boolean): P | undefined {
  if (!fits) return undefined;
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Turns each field element's bytes around: arkworks writes them little-endian. */
function littleEndianFields(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += FIELD_BYTES) out.set(bytes.slice(at, at + FIELD_BYTES).reverse(), at);
  return out;
}

function roundBytes(round: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, round);
  return bytes;
}

const xor = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((byte, i) => byte ^ b[i]!);
