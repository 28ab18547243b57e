import { bytesToHex, utf8ToBytes } from '@taonet/primitives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBeaconKey } from './beaconKey.ts';
import { verifyPulse } from './quicknet.ts';

const key = createBeaconKey(utf8ToBytes('one'));

describe('createBeaconKey', () => {
  it('behavior: what it signs verifies against its key, for that round alone', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: (1n << 64n) - 2n }), (round) => {
      const signature = key.sign(round);
      expect([signature.length, verifyPulse(key.publicKey, round, signature), verifyPulse(key.publicKey, round + 1n, signature)]).toEqual([48, true, false]);
    }), { numRuns: 5 });
  });

  it('default: the seed decides the pair', () => {
    const again = createBeaconKey(utf8ToBytes('one'));
    expect([bytesToHex(again.publicKey), bytesToHex(again.sign(7n))]).toEqual([bytesToHex(key.publicKey), bytesToHex(key.sign(7n))]);
    const other = createBeaconKey(utf8ToBytes('two'));
    expect(other.publicKey).not.toEqual(key.publicKey);
    expect(verifyPulse(key.publicKey, 7n, other.sign(7n))).toBe(false);
  });
});
