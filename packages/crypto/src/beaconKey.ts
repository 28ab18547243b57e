/** A beacon's key pair of drand's scheme `bls-unchained-g1-rfc9380`: the key in G2, signatures in G1 of BLS12-381. */

import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@taonet/primitives';
import { pointOfRound } from './quicknet.ts';

const { Fr } = bls12_381.fields;

/** Signs rounds. The secret stays inside. */
export interface BeaconKey {
  /** 96 bytes, compressed. */
  readonly publicKey: Uint8Array;
  /** 48 bytes, compressed; the same each time. */
  sign(round: bigint): Uint8Array;
}

/** The key pair that `seed` decides: the same seed gives the same pair. */
export function createBeaconKey(seed: Uint8Array): BeaconKey {
  // 512 bits over an order of 255: no value is likelier than another; zero never comes
  const secret = Fr.create(BigInt(`0x${bytesToHex(sha512(seed))}`));
  // A fifth of a second when it is the first: only where it is asked for.
  let publicKey: Uint8Array | undefined;
  return {
    get publicKey() { return (publicKey ??= bls12_381.G2.Point.BASE.multiply(secret).toBytes()); },
    // Twice as fast as in constant time, which would hide the secret from whoever can time a node's blocks: the seed is easier to guess.
    sign: (round) => pointOfRound(round).multiplyUnsafe(secret).toBytes(),
  };
}
