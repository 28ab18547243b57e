import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { describe, expect, test } from 'vitest';
import {
  boxed, btreeMap, btreeSet, CannotDecode, compactU16, compactU32, compactU64, compactU8, encode, lazy, option, row, str, tryDecode, tuple, typeNameOf, u16,
  u32, u8, variant, vec, struct, spelled, type AnyCodec, type Codec,
} from './index.ts';

const refused = (codec: AnyCodec, hex: string): boolean => tryDecode(codec, hexToBytes(hex)) instanceof CannotDecode;

describe('compact integers', () => {
  test.each([
    [0, '00'], [1, '04'], [63, 'fc'], [64, '0101'], [16383, 'fdff'], [16384, '02000100'], [2 ** 30 - 1, 'feffffff'], [2 ** 30, '0300000040'],
    [2 ** 32 - 1, '03ffffffff'],
  ])('%i is %s', (value, hex) => {
    expect(bytesToHex(encode(compactU32, value))).toBe(hex);
    expect(tryDecode(compactU32, hexToBytes(hex))).toBe(value);
  });
  test('u64 with five bytes and more', () => {
    expect(bytesToHex(encode(compactU64, 1n << 32n))).toBe('070000000001');
    expect(bytesToHex(encode(compactU64, (1n << 64n) - 1n))).toBe('13ffffffffffffffff');
  });
  test('longer forms than needed do not fit', () => {
    expect(['0100', 'fd00', '02000000', '0300000000', '03ffffff3f', '070000000100'].map((hex) => refused(compactU64, hex))).toEqual(Array(6).fill(true));
  });
  test('values beyond the type do not fit', () => {
    expect(refused(compactU8, '0104')).toBe(true);
    expect(refused(compactU16, '02000400')).toBe(true);
    expect(refused(compactU32, '070000000001')).toBe(true);
  });
});

test.each(['c0af', 'eda080', 'f4908080', 'ff', 'c3', 'e282'])('%s is not UTF-8', (hex) => {
  expect(refused(str, bytesToHex(Uint8Array.of((hex.length / 2) << 2)) + hex)).toBe(true);
});

describe('ordered collections', () => {
  test('a set is sorted by value, not by bytes, and doubles go', () => {
    expect(tryDecode(btreeSet(tuple(u16, u8)), hexToBytes('0c' + '000101' + '010002' + '000101'))).toEqual([[1, 2], [256, 1]]);
    expect(bytesToHex(encode(btreeSet(u16), [256, 1, 256]))).toBe('0801000001');
  });
  test('the last of equal keys counts', () => {
    expect(tryDecode(btreeMap(u8, u8), hexToBytes('0c' + '0201' + '0107' + '0202'))).toEqual([[1, 7], [2, 2]]);
  });
});

describe('nesting', () => {
  interface Tree { readonly type: 'Leaf' | 'Boxed' | 'Many'; readonly value?: unknown }
  const tree: Codec<Tree> = variant('t::Tree', { Leaf: row(0), Boxed: row(1, [boxed(lazy(() => tree))]), Many: row(2, [vec(lazy(() => tree))]) }) as Codec<Tree>;
  test('boxes and vectors count, up to the limit', () => {
    expect(refused(tree, '01'.repeat(256) + '00')).toBe(false);
    expect(refused(tree, '01'.repeat(257) + '00')).toBe(true);
    expect(refused(tree, '0204'.repeat(257) + '00')).toBe(true);
    expect(refused(tree, '01'.repeat(100_000))).toBe(true);
  });
  test('the limit can be set, levels that were left do not count', () => {
    const limited = (hex: string): boolean => tryDecode(tree, hexToBytes(hex), { depthLimit: 2 }) instanceof CannotDecode;
    expect(limited('0208' + '0100' + '0100')).toBe(false);
    expect(limited('0208' + '010100' + '00')).toBe(true);
  });
  test('vectors of integers do not count, as upstream reads them in one go', () => {
    expect(tryDecode(vec(u32), hexToBytes('0401000000'), { depthLimit: 0 })).toEqual([1]);
    expect(tryDecode(vec(option(u8)), hexToBytes('0400'), { depthLimit: 0 })).toBeInstanceOf(CannotDecode);
  });
});

test('types spell themselves, and can be spelled otherwise', () => {
  const netUid = spelled(u16, 'NetUid');
  expect(typeNameOf(vec(tuple(netUid, option(str))))).toBe('Vec<(NetUid, Option<String>)>');
  expect(typeNameOf(struct('a::b::Thing', { x: u8 }))).toBe('Thing');
  expect(typeNameOf(boxed(compactU16))).toBe('Box<Compact<u16>>');
});
