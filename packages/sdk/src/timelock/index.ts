/**
 * Sealing until a time, for any beacon of drand's scheme "bls-unchained-g1-rfc9380": `client.setWeights` does it by itself where a subnet wants it. An entry of
 * its own, because the pairing weighs more than all the rest.
 */

import { tryHexToBytes } from '@taonet/primitives';
import { roundAt, timeOfRound, type Beacon } from '../weights/beacon.ts';
import { sealedPayload } from '../weights/commit.ts';
import { sealUntilRound, type TimelockSecrets } from '../weights/timelock.ts';

export { roundAt, sealUntilRound, timeOfRound, type Beacon, type TimelockSecrets };

/** Drand's quicknet, which live chains follow. source: api.drand.sh, chain 52db9ba7…4e971 */
export const QUICKNET: Beacon = {
  publicKey: tryHexToBytes('83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a')!,
  genesis: 1_692_803_367,
  period: 3,
};

export interface SealedUntil {
  readonly sealed: Uint8Array;
  readonly round: bigint;
}

/** Seals bytes until the first round at `time`, milliseconds since 1970. refuses: BadInput for a key that is no point */
export function sealUntil(message: Uint8Array, time: number, beacon: Beacon = QUICKNET): SealedUntil {
  const round = roundAt(beacon, time / 1000);
  return { sealed: sealUntilRound(message, round, beacon.publicKey), round };
}

export interface WeightsToSeal {
  /** Of the validator, in any way of writing an account. */
  readonly hotkey: string;
  readonly uids: readonly number[];
  /** Of 65535, one for each uid. */
  readonly values: readonly number[];
  readonly versionKey: bigint;
}

/** What `commit_timelocked_weights` takes as `commit`. refuses: BadInput */
export function sealWeights({ hotkey, uids, values, versionKey }: WeightsToSeal, round: bigint, publicKey: Uint8Array = QUICKNET.publicKey): Uint8Array {
  return sealUntilRound(sealedPayload(hotkey, { uids, values }, versionKey), round, publicKey);
}
