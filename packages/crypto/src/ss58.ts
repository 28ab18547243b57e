import { blake2b } from '@noble/hashes/blake2.js';
import { bytesToHex, concatBytes, defect, hexToBytes, utf8ToBytes } from '@taonet/primitives';

/** Address type of Bittensor (and of Substrate in general). */
export const SS58_PREFIX = 42;

const CONTEXT = utf8ToBytes('SS58PRE');
const CHECKSUM_SIZE = 2;
const ACCOUNT_SIZE = 32;
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const TEXT_LIMIT = 64;

export type Ss58Problem = 'NotBase58' | 'BadLength' | 'BadPrefix' | 'BadChecksum' | 'WrongPrefix';
export type Ss58Decoded =
  | { readonly ok: true; readonly accountId: string; readonly prefix: number }
  | { readonly ok: false; readonly problem: Ss58Problem };

/**
 * SS58 text of a 32-byte account. `account`: bytes or 64 hex digits; `prefix`: 0 to 16383.
 *
 * source: substrate/primitives/core/src/crypto.rs, Ss58Codec::to_ss58check_with_version
 */
export function encodeSs58(account: Uint8Array | string, prefix: number = SS58_PREFIX): string {
  const bytes = typeof account === 'string' ? hexToBytes(account) : account;
  if (bytes.length !== ACCOUNT_SIZE) throw defect('BadAccountLength', { length: bytes.length });
  const body = concatBytes(prefixToBytes(prefix), bytes);
  return toBase58(concatBytes(body, checksum(body)));
}

/**
 * Account of an SS58 text; with `expectedPrefix`, other networks' addresses are a `WrongPrefix`.
 *
 * source: substrate/primitives/core/src/crypto.rs, Ss58Codec::from_ss58check_with_version
 */
export function decodeSs58(text: string, expectedPrefix?: number): Ss58Decoded {
  const bytes = fromBase58(text);
  if (bytes === undefined) return { ok: false, problem: 'NotBase58' };
  if (bytes.length < 2) return { ok: false, problem: 'BadLength' };
  const first = bytes[0]!;
  if (first >= 128) return { ok: false, problem: 'BadPrefix' };
  const prefixSize = first < 64 ? 1 : 2;
  const prefix = first < 64 ? first : ((first & 0x3f) << 2) | (bytes[1]! >> 6) | ((bytes[1]! & 0x3f) << 8);
  if (bytes.length !== prefixSize + ACCOUNT_SIZE + CHECKSUM_SIZE) return { ok: false, problem: 'BadLength' };
  const body = bytes.subarray(0, prefixSize + ACCOUNT_SIZE);
  const sum = checksum(body);
  if (sum[0] !== bytes[body.length] || sum[1] !== bytes[body.length + 1]) return { ok: false, problem: 'BadChecksum' };
  if (expectedPrefix !== undefined && prefix !== expectedPrefix) return { ok: false, problem: 'WrongPrefix' };
  return { ok: true, accountId: bytesToHex(body.subarray(prefixSize)), prefix };
}

/** Below 64 one byte; from there two: bits 2-7 marked `01`, then bits 0-1 above bits 8-13. */
function prefixToBytes(prefix: number): Uint8Array {
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > 16383) throw defect('BadSs58Prefix', { prefix });
  if (prefix < 64) return Uint8Array.of(prefix);
  return Uint8Array.of(((prefix & 0xfc) >> 2) | 0x40, (prefix >> 8) | ((prefix & 3) << 6));
}

function checksum(body: Uint8Array): Uint8Array {
  return blake2b(concatBytes(CONTEXT, body), { dkLen: 64 }).subarray(0, CHECKSUM_SIZE);
}

function toBase58(bytes: Uint8Array): string {
  let zeros = 0;
  while (zeros < bytes.length && bytes[zeros] === 0) zeros++;
  let value = BigInt(`0x0${bytesToHex(bytes)}`);
  let text = '';
  while (value > 0n) {
    text = ALPHABET[Number(value % 58n)]! + text;
    value /= 58n;
  }
  return '1'.repeat(zeros) + text;
}

function fromBase58(text: string): Uint8Array | undefined {
  if (text.length === 0 || text.length > TEXT_LIMIT) return undefined;
  let zeros = 0;
  while (zeros < text.length && text[zeros] === '1') zeros++;
  let value = 0n;
  for (const character of text) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return undefined;
    value = value * 58n + BigInt(digit);
  }
  const hex = value === 0n ? '' : value.toString(16);
  return concatBytes(new Uint8Array(zeros), hexToBytes(hex.length % 2 === 0 ? hex : `0${hex}`));
}
