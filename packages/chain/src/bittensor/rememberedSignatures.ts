/** Signature checks whose answers are kept: a transaction is checked by the pool, by the author and by import, with one computation. */

import { bytesToHex, concatBytes, utf8ToBytes, type Crypto, type SignatureScheme } from '@taonet/primitives';

const MAX_KEPT = 16_384;

/** One signature to check; as in `Crypto.verify`. */
export interface SignatureJob {
  readonly scheme: SignatureScheme;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  readonly publicKey: Uint8Array;
}

export class RememberedSignatures {
  /** The inner crypto, with answers kept. */
  readonly crypto: Crypto;
  /** Signatures of these accounts pass whatever they are. */
  readonly impersonated = new Set<string>();
  readonly #kept = new Map<string, boolean>();
  readonly #inner: Crypto;
  #collected: SignatureJob | undefined;
  #collecting = false;

  constructor(inner: Crypto) {
    this.#inner = inner;
    const verify: Crypto['verify'] = (scheme, message, signature, publicKey) => {
      if (this.impersonated.size > 0 && this.impersonated.has(bytesToHex(publicKey))) return true;
      const job = { scheme, message, signature, publicKey };
      const known = this.#kept.get(this.#nameOf(job));
      if (known !== undefined) return known;
      if (this.#collecting) {
        this.#collected = job;
        return true;
      }
      const isGood = inner.verify(scheme, message, signature, publicKey);
      this.remember(job, isGood);
      return isGood;
    };
    this.crypto = { ...inner, verify };
  }

  /** The signature that `work` asks for and whose answer is not known yet; `work` goes on as if it were good. */
  collect(work: () => void): SignatureJob | undefined {
    this.#collecting = true;
    this.#collected = undefined;
    try {
      work();
    } finally {
      this.#collecting = false;
    }
    return this.#collected;
  }

  remember(job: SignatureJob, isGood: boolean): void {
    this.#kept.set(this.#nameOf(job), isGood);
    if (this.#kept.size > MAX_KEPT) this.#kept.delete(this.#kept.keys().next().value!);
  }

  /** As short for a long message as for a short one. */
  #nameOf({ scheme, message, signature, publicKey }: SignatureJob): string {
    // the lengths say where each part ends
    const head = utf8ToBytes(`${scheme} ${publicKey.length} ${signature.length} `);
    return bytesToHex(this.#inner.blake2b256(concatBytes(head, publicKey, signature, message)));
  }
}
