import { createHashers } from '@taonet/crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ipFromText, ipToText } from '../src/index.ts';
import { hashKeyPart, twox } from '../src/scale/hashers.ts';
import { lessParts, moreParts, partsOfPercent } from '../src/units.ts';
import { blockOfEpoch, hashRevealBlock } from '../src/weights/revealTime.ts';

test('hash functions are the chain\'s', async () => {
  const hashers = await createHashers();
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
    expect(twox(data, 2)).toEqual(hashers.twox128(data));
    expect(twox(data, 4)).toEqual(hashers.twox256(data));
    expect(hashKeyPart('Blake2_128', data)).toEqual(hashers.blake2b128(data));
    expect(hashKeyPart('Blake2_256', data)).toEqual(hashers.blake2b256(data));
  }));
});

test('addresses of axons', () => {
  fc.assert(fc.property(fc.ipV4(), (text) => { expect(ipToText(ipFromText(text).ip, 4)).toBe(text); }));
  fc.assert(fc.property(fc.bigInt(1n << 64n, (1n << 128n) - 1n), (ip) => { expect(ipFromText(ipToText(ip, 6))).toEqual({ ip, ipType: 6 }); }));
  expect(ipToText(ipFromText('2001:db8::1').ip, 6)).toBe('2001:db8::1');
  for (const bad of ['', '1.2.3', '256.1.1.1', '1:2', ':::', 'host']) expect(() => ipFromText(bad)).toThrow();
});

test('percentages', () => {
  expect([partsOfPercent('1%', 'x'), partsOfPercent('0.5%', 'x'), partsOfPercent('12.25%', 'x')]).toEqual([10_000_000n, 5_000_000n, 122_500_000n]);
  for (const bad of ['100%', '-1%', '1', '%', '1.23456789%']) expect(() => partsOfPercent(bad, 'x')).toThrow('percentage');
  fc.assert(fc.property(fc.bigInt(0n, 1n << 60n), fc.bigInt(0n, 999_999_999n), (value, parts) => {
    expect(lessParts(value, parts)).toBeLessThanOrEqual(value);
    expect(moreParts(value, parts)).toBeGreaterThanOrEqual(value);
  }));
});

test('the block of an epoch', () => {
  const clock = { block: 100, lastEpoch: 95, pendingAt: 0, tempo: 10, blocksSinceLastStep: 5, byNumber: false };
  expect(blockOfEpoch(clock, 1, 1)).toBe(105);
  expect(blockOfEpoch(clock, 1, 3)).toBe(125);
  expect(blockOfEpoch({ ...clock, pendingAt: 103 }, 1, 1)).toBe(103);
  // due in the very block of the commit: that epoch is the commit's own
  expect(blockOfEpoch({ ...clock, lastEpoch: 90 }, 1, 1)).toBe(111);
  expect(blockOfEpoch({ ...clock, lastEpoch: 91 }, 1, 2)).toBe(121);
  // where block numbers count, a hash may be revealed one block after the epoch that is the commit's own
  expect([90, 91, 92].map((lastEpoch) => hashRevealBlock({ ...clock, lastEpoch, tempo: 11, byNumber: true }, 1, 1))).toEqual([102, 103, 104]);
  expect(() => blockOfEpoch({ ...clock, tempo: 0 }, 1, 1)).toThrow('tempo 0');
});
