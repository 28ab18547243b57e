/** A round of drand's quicknet that is long over: what is sealed until it opens at once for a chain that was told its signature. */

import { tryHexToBytes } from '@taonet/primitives';

interface Pulse {
  readonly round: bigint;
  /** 48 bytes. */
  readonly signature: Uint8Array;
  /** Of the beacon, 96 bytes. */
  readonly publicKey: Uint8Array;
}

/** source: api.drand.sh, chain 52db9ba7…4e971, round 1000; fixtures/crypto/timelock.json.gz holds the official library's seals until it */
export const KNOWN_ROUND: Pulse = {
  round: 1_000n,
  signature: tryHexToBytes('b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39')!,
  publicKey: tryHexToBytes('83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a')!,
};
