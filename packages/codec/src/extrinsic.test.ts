import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { expect, test } from 'vitest';
import {
  accountId, bytes, CannotDecode, compactU64, encode, encodeEach, era, extrinsicCodec, fixedBytes, IMMORTAL, row, signedPayload, tryDecode, u8, unit, variant,
  type CallValue, type Codec, type Extrinsic,
} from './index.ts';

const call = variant('', { System: row(0, [variant('', { remark: row(1, { note: bytes }) })]) }) as Codec<CallValue>;
const codec = extrinsicCodec({ address: accountId, signature: fixedBytes(4), call, extensions: [{ explicit: unit }, { explicit: era }, { explicit: compactU64 }] });
const remark: CallValue = { type: 'System', value: { type: 'remark', value: { note: Uint8Array.of(7) } } };
const REMARK = '00010407';
const SIGNED = `84${'ab'.repeat(32)}01020304${'00'}${'08'}${REMARK}`;

function both(value: Extrinsic<string, Uint8Array>, body: string): void {
  const prefix = body.length / 2 < 64 ? bytesToHex(Uint8Array.of((body.length / 2) << 2)) : '?';
  expect(bytesToHex(encode(codec, value))).toBe(prefix + body);
  expect(tryDecode(codec, hexToBytes(prefix + body))).toEqual(value);
}

test('signed, format 4', () => {
  both({ preamble: { kind: 'signed', address: 'ab'.repeat(32), signature: Uint8Array.of(1, 2, 3, 4), extra: [undefined, IMMORTAL, 2n] }, call: remark }, SIGNED);
});

test('bare, formats 4 and 5', () => {
  both({ preamble: { kind: 'bare', format: 4 }, call: remark }, `04${REMARK}`);
  both({ preamble: { kind: 'bare', format: 5 }, call: remark }, `05${REMARK}`);
});

test('general, format 5', () => {
  both({ preamble: { kind: 'general', extensionVersion: 0, extra: [undefined, IMMORTAL, 2n] }, call: remark }, `45000008${REMARK}`);
});

test.each(['06', '03', '44', '85', 'c4', '84'])('first byte %s alone is no extrinsic', (first) => {
  const body = first + REMARK;
  expect(tryDecode(codec, hexToBytes(bytesToHex(Uint8Array.of((body.length / 2) << 2)) + body))).toBeInstanceOf(CannotDecode);
});

test('the length prefix must be true', () => {
  expect(tryDecode(codec, hexToBytes(`14${'05'}${REMARK}`))).not.toBeInstanceOf(CannotDecode);
  expect(tryDecode(codec, hexToBytes(`18${'05'}${REMARK}`))).toBeInstanceOf(CannotDecode);
  expect(tryDecode(codec, hexToBytes(`10${'05'}${REMARK}`))).toBeInstanceOf(CannotDecode);
  expect(tryDecode(codec, hexToBytes(`14${'05'}${REMARK}00`))).toBeInstanceOf(CannotDecode);
});

test('payloads above 256 bytes are hashed', () => {
  const hash = (): Uint8Array => Uint8Array.of(9);
  const parts = (length: number): Parameters<typeof signedPayload>[0] => ({ call: new Uint8Array(length), extra: Uint8Array.of(1), implicit: Uint8Array.of(2) });
  expect(signedPayload(parts(254), hash)).toHaveLength(256);
  expect(signedPayload(parts(255), hash)).toEqual(Uint8Array.of(9));
  expect(encodeEach([u8, compactU64], [5, 64n])).toEqual(Uint8Array.of(5, 1, 1));
});
