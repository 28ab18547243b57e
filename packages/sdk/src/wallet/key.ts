import { inspect } from 'node:util';
import { ed25519Sign, sr25519Sign } from '@polkadot/wasm-crypto/bundle';
import { bytesToHex, utf8ToBytes } from '@taonet/primitives';
import type { Signer } from '../signer.ts';
import { PublicKey } from './publicKey.ts';
import type { KeyScheme } from './publicKey.ts';
import { scalarTimesCofactor } from './sr25519Scalar.ts';

/** What a key file keeps of a key. */
export interface KeyMaterial {
  readonly scheme: KeyScheme;
  readonly publicKey: Uint8Array;
  /** sr25519: 64 bytes, scalar in its canonical form and nonce; ed25519: the 32-byte seed. */
  readonly privateKey: Uint8Array;
  /** Present only when the key comes from it without derivation. */
  readonly seed?: Uint8Array;
  readonly phrase?: string;
}

/** Readable inside this folder only: the front door does not offer it. */
const MATERIALS = new WeakMap<Key, KeyMaterial>();

/** A key in memory that signs. Printed, logged or turned into JSON it is its address; it cannot be cloned to another thread. */
export class Key extends PublicKey implements Signer {
  constructor(material: KeyMaterial) {
    super(bytesToHex(material.publicKey), material.scheme);
    MATERIALS.set(this, material);
  }

  async sign(message: Uint8Array): Promise<Uint8Array> {
    return this.signSync(message);
  }

  /** 64 bytes over the message as it is; a text is its UTF-8. sr25519 signatures differ each time. */
  signSync(message: Uint8Array | string): Uint8Array {
    const bytes = typeof message === 'string' ? utf8ToBytes(message) : message;
    const { privateKey, publicKey } = keyMaterial(this);
    if (this.scheme === 'ed25519') return ed25519Sign(publicKey, privateKey, bytes);
    return sr25519Sign(publicKey, scalarTimesCofactor(privateKey), bytes);
  }

  /** The same key without its secret. */
  toPublic(): PublicKey {
    return new PublicKey(this.accountId, this.scheme);
  }

  override [inspect.custom](): string {
    return `Key(${this.address}, ${this.scheme})`;
  }
}

/** For writing key files. Not exported from the package. */
export function keyMaterial(key: Key): KeyMaterial {
  return MATERIALS.get(key)!;
}
