import {
  bip39Generate, bip39ToMiniSecret, bip39Validate, ed25519KeypairFromSeed, sr25519DeriveKeypairHard, sr25519DeriveKeypairSoft,
  sr25519KeypairFromSeed,
} from '@polkadot/wasm-crypto/bundle';
import { blake2b } from '@noble/hashes/blake2.js';
import { ristretto255 } from '@noble/curves/ed25519.js';
import { cryptoReady, parseKeyUri } from '@taonet/crypto';
import type { Junction } from '@taonet/crypto';
import { concatBytes, tryHexToBytes, utf8ToBytes } from '@taonet/primitives';
import { walletError } from './errors.ts';
import { Key } from './key.ts';
import type { KeyScheme } from './publicKey.ts';
import { Secret } from './secret.ts';
import { scalarOverCofactor } from './sr25519Scalar.ts';

/** Numbers of words of a mnemonic. */
export type WordCount = 12 | 15 | 18 | 21 | 24;

export interface FromPhrase {
  readonly scheme?: KeyScheme;
  /** BIP-39 passphrase (`///password` of a URI). Such a key's file cannot hold its phrase. */
  readonly password?: string;
}

const CURVE_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/** Starts the WebAssembly behind keys, once per process. Opening wallets does it by itself. */
export const walletReady = cryptoReady;

/** A fresh English mnemonic from the host's randomness. `await walletReady()` first. */
export function createMnemonic(words: WordCount = 12): Secret {
  return new Secret(bip39Generate(words));
}

/**
 * Key of a mnemonic: PBKDF2 over its entropy, as Substrate does it.
 *
 * refuses: BadPhrase
 */
export function keyFromMnemonic(phrase: Secret | string, { scheme = 'sr25519', password = '' }: FromPhrase = {}): Key {
  const text = normalised(typeof phrase === 'string' ? phrase : phrase.reveal());
  if (!bip39Validate(text)) throw walletError('BadPhrase');
  return fromSeed(bip39ToMiniSecret(text, password), scheme, password === '' ? text : undefined);
}

/** Key of a 32-byte seed, bytes or hex. refuses: BadSeed */
export function keyFromSeed(seed: Uint8Array | string, scheme: KeyScheme = 'sr25519'): Key {
  const bytes = toBytes(seed);
  if (bytes === undefined || bytes.length !== 32) throw walletError('BadSeed');
  return fromSeed(bytes, scheme);
}

/**
 * Key of a private key as key files hold it. sr25519: 64 bytes in canonical form; ed25519: 32, or 64 with the public key behind.
 *
 * refuses: BadPrivateKey
 */
export function keyFromPrivateKey(privateKey: Uint8Array | string, scheme: KeyScheme = 'sr25519'): Key {
  const bytes = toBytes(privateKey);
  if (bytes === undefined) throw walletError('BadPrivateKey');
  if (scheme === 'ed25519') {
    if (bytes.length !== 32 && bytes.length !== 64) throw walletError('BadPrivateKey');
    const seed = bytes.slice(0, 32);
    return new Key({ scheme, publicKey: ed25519KeypairFromSeed(seed).slice(32), privateKey: seed });
  }
  if (bytes.length !== 64) throw walletError('BadPrivateKey');
  const scalar = littleEndian(bytes.subarray(0, 32));
  if (scalar === 0n || scalar >= CURVE_ORDER) throw walletError('BadPrivateKey');
  return new Key({ scheme, publicKey: ristretto255.Point.BASE.multiply(scalar).toBytes(), privateKey: bytes.slice() });
}

/**
 * Key of `phrase//hard/soft///password`, `0x<seed>//hard` or `//Alice`. `await walletReady()` first.
 *
 * refuses: BadKeyUri, BadPhrase, BadSeed, SoftJunction
 */
export function keyFromUri(uri: string, scheme: KeyScheme = 'sr25519'): Key {
  const parsed = parseKeyUri(uri.trim());
  if (parsed === undefined) throw walletError('BadKeyUri');
  const root = parsed.phrase.startsWith('0x') ? keySeed(parsed.phrase) : phraseSeed(parsed.phrase, parsed.password);
  if (parsed.junctions.length > 0) return derive(root, parsed.junctions, scheme);
  return fromSeed(root, scheme, parsed.password === '' && !parsed.phrase.startsWith('0x') ? normalised(parsed.phrase) : undefined);
}

function keySeed(hex: string): Uint8Array {
  const seed = tryHexToBytes(hex);
  if (seed === undefined || seed.length !== 32) throw walletError('BadSeed');
  return seed;
}

function phraseSeed(phrase: string, password: string): Uint8Array {
  const text = normalised(phrase);
  if (!bip39Validate(text)) throw walletError('BadPhrase');
  return bip39ToMiniSecret(text, password);
}

function fromSeed(seed: Uint8Array, scheme: KeyScheme, phrase?: string): Key {
  const kept = { seed, ...(phrase === undefined ? {} : { phrase }) };
  if (scheme === 'ed25519') return new Key({ scheme, publicKey: ed25519KeypairFromSeed(seed).slice(32), privateKey: seed, ...kept });
  const pair = sr25519KeypairFromSeed(seed);
  return new Key({ scheme, publicKey: pair.slice(64), privateKey: scalarOverCofactor(pair.slice(0, 64)), ...kept });
}

function derive(root: Uint8Array, junctions: readonly Junction[], scheme: KeyScheme): Key {
  if (scheme === 'ed25519') {
    if (junctions.some(({ hard }) => !hard)) throw walletError('SoftJunction');
    const seed = junctions.reduce((parent, { chainCode }) => blake2b(concatBytes(HARD_ED25519, parent, chainCode), { dkLen: 32 }), root);
    return new Key({ scheme, publicKey: ed25519KeypairFromSeed(seed).slice(32), privateKey: seed });
  }
  let pair = sr25519KeypairFromSeed(root);
  for (const { hard, chainCode } of junctions) pair = hard ? sr25519DeriveKeypairHard(pair, chainCode) : sr25519DeriveKeypairSoft(pair, chainCode);
  return new Key({ scheme, publicKey: pair.slice(64), privateKey: scalarOverCofactor(pair.slice(0, 64)) });
}

/** SCALE text of the label that separates ed25519's hard junctions. */
const HARD_ED25519 = concatBytes(Uint8Array.of('Ed25519HDKD'.length << 2), utf8ToBytes('Ed25519HDKD'));

function normalised(phrase: string): string {
  return phrase.trim().split(/\s+/).join(' ');
}

function toBytes(value: Uint8Array | string): Uint8Array | undefined {
  return typeof value === 'string' ? tryHexToBytes(value) : value;
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}
