import { randomBytes } from 'node:crypto';
import { xsalsa20poly1305 } from '@noble/ciphers/salsa.js';
import { argon2i } from 'hash-wasm';
import { concatBytes, hexToBytes, utf8ToBytes } from '@taonet/primitives';

export const NACL_PREFIX = utf8ToBytes('$NACL');

/** The same for every key file of every wallet: the password alone makes the key. */
const SALT = hexToBytes('137183dff15a09bc9c90b5518739e9b1');
/** libsodium's SENSITIVE limits for Argon2i version 1.3. */
const PASSES = 8;
const MEMORY_KIB = 512 * 1024;
const NONCE_SIZE = 24;

/** Key of a password, 32 bytes. Takes seconds and 512 MiB: that is its purpose. source: btwallet src/keyfile.rs */
export function naclKey(password: string): Promise<Uint8Array> {
  return argon2i({ password, salt: SALT, parallelism: 1, iterations: PASSES, memorySize: MEMORY_KIB, hashLength: 32, outputType: 'binary' });
}

/** `$NACL`, a random nonce of 24 bytes, the secretbox. */
export function sealNacl(data: Uint8Array, key: Uint8Array): Uint8Array {
  const nonce = new Uint8Array(randomBytes(NONCE_SIZE));
  return concatBytes(NACL_PREFIX, nonce, xsalsa20poly1305(key, nonce).encrypt(data));
}

/** Undefined when the key is wrong or the bytes were changed. */
export function openNacl(sealed: Uint8Array, key: Uint8Array): Uint8Array | undefined {
  const body = sealed.subarray(NACL_PREFIX.length);
  try {
    return xsalsa20poly1305(key, body.subarray(0, NONCE_SIZE)).decrypt(body.subarray(NONCE_SIZE));
  } catch {
    return undefined;
  }
}
