import { scryptSync } from 'node:crypto';
import { xsalsa20poly1305 } from '@noble/ciphers/salsa.js';
import { bytesToHex } from '@taonet/primitives';
import { walletError } from './errors.ts';
import type { Key } from './key.ts';
import { keyFromPrivateKey } from './keySource.ts';
import { scalarOverCofactor } from './sr25519Scalar.ts';
import type { KeyScheme } from './publicKey.ts';

/** PKCS #8 head of an exported pair, before its 64 secret bytes; a divider of 5 bytes comes before the public key. */
const HEAD_SIZE = 16;
const SECRET_SIZE = 64;
/** More work than this is refused: the numbers come from the file. */
const SCRYPT_MEMORY_MAX = 256 * 1024 * 1024;
const SALT_SIZE = 32;
const NONCE_SIZE = 24;

interface PolkadotJson {
  readonly encoded: string;
  readonly encoding: { readonly content: readonly string[]; readonly type: readonly string[]; readonly version: string };
  readonly address: string;
}

/**
 * Key of an account exported by polkadot.js or a browser extension (encoding version 3: scrypt, XSalsa20-Poly1305).
 *
 * refuses: BadKeyFile, WrongPassword, KeyFileMismatch
 */
export function keyFromPolkadotJson(json: string, password: string): Key {
  const { encoded, encoding } = parse(json);
  const [form, scheme] = encoding.content;
  if (form !== 'pkcs8' || (scheme !== 'sr25519' && scheme !== 'ed25519') || encoding.version !== '3') throw walletError('BadKeyFile');
  const plain = unlock(Buffer.from(encoded, 'base64'), password);
  return pairOf(plain, scheme);
}

function parse(json: string): PolkadotJson {
  try {
    const found = JSON.parse(json) as PolkadotJson;
    if (typeof found.encoded === 'string' && Array.isArray(found.encoding?.content)) return found;
  } catch {
    // not JSON at all: refused below like JSON of another form
  }
  throw walletError('BadKeyFile');
}

function unlock(bytes: Uint8Array, password: string): Uint8Array {
  if (bytes.length < SALT_SIZE + 12 + NONCE_SIZE) throw walletError('BadKeyFile');
  const numbers = new DataView(bytes.buffer, bytes.byteOffset + SALT_SIZE, 12);
  const [N, p, r] = [numbers.getUint32(0, true), numbers.getUint32(4, true), numbers.getUint32(8, true)];
  if (128 * N * r > SCRYPT_MEMORY_MAX || p > 16) throw walletError('BadKeyFile');
  const key = scryptSync(password, bytes.subarray(0, SALT_SIZE), 64, { N, p, r, maxmem: 2 * SCRYPT_MEMORY_MAX });
  const body = bytes.subarray(SALT_SIZE + 12);
  try {
    return xsalsa20poly1305(new Uint8Array(key.subarray(0, 32)), body.subarray(0, NONCE_SIZE)).decrypt(body.subarray(NONCE_SIZE));
  } catch {
    throw walletError('WrongPassword');
  }
}

function pairOf(plain: Uint8Array, scheme: KeyScheme): Key {
  const secret = plain.slice(HEAD_SIZE, HEAD_SIZE + SECRET_SIZE);
  const key = scheme === 'ed25519' ? keyFromPrivateKey(secret.slice(0, 32), scheme) : keyFromPrivateKey(scalarOverCofactor(secret));
  if (bytesToHex(plain.slice(-32)) !== key.accountId) throw walletError('KeyFileMismatch', { address: key.address });
  return key;
}
