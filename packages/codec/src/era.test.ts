import { bytesToHex, hexToBytes } from '@taonet/primitives';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CannotDecode, encode, era, eraBirth, eraDeath, IMMORTAL, mortalEra, tryDecode, type Era } from './index.ts';

const mortal = (period: number, phase: number): Era => ({ type: 'Mortal', period, phase });

describe('bytes of eras', () => {
  test.each([
    [IMMORTAL, '00'],
    [mortal(64, 42), 'a502'],
    [mortal(32768, 20000), '4e9c'],
    [mortal(4, 0), '0100'],
    [mortal(65536, 65520), 'ffff'],
  ])('%o is %s', (value, hex) => {
    expect(bytesToHex(encode(era, value))).toBe(hex);
    expect(tryDecode(era, hexToBytes(hex))).toEqual(value);
  });
  test.each(['1000', 'f1ff', '4100', '01'])('%s is none', (hex) => expect(tryDecode(era, hexToBytes(hex))).toBeInstanceOf(CannotDecode));
  test('a period that is no power of two is our mistake', () => {
    expect(() => encode(era, mortal(100, 0))).toThrow();
    expect(() => encode(era, mortal(64, 64))).toThrow();
    expect(() => encode(era, mortal(65536, 1))).toThrow();
  });
});

describe('a mortal era', () => {
  test('is rounded up and clamped', () => {
    expect(mortalEra(1, 7)).toEqual(mortal(4, 3));
    expect(mortalEra(65, 1000)).toEqual(mortal(128, 104));
    expect(mortalEra(1_000_000, 100_003)).toEqual(mortal(65536, 34464));
  });
  test('is born at the last block of its phase and dies a period later', () => {
    expect(eraBirth(mortal(4, 1), 6)).toBe(5);
    expect(eraDeath(mortal(4, 1), 6)).toBe(9);
    expect(eraBirth(mortal(64, 42), 10)).toBe(42);
    expect(eraBirth(IMMORTAL, 100)).toBe(0);
    expect(eraDeath(IMMORTAL, 100)).toBeUndefined();
  });
  test('keeps its birth during its period', () => {
    fc.assert(fc.property(fc.integer({ min: 4, max: 65536 }), fc.integer({ min: 0, max: 10_000_000 }), fc.nat(), (period, now, later) => {
      const one = mortalEra(period, now);
      if (one.type !== 'Mortal') return;
      const birth = eraBirth(one, now);
      expect(birth).toBeLessThanOrEqual(now);
      expect(now - birth).toBeLessThan(16);
      expect(eraBirth(one, birth + (later % one.period))).toBe(birth);
      expect(eraDeath(one, now)).toBe(birth + one.period);
      expect(tryDecode(era, encode(era, one))).toEqual(one);
    }));
  });
});
