/** Section `pow` of May 2025: seals, difficulty, the first nonce that is work enough. */

import { createCrypto } from '@taonet/crypto';
import { bytesToHex } from '@taonet/primitives';
import { hashMeetsDifficulty, largestHash, sealHash } from '@taonet/runtime';
import { outcome, type MathOutcome } from './replay.ts';

const crypto = await createCrypto();

type WorkCase = readonly [
  block: string, blockHash: string, nonce: string, hotkey: string, seal: string, difficulty: string, meets: boolean, firstNonce: string, firstSeal: string,
];

export function replayWork(cases: readonly WorkCase[]): MathOutcome[] {
  return cases.flatMap(([, blockHash, nonceText, hotkey, expectedSeal, difficultyText, meets, firstNonce, firstSeal], i) => {
    const difficulty = BigInt(difficultyText);
    const sealOf = (nonce: bigint): Uint8Array => sealHash(crypto, blockHash, nonce, hotkey);
    const isWithin = (hash: Uint8Array): boolean => BigInt(`0x${bytesToHex(hash)}`) <= largestHash(difficulty);
    const seal = sealOf(BigInt(nonceText));
    let nonce = BigInt(nonceText);
    while (!hashMeetsDifficulty(sealOf(nonce), difficulty)) nonce += 1n;
    return [
      outcome(`pow/${i}/seal`, [expectedSeal, meets, meets], [bytesToHex(seal), hashMeetsDifficulty(seal, difficulty), isWithin(seal)]),
      outcome(`pow/${i}/first`, [firstNonce, firstSeal], [nonce, bytesToHex(sealOf(nonce))]),
    ];
  });
}
