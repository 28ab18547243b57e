import { createPublicKey, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';

/** DER of SubjectPublicKeyInfo { algorithm id-Ed25519 }, before the 32 raw bytes. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_CACHE_SIZE = 1024;

/**
 * A verifier of ed25519 signatures under the ZIP-215 rules, which `sp_core::ed25519` follows (through ed25519-zebra).
 *
 * OpenSSL answers first: what its stricter rules accept, ZIP-215 accepts too. Only what it refuses is looked at again
 * with the exact rules, for points of small order and encodings that are not canonical. Malformed input answers false.
 */
export function createEd25519Verifier(): (message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array) => boolean {
  const keys = new Map<string, KeyObject>();
  return (message, signature, publicKey) => {
    if (signature.length !== 64 || publicKey.length !== 32) return false;
    try {
      if (verify(null, message, cachedKey(keys, publicKey), signature)) return true;
    } catch {
      // a key OpenSSL cannot read: the exact rules decide
    }
    try {
      return ed25519.verify(signature, message, publicKey, { zip215: true });
    } catch {
      return false;
    }
  };
}

/** Least recently used key objects, in insertion order of the map. */
function cachedKey(keys: Map<string, KeyObject>, publicKey: Uint8Array): KeyObject {
  const id = Buffer.from(publicKey).toString('latin1');
  let key = keys.get(id);
  if (key === undefined) {
    key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
    if (keys.size >= KEY_CACHE_SIZE) keys.delete(keys.keys().next().value!);
  } else {
    keys.delete(id);
  }
  keys.set(id, key);
  return key;
}
