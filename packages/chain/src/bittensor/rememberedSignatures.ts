/** Signature checks whose answers are kept: a transaction is checked by the pool, by the author and by import, with one computation. */

import { bytesToHex, type Crypto, type SignatureScheme } from '@taonet/primitives';

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
  #collected: SignatureJob | undefined;
  #collecting = false;

  constructor(inner: Crypto) {
    const verify: Crypto['verify'] = (scheme, message, signature, publicKey) => {
      if (this.impersonated.size > 0 && this.impersonated.has(bytesToHex(publicKey))) return true;
      const job = { scheme, message, signature, publicKey };
      const known = this.#kept.get(nameOf(job));
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
    this.#kept.set(nameOf(job), isGood);
    if (this.#kept.size > MAX_KEPT) this.#kept.delete(this.#kept.keys().next().value!);
  }
}

const nameOf = ({ scheme, message, signature, publicKey }: SignatureJob): string =>
  `${scheme}${bytesToHex(publicKey)}${bytesToHex(signature)}${bytesToHex(message)}`;
