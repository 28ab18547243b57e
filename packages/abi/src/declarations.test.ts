import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { encode, inBuild, tryDecode, type Build } from '@taonet/codec';
import { expect, test } from 'vitest';
import { pallets, runtimeCall, subtensorModule } from './index.ts';

const UPSTREAM: Build = { fast: false, powFaucet: true };

test('all 28 pallets are declared, with upstream indices', () => {
  expect(inBuild(pallets, UPSTREAM).map((pallet) => pallet.index)).toEqual([
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    11,
    12,
    13,
    14,
    15,
    16,
    18,
    19,
    20,
    21,
    22,
    23,
    25,
    26,
    27,
    28,
    29,
    30,
    31,
    32,
  ]);
  expect(Object.keys(inBuild([subtensorModule], UPSTREAM)[0]!.storage)).toHaveLength(222);
});

test('a call decodes and encodes', () => {
  const hex = '0702' + '11'.repeat(32) + '0100' + '00ca9a3b00000000';
  const call = tryDecode(runtimeCall, hexToBytes(hex));
  expect(call).toEqual({
    type: 'SubtensorModule',
    value: { type: 'add_stake', value: { hotkey: '11'.repeat(32), netuid: 1, amount_staked: 1_000_000_000n } },
  });
  expect(bytesToHex(encode(runtimeCall, call as never))).toBe(hex);
});
