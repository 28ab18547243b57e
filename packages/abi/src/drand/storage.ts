/** Drand: storage items. */

import { blake2Concat, bool, boundedBytes, identity, item, map, optionalMap, u64 } from '@taonet/codec';
import { hexToBytes, utf8ToBytes } from '@taonet/primitives';
import { beaconConfiguration, pulse } from '../types/drand.ts';
import { blockNumberForT } from '../types/spelled.ts';

export const storage = {
  BeaconConfig: item(beaconConfiguration, {
    public_key: hexToBytes('83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a'),
    period: 3,
    genesis_time: 1_692_803_367,
    hash: hexToBytes('52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971'),
    group_hash: hexToBytes('f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e'),
    scheme_id: utf8ToBytes('bls-unchained-g1-rfc9380'),
    metadata: { beacon_id: utf8ToBytes('quicknet') },
  }),
  HasMigrationRun: map([identity(boundedBytes(128))], bool, false),
  Pulses: optionalMap([blake2Concat(u64)], pulse),
  LastStoredRound: item(u64, 0n),
  OldestStoredRound: item(u64, 0n),
  NextUnsignedAt: item(blockNumberForT, 0),
} as const;
