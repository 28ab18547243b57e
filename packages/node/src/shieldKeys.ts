/**
 * The author's keys for shielded transactions: one pair per block, each decided by a secret of the process (or by the seed it was
 * started with) and the block's number. They are in memory only.
 */

import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { AuthorShield, SealedTransaction } from '@taonet/chain';
import type * as shieldModule from '@taonet/crypto/shield';
import { bytesToHex, type Hashers } from '@taonet/primitives';

type Shield = typeof shieldModule;

/** A key is used three blocks after it was announced, and submissions live for eight. */
const KEPT_KEYS = 64;

interface KeptPair {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
  readonly keyHash: string;
}

export interface ShieldKeysOptions {
  readonly hashers: Pick<Hashers, 'twox128'>;
  /** With one, the keys are the same each time. */
  readonly seed?: number | undefined;
}

export class ShieldKeys implements AuthorShield {
  readonly #hashers: ShieldKeysOptions['hashers'];
  readonly #secret: Uint8Array;
  readonly #pairs = new Map<number, KeptPair>();
  readonly #byHash = new Map<string, KeptPair>();
  #shield: Shield | undefined;
  #loading: Promise<void> | undefined;

  constructor({ hashers, seed }: ShieldKeysOptions) {
    this.#hashers = hashers;
    this.#secret = seed === undefined ? randomBytes(64) : createHash('sha512').update(`shield keys of seed ${seed}`).digest();
  }

  /** The algorithms are loaded for the first block, not for the start. */
  ready(): Promise<void> | undefined {
    if (this.#shield !== undefined) return undefined;
    return (this.#loading ??= import('@taonet/crypto/shield').then((shield) => { this.#shield = shield; }));
  }

  publicKey(number: number): Uint8Array | undefined {
    return this.#pairOf(number)?.publicKey;
  }

  /** Makes the pair of block `number` while there is time. */
  prepare(number: number): void {
    this.#pairOf(number);
  }

  holds(keyHash: string): boolean {
    return this.#byHash.has(keyHash);
  }

  open(sealed: SealedTransaction): Uint8Array | undefined {
    const pair = this.#byHash.get(sealed.keyHash);
    return pair === undefined ? undefined : this.openWith(sealed, pair.secretKey);
  }

  /** Undefined also while the algorithms are not loaded. */
  openWith(parts: Pick<SealedTransaction, 'kem' | 'nonce' | 'data'>, secretKey: Uint8Array): Uint8Array | undefined {
    return this.#shield?.openShielded(parts, secretKey);
  }

  #pairOf(number: number): KeptPair | undefined {
    const known = this.#pairs.get(number);
    if (known !== undefined || this.#shield === undefined) return known;
    const { publicKey, secretKey } = this.#shield.shieldKeyPair(createHmac('sha512', this.#secret).update(`block ${number}`).digest());
    const pair = { publicKey, secretKey, keyHash: bytesToHex(this.#hashers.twox128(publicKey)) };
    this.#pairs.set(number, pair);
    this.#byHash.set(pair.keyHash, pair);
    this.#forgetOldest();
    return pair;
  }

  #forgetOldest(): void {
    // a Map keeps the order of insertion
    for (const [number, pair] of this.#pairs) {
      if (this.#pairs.size <= KEPT_KEYS) return;
      this.#pairs.delete(number);
      this.#byHash.delete(pair.keyHash);
      pair.secretKey.fill(0);
    }
  }
}
