import {
  bip39Generate, bip39ToMiniSecret, bip39Validate, ed25519KeypairFromSeed, ed25519Sign, sr25519DeriveKeypairHard,
  sr25519DeriveKeypairSoft, sr25519KeypairFromSeed, sr25519Sign,
} from '@polkadot/wasm-crypto/bundle';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { OperatingError, bytesToHex, concatBytes, tryHexToBytes, utf8ToBytes } from '@taonet/primitives';
import type { SignatureScheme } from '@taonet/primitives';
import { parseKeyUri } from './keyUri.ts';
import type { Junction, KeyUri } from './keyUri.ts';
import { encodeSs58 } from './ss58.ts';

/** A key that can sign. The secret stays inside. */
export interface KeyPair {
  readonly scheme: SignatureScheme;
  /** 32 bytes, or 33 (compressed) for ecdsa. */
  readonly publicKey: Uint8Array;
  /** 64 hex digits: the public key itself, or blake2_256 of it for ecdsa. */
  readonly accountId: string;
  /** Address with prefix 42. */
  readonly ss58: string;
  /** 64 bytes (65 for ecdsa, over blake2_256 of the message). sr25519 signatures differ each time: their nonce is random. */
  sign(message: Uint8Array): Uint8Array;
}

export type KeyProblem = 'BadKeyUri' | 'BadPhrase' | 'BadSeed' | 'SoftJunction';

/**
 * Key of a URI such as `//Alice`, `word word ...//stash/0///password` or `0x<64 hex digits>//hard`.
 * `await cryptoReady()` (or `createCrypto()`) first.
 *
 * returns: the problem as a text when there is no such key; ed25519 and ecdsa know hard junctions only
 * source: substrate/primitives/core/src/crypto.rs, Pair::from_string_with_seed; src/sr25519.rs, ed25519.rs and ecdsa.rs, derive
 */
export function tryKeyFromUri(uri: string, scheme: SignatureScheme = 'sr25519'): KeyPair | KeyProblem {
  const parsed = parseKeyUri(uri);
  if (parsed === undefined) return 'BadKeyUri';
  const seed = seedOf(parsed);
  if (typeof seed === 'string') return seed;
  if (scheme === 'sr25519') return sr25519Pair(seed, parsed.junctions);
  if (parsed.junctions.some((junction) => !junction.hard)) return 'SoftJunction';
  return scheme === 'ed25519' ? ed25519Pair(seed, parsed.junctions) : ecdsaPair(seed, parsed.junctions);
}

/**
 * As `tryKeyFromUri`.
 *
 * refuses: OperatingError with the problem as its code
 */
export function keyFromUri(uri: string, scheme: SignatureScheme = 'sr25519'): KeyPair {
  const key = tryKeyFromUri(uri, scheme);
  if (typeof key === 'string') throw new OperatingError(key, `No ${scheme} key: ${key}.`, { hint: 'Expected phrase//hard/soft///password, 0x and 64 hex digits, or //Name.' });
  return key;
}

/** Seed (32 bytes) of a mnemonic: PBKDF2 over its entropy, as substrate-bip39 does it. Undefined for a phrase that is not BIP-39. */
export function mnemonicToSeed(phrase: string, password = ''): Uint8Array | undefined {
  return bip39Validate(phrase) ? bip39ToMiniSecret(phrase, password) : undefined;
}

/** A fresh English mnemonic from the host's randomness. */
export function generateMnemonic(words: 12 | 15 | 18 | 21 | 24 = 12): string {
  return bip39Generate(words);
}

/** Whether `phrase` is an English BIP-39 mnemonic with a right checksum. */
export function isMnemonic(phrase: string): boolean {
  return bip39Validate(phrase);
}

function seedOf({ phrase, password }: KeyUri): Uint8Array | KeyProblem {
  if (!phrase.startsWith('0x')) return mnemonicToSeed(phrase, password) ?? 'BadPhrase';
  const seed = tryHexToBytes(phrase);
  return seed !== undefined && seed.length === 32 ? seed : 'BadSeed';
}

function sr25519Pair(seed: Uint8Array, junctions: readonly Junction[]): KeyPair {
  let pair = sr25519KeypairFromSeed(seed);
  for (const { hard, chainCode } of junctions) {
    pair = hard ? sr25519DeriveKeypairHard(pair, chainCode) : sr25519DeriveKeypairSoft(pair, chainCode);
  }
  const secret = pair.slice(0, 64);
  const publicKey = pair.slice(64);
  return keyPair('sr25519', publicKey, (message) => sr25519Sign(publicKey, secret, message));
}

function ed25519Pair(root: Uint8Array, junctions: readonly Junction[]): KeyPair {
  const pair = ed25519KeypairFromSeed(hardSeed('Ed25519HDKD', root, junctions));
  const secret = pair.slice(0, 32);
  const publicKey = pair.slice(32);
  return keyPair('ed25519', publicKey, (message) => ed25519Sign(publicKey, secret, message));
}

function ecdsaPair(root: Uint8Array, junctions: readonly Junction[]): KeyPair | KeyProblem {
  const secret = hardSeed('Secp256k1HDKD', root, junctions);
  if (!secp256k1.utils.isValidSecretKey(secret)) return 'BadSeed';
  return keyPair('ecdsa', secp256k1.getPublicKey(secret, true), (message) => {
    const signed = secp256k1.sign(blake2b(message, { dkLen: 32 }), secret, { prehash: false, format: 'recovered' });
    return concatBytes(signed.subarray(1), signed.subarray(0, 1));
  });
}

/** Each hard junction: blake2_256 of (SCALE text of the scheme, seed, chain code). */
function hardSeed(label: string, root: Uint8Array, junctions: readonly Junction[]): Uint8Array {
  const text = concatBytes(Uint8Array.of(label.length << 2), utf8ToBytes(label));
  let seed = root;
  for (const { chainCode } of junctions) seed = blake2b(concatBytes(text, seed, chainCode), { dkLen: 32 });
  return seed;
}

function keyPair(scheme: SignatureScheme, publicKey: Uint8Array, sign: KeyPair['sign']): KeyPair {
  const accountId = bytesToHex(scheme === 'ecdsa' ? blake2b(publicKey, { dkLen: 32 }) : publicKey);
  return { scheme, publicKey, accountId, ss58: encodeSs58(accountId), sign };
}
