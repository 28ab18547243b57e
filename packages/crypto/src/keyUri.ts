import { blake2b } from '@noble/hashes/blake2.js';
import { concatBytes, utf8ToBytes } from '@taonet/primitives';

/** The phrase Substrate takes when a key URI names none: the root of //Alice, //Bob and the other development keys. */
export const DEV_PHRASE = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk';

const URI = /^([\p{Nd}\w ]+)?((?:\/\/?[^/]+)*)(?:\/\/\/(.*))?$/u;
const JUNCTION = /\/(\/?[^/]+)/g;
const U64_END = 1n << 64n;

/** One step of a derivation path with its 32-byte chain code. */
export interface Junction {
  readonly hard: boolean;
  readonly chainCode: Uint8Array;
}

export interface KeyUri {
  /** Mnemonic, or a seed of 64 hex digits behind `0x`. */
  readonly phrase: string;
  readonly junctions: readonly Junction[];
  readonly password: string;
}

/**
 * Parts of a key URI: `phrase//hard/soft///password`.
 *
 * returns: undefined when the text has not that form
 * source: substrate/primitives/core/src/crypto.rs, SecretUri and DeriveJunction
 */
export function parseKeyUri(uri: string): KeyUri | undefined {
  const match = URI.exec(uri);
  if (match === null) return undefined;
  const junctions: Junction[] = [];
  for (const [, code] of (match[2] ?? '').matchAll(JUNCTION)) {
    const hard = code!.startsWith('/');
    junctions.push({ hard, chainCode: chainCode(hard ? code!.slice(1) : code!) });
  }
  return { phrase: match[1] ?? DEV_PHRASE, junctions, password: match[3] ?? '' };
}

/** A number is its u64, a text its SCALE string; short ones are padded with zeros, longer than 32 bytes hashed. */
function chainCode(code: string): Uint8Array {
  const encoded = /^\+?[0-9]+$/.test(code) && BigInt(code.replace('+', '')) < U64_END ? u64Bytes(BigInt(code.replace('+', ''))) : scaleString(code);
  if (encoded.length > 32) return blake2b(encoded, { dkLen: 32 });
  const padded = new Uint8Array(32);
  padded.set(encoded);
  return padded;
}

function u64Bytes(value: bigint): Uint8Array {
  const out = new Uint8Array(8);
  new DataView(out.buffer).setBigUint64(0, value, true);
  return out;
}

/** UTF-8 behind its compact length. */
function scaleString(text: string): Uint8Array {
  const bytes = utf8ToBytes(text);
  const n = bytes.length;
  if (n < 1 << 6) return concatBytes(Uint8Array.of(n << 2), bytes);
  if (n < 1 << 14) return concatBytes(Uint8Array.of(((n << 2) | 1) & 255, n >> 6), bytes);
  return concatBytes(Uint8Array.of(((n << 2) | 2) & 255, (n >> 6) & 255, (n >> 14) & 255, (n >> 22) & 255), bytes);
}
