import { inspect } from 'node:util';
import { sr25519Verify } from '@polkadot/wasm-crypto/bundle';
import { ed25519 } from '@noble/curves/ed25519.js';
import { decodeSs58, encodeSs58 } from '@taonet/crypto';
import { concatBytes, hexToBytes, utf8ToBytes } from '@taonet/primitives';
import type { AccountId } from '@taonet/primitives';
import { walletError } from './errors.ts';

/** Schemes of btwallet key files. */
export type KeyScheme = 'sr25519' | 'ed25519';

const WRAP_START = utf8ToBytes('<Bytes>');
const WRAP_END = utf8ToBytes('</Bytes>');

/** The half of a key that everyone may see: address, and checking of signatures. */
export class PublicKey {
  readonly scheme: KeyScheme;
  readonly accountId: AccountId;
  /** SS58, prefix 42. */
  readonly address: string;

  constructor(accountId: AccountId, scheme: KeyScheme = 'sr25519') {
    this.scheme = scheme;
    this.accountId = accountId;
    this.address = encodeSs58(accountId);
  }

  /**
   * The public key of an address. An address does not say its scheme.
   *
   * refuses: BadAddress
   */
  static of(address: string, scheme: KeyScheme = 'sr25519'): PublicKey {
    const decoded = decodeSs58(address);
    if (!decoded.ok) throw walletError('BadAddress', { address });
    return new PublicKey(decoded.accountId, scheme);
  }

  /** 32 bytes, a copy. */
  get publicKey(): Uint8Array {
    return hexToBytes(this.accountId);
  }

  /**
   * Whether `signature` (64 bytes) is this key's over `message`, or over the message between `<Bytes>` and `</Bytes>` as
   * browser extensions sign texts. Malformed signatures are false. `await walletReady()` first.
   */
  verify(message: Uint8Array | string, signature: Uint8Array): boolean {
    const bytes = typeof message === 'string' ? utf8ToBytes(message) : message;
    if (signature.length !== 64) return false;
    return verifyPlain(this, bytes, signature) || verifyPlain(this, concatBytes(WRAP_START, bytes, WRAP_END), signature);
  }

  toString(): string {
    return this.address;
  }

  toJSON(): string {
    return this.address;
  }

  [inspect.custom](): string {
    return `PublicKey(${this.address}, ${this.scheme})`;
  }
}

function verifyPlain(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  if (key.scheme === 'sr25519') return sr25519Verify(signature, message, key.publicKey);
  try {
    return ed25519.verify(signature, message, key.publicKey, { zip215: true });
  } catch {
    return false; // not a point: no signature is right
  }
}
