/** Ethereum's RLP, writing only. */

import { concatBytes } from '@taonet/primitives';

const SHORT_MAX = 55;
const STRING = 0x80;
const LIST = 0xc0;

function withLength(offset: number, payload: Uint8Array): Uint8Array {
  if (payload.length <= SHORT_MAX) return concatBytes(Uint8Array.of(offset + payload.length), payload);
  const length = bigEndian(BigInt(payload.length));
  return concatBytes(Uint8Array.of(offset + SHORT_MAX + length.length), length, payload);
}

export function rlpBytes(bytes: Uint8Array): Uint8Array {
  return bytes.length === 1 && bytes[0]! < STRING ? bytes : withLength(STRING, bytes);
}

export function rlpInteger(value: bigint): Uint8Array {
  return rlpBytes(bigEndian(value));
}

export function rlpList(items: readonly Uint8Array[]): Uint8Array {
  return withLength(LIST, concatBytes(...items));
}

/** Without leading zeros; nothing for 0. */
function bigEndian(value: bigint): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; rest > 0n; rest >>= 8n) bytes.unshift(Number(rest & 255n));
  return Uint8Array.from(bytes);
}
