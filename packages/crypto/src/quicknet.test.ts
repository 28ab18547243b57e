import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { describe, expect, it } from 'vitest';
import { openTimelock, verifyPulse } from './quicknet.ts';

/** Key of drand quicknet and its signature of round 1000. source: api.drand.sh */
const KEY = hexToBytes('83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a');
const SIGNATURE = hexToBytes('b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39');

/** Sealed by upstream's crate tle 5416406 for quicknet rounds: SCALE of uids, values, version. */
const FOR_1000 = hexToBytes('813debdf2e4ad1a7c4923f29bf573c60e802e06fd6c30171d869f5f76864a438375c236b14168e1b547bf8d393e0c1481095dada48d16b64d20ef2430d35d7b64d44027940575761984c0c92d0dc0cd8c8dceddc208ab62de18e1dc0409914e12000000000000000fc0b18e3ed542a4adc9768c102f64f3fa92556227f1878bf5be508cb5e55c7eb200000000000000025e20419e91d67efae21275d1180c538931d6e84c5046edaceb25f420ed73bf13e000000000000002200000000000000c384ef4f6ee7a795aa4be720fc9d7e8d478a453226f562b3a5f5a7b07ef272481b290c00000000000000dbdb16d111f4867f1ede25cd08000000000000004145535f47434d5f');
const OPENED = '080200000008000075fe0000000000000000';
const FOR_1001 = hexToBytes('88f7822ef22e979cbc11b0960948e9ceeaefb491abfb950e04c3f14f09f8c17b234767b82759661ab92b869e39260b5a0737c490847f4345c4baec0f98cf60abe6bee74974ac0c1c1ef3465f65f38d90a9626acb897dba5ed4563f74e985da67200000000000000015f560ed53b666185de94d15043471c76853fa53a2425bfce82ef68854de64e22000000000000000c440b3e10a35c00d4d34d615270fbd0b11562faa383b97a026fff4b03d02bec23e000000000000002200000000000000647fdde91d40f64caaf62bd7dc0bd1a8b82894caa3d89d18da6bd3ae7bbf5b0e2d6f0c00000000000000dc59ec0987e60fc53c3921f408000000000000004145535f47434d5f');

/** Places of the parts of `FOR_1000`. */
const AT_SIGMA_LENGTH = 96;
const AT_KEY_LENGTH = 96 + 8 + 32;
const AT_CIPHERTEXT = FOR_1000.length - 16 - 20 - 34;

function changed(bytes: Uint8Array, at: number, value?: number): Uint8Array {
  return bytes.map((byte, i) => (i === at ? (value ?? byte ^ 1) : byte));
}

describe('verifyPulse', () => {
  it.each([
    { why: 'the real one', key: KEY, round: 1_000n, signature: SIGNATURE, answer: true },
    { why: 'bytes behind the points are ignored', key: Uint8Array.of(...KEY, 7), round: 1_000n, signature: Uint8Array.of(...SIGNATURE, 7), answer: true },
    { why: 'another round', key: KEY, round: 1_001n, signature: SIGNATURE, answer: false },
    { why: 'the zero point signs nothing', key: KEY, round: 1_000n, signature: changed(new Uint8Array(48), 0, 0xc0), answer: false },
    { why: 'no point of the curve', key: KEY, round: 1_000n, signature: changed(SIGNATURE, 47), answer: undefined },
    { why: 'too short', key: KEY, round: 1_000n, signature: SIGNATURE.slice(0, 47), answer: undefined },
    { why: 'nothing', key: new Uint8Array(), round: 1_000n, signature: SIGNATURE, answer: undefined },
  ])('$why: $answer', ({ key, round, signature, answer }) => {
    expect(verifyPulse(key, round, signature)).toBe(answer);
  });
});

describe('openTimelock', () => {
  it('behavior: opens what upstream sealed, whatever follows', () => {
    expect(bytesToHex(openTimelock(FOR_1000, SIGNATURE)!)).toBe(OPENED);
    expect(bytesToHex(openTimelock(Uint8Array.of(...FOR_1000, 1, 2, 3), SIGNATURE)!)).toBe(OPENED);
  });

  it.each([
    { why: 'sealed for another round', sealed: FOR_1001 },
    { why: 'point changed', sealed: changed(FOR_1000, 50) },
    { why: 'mask changed', sealed: changed(FOR_1000, AT_SIGMA_LENGTH + 10) },
    { why: 'mask of another length', sealed: changed(FOR_1000, AT_SIGMA_LENGTH, 31) },
    { why: 'key of another length', sealed: changed(FOR_1000, AT_KEY_LENGTH, 33) },
    { why: 'ciphertext changed', sealed: changed(FOR_1000, AT_CIPHERTEXT) },
    { why: 'a length beyond all bounds', sealed: changed(FOR_1000, AT_SIGMA_LENGTH + 7, 0xff) },
    { why: 'the name of the cipher cut off', sealed: FOR_1000.slice(0, -1) },
    { why: 'nothing', sealed: new Uint8Array() },
  ])('refuses: $why', ({ sealed }) => {
    expect(openTimelock(sealed, SIGNATURE)).toBeUndefined();
  });

  it('refuses: what is no signature', () => {
    expect(openTimelock(FOR_1000, SIGNATURE.slice(1))).toBeUndefined();
    expect(openTimelock(FOR_1000, changed(new Uint8Array(48), 0, 0xc0))).toBeUndefined();
  });
});
