import { bytesToHex, Defect } from '@taonet/primitives';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accountId, array, bool, boundedBtreeMap, boundedBytes, boundedVec, btreeMap, btreeSet, bytes, CannotDecode, compactU128, compactU16, compactU32,
  compactU64, compactU8, encode, fixedBytes, i128, i16, i32, i64, i8, mapped, option, plainEnum, result, row, str, struct, tryDecode, tuple, u128,
  u16, u256, u32, u64, u8, unit, variant, vec, weakBoundedVec, type AnyCodec,
} from './index.ts';

const big = (bits: number): fc.Arbitrary<bigint> => fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n });
const signed = (bits: number): fc.Arbitrary<bigint> => fc.bigInt({ min: -(1n << BigInt(bits - 1)), max: (1n << BigInt(bits - 1)) - 1n });
const small = (bits: number): fc.Arbitrary<number> => fc.oneof(fc.nat(0x4fff), fc.nat(2 ** bits - 1)).map((n) => Math.min(n, 2 ** bits - 1));
const blob = (min: number, max: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: min, maxLength: max });
const hex32 = blob(32, 32).map(bytesToHex);

const point = struct('p::Point', { x: u16, y: option(u64) });
const pointValue = fc.record({ x: small(16), y: fc.option(big(64), { nil: undefined }) });
const shape = variant('p::Shape', { Empty: row(0), One: row(7, [bytes]), Two: row(3, [u8, str]), Named: row(255, { at: point }) });
const shapeValue = fc.oneof(
  fc.constant({ type: 'Empty' }),
  blob(0, 20).map((value) => ({ type: 'One', value })),
  fc.tuple(small(8), fc.string()).map((value) => ({ type: 'Two', value })),
  pointValue.map((at) => ({ type: 'Named', value: { at } })),
);

const table: [name: string, codec: AnyCodec, values: fc.Arbitrary<unknown>][] = [
  ['u8', u8, small(8)], ['u16', u16, small(16)], ['u32', u32, small(32)], ['u64', u64, big(64)], ['u128', u128, big(128)], ['u256', u256, big(256)],
  ['i8', i8, fc.integer({ min: -128, max: 127 })], ['i16', i16, fc.integer({ min: -32768, max: 32767 })], ['i32', i32, fc.integer()],
  ['i64', i64, signed(64)], ['i128', i128, signed(128)],
  ['compact u8', compactU8, small(8)], ['compact u16', compactU16, small(16)], ['compact u32', compactU32, small(32)],
  ['compact u64', compactU64, big(64)], ['compact u128', compactU128, big(128)],
  ['bool', bool, fc.boolean()], ['bytes', bytes, blob(0, 100)], ['[u8; 5]', fixedBytes(5), blob(5, 5)], ['account', accountId, hex32],
  ['text', str, fc.string({ unit: 'binary' })], ['unit', unit, fc.constant(undefined)],
  ['option', option(u16), fc.option(small(16), { nil: undefined })],
  ['struct', point, pointValue], ['enum', shape, shapeValue], ['plain enum', plainEnum('p::E', { A: 0, B: 9 }), fc.constantFrom('A', 'B')],
  ['result', result(u8, str), fc.oneof(small(8).map((value) => ({ type: 'Ok', value })), fc.string().map((value) => ({ type: 'Err', value })))],
  ['tuple', tuple(u8, bool, point), fc.tuple(small(8), fc.boolean(), pointValue)],
  ['vec of u16 pairs', vec(tuple(u16, u16)), fc.array(fc.tuple(small(16), small(16)))],
  ['vec', vec(shape), fc.array(shapeValue)], ['array', array(u16, 3), fc.array(small(16), { minLength: 3, maxLength: 3 })],
  ['bounded vec', boundedVec(u64, 8), fc.array(big(64), { maxLength: 8 })], ['bounded bytes', boundedBytes(8), blob(0, 8)],
  ['weak bounded vec', weakBoundedVec(u8), fc.array(small(8))],
  ['set', btreeSet(tuple(u16, accountId)), fc.uniqueArray(fc.tuple(small(16), hex32), { selector: String }).map((all) => all.sort(([a, x], [b, y]) => a - b || (x < y ? -1 : 1)))],
  ['map', btreeMap(u64, bool), fc.uniqueArray(fc.tuple(big(64), fc.boolean()), { selector: ([key]) => key }).map((all) => all.sort(([a], [b]) => (a < b ? -1 : 1)))],
  ['bounded map', boundedBtreeMap(u8, u8, 4), fc.uniqueArray(fc.tuple(small(8), small(8)), { selector: ([key]) => key, maxLength: 4 }).map((all) => all.sort(([a], [b]) => a - b))],
  ['mapped', mapped(u8, String, Number), small(8).map(String)],
];

describe.each(table)('%s', (_, codec, values) => {
  test('what is written is read', () => {
    fc.assert(fc.property(values, (value) => {
      expect(tryDecode(codec, encode(codec, value))).toEqual(value);
    }));
  });

  test('shorter input does not fit', () => {
    fc.assert(fc.property(values, fc.double({ min: 0, max: 0.999, noNaN: true }), (value, part) => {
      const whole = encode(codec, value);
      if (whole.length > 0) expect(tryDecode(codec, whole.subarray(0, Math.floor(whole.length * part)))).toBeInstanceOf(CannotDecode);
    }));
  });

  test('any input is read or refused, and what is read is written the same when it is in order', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (input) => {
      const value = tryDecode(codec, input) as unknown;
      if (value instanceof CannotDecode) return;
      const again = encode(codec, value);
      expect(tryDecode(codec, again)).toEqual(value);
      expect(again.length).toBeLessThanOrEqual(input.length);
    }));
  });
});

test('pairs of u16 read many at once are those read one by one', () => {
  const item = tuple(u16, u16);
  const oneByOne = vec(mapped(item, (pair) => pair, (pair) => pair));
  fc.assert(fc.property(fc.array(fc.tuple(small(16), small(16))), fc.nat(5), (value, short) => {
    const whole = encode(vec(item), value);
    expect(whole).toEqual(encode(oneByOne, value));
    const input = whole.subarray(0, whole.length - Math.min(short, whole.length));
    expect(tryDecode(vec(item), input)).toEqual(tryDecode(oneByOne, input));
  }));
  for (const wrong of [-1, 65536, 0.5, NaN, undefined as never]) {
    for (const pair of [[wrong, 1], [1, wrong]] as [number, number][]) {
      const caught = (codec: AnyCodec): unknown => {
        try {
          return encode(codec, [[1, 2], pair]);
        } catch (error) {
          return error;
        }
      };
      const found = caught(vec(item)) as Defect;
      expect(found).toBeInstanceOf(Defect);
      expect(found.message).toBe((caught(oneByOne) as Defect).message);
    }
  }
});

test('a length beyond the input is refused before items are read', () => {
  const claimed = Uint8Array.of(0x03, 0xff, 0xff, 0xff, 0xff, 1, 2, 3);
  for (const codec of [bytes, str, vec(u128), vec(vec(u8)), btreeSet(u8), btreeMap(u8, u8), boundedBytes(4), weakBoundedVec(bool)] as AnyCodec[]) {
    expect(tryDecode(codec, claimed)).toBeInstanceOf(CannotDecode);
  }
});
