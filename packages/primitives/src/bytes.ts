/**
 * Bytes and their hexadecimal form. Hex inside the chain is lower case, without `0x`; `0x` appears only at the RPC door.
 */

import { defect } from './errors.ts';

const DIGITS = '0123456789abcdef';
/** Character code of a digit. */
const CODE_OF_NIBBLE = Uint8Array.from(DIGITS, (digit) => digit.charCodeAt(0));
const NO_DIGIT = 255;
/** Value of the digit with this character code, in either case. */
const NIBBLE_OF_CODE = new Uint8Array(128).fill(NO_DIGIT);
for (let value = 0; value < DIGITS.length; value++) {
  NIBBLE_OF_CODE[DIGITS.charCodeAt(value)] = value;
  NIBBLE_OF_CODE[DIGITS.toUpperCase().charCodeAt(value)] = value;
}

/** So many bytes become text at once: an argument for each digit has to fit on the stack. */
const CHUNK_BYTES = 1024;

/** Lower-case hex of `bytes`, without prefix. */
export function bytesToHex(bytes: Uint8Array): string {
  if (bytes.length <= CHUNK_BYTES) return chunkToHex(bytes, 0, bytes.length);
  let hex = '';
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) hex += chunkToHex(bytes, at, Math.min(at + CHUNK_BYTES, bytes.length));
  return hex;
}

/** Made whole, not digit by digit: storage keys are long, and a text of many parts has to be put together again before use. */
function chunkToHex(bytes: Uint8Array, start: number, end: number): string {
  const codes = new Array<number>(2 * (end - start));
  for (let i = start, at = 0; i < end; i++) {
    const byte = bytes[i]!;
    codes[at++] = CODE_OF_NIBBLE[byte >> 4]!;
    codes[at++] = CODE_OF_NIBBLE[byte & 15]!;
  }
  return String.fromCharCode(...codes);
}

/**
 * Bytes of a hex string, with or without `0x`.
 *
 * returns: undefined when the text has an odd length or a character that is not a hex digit
 */
export function tryHexToBytes(hex: string): Uint8Array | undefined {
  const start = hex.charCodeAt(0) === 48 && hex.charCodeAt(1) === 120 ? 2 : 0;
  const digits = hex.length - start;
  if (digits % 2 !== 0) return undefined;
  const bytes = new Uint8Array(digits >> 1);
  for (let i = 0, at = start; i < bytes.length; i++) {
    const high = NIBBLE_OF_CODE[hex.charCodeAt(at++)] ?? NO_DIGIT;
    const low = NIBBLE_OF_CODE[hex.charCodeAt(at++)] ?? NO_DIGIT;
    if ((high | low) > 15) return undefined;
    bytes[i] = (high << 4) | low;
  }
  return bytes;
}

/** Bytes of a hex string that is known to be right (constants, own output). */
export function hexToBytes(hex: string): Uint8Array {
  const bytes = tryHexToBytes(hex);
  if (bytes === undefined) throw defect('BadHex', { hex: hex.slice(0, 80) });
  return bytes;
}

/** One array holding all parts in order. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** True when both hold the same bytes. */
export function bytesEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Order of raw bytes, as storage keys are ordered: negative, zero or positive. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = a.length < b.length ? a.length : b.length;
  for (let i = 0; i < shared; i++) {
    const difference = a[i]! - b[i]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** UTF-8 bytes of a text (lone surrogates become U+FFFD). */
export function utf8ToBytes(text: string): Uint8Array {
  const out: number[] = [];
  for (const character of text) {
    let code = character.codePointAt(0)!;
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    if (code < 0x80) out.push(code);
    else if (code < 0x800) out.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) out.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else out.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return Uint8Array.from(out);
}

