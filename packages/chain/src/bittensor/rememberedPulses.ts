/** Pairings whose answers are kept: a block is built and then executed again, and each pairing takes longer than a hundred other transactions. */

import { bytesToHex, concatBytes, utf8ToBytes, type Crypto } from '@taonet/primitives';

const MAX_KEPT = 1024;

/** Answers by the hash of what was asked; the oldest go first. */
class Kept<T> {
  readonly #answers = new Map<string, T>();

  get(name: string, compute: () => T): T {
    if (!this.#answers.has(name)) this.set(name, compute());
    return this.#answers.get(name)!;
  }

  set(name: string, answer: T): void {
    this.#answers.set(name, answer);
    if (this.#answers.size > MAX_KEPT) this.#answers.delete(this.#answers.keys().next().value!);
  }
}

export class RememberedPulses {
  /** The inner crypto, with answers kept. */
  readonly crypto: Crypto;
  readonly #inner: Crypto;
  readonly #verified = new Kept<boolean | undefined>();
  readonly #opened = new Kept<Uint8Array | undefined>();

  constructor(inner: Crypto) {
    this.#inner = inner;
    this.crypto = {
      ...inner,
      verifyPulse: (publicKey, round, signature) => this.#verified.get(this.#nameOf(round, publicKey, signature), () => inner.verifyPulse(publicKey, round, signature)),
      openTimelock: (sealed, signature) => this.#opened.get(this.#nameOf('', sealed, signature), () => inner.openTimelock(sealed, signature)),
    };
  }

  /** Takes over that this pulse is good, from whoever signed it. */
  remember(publicKey: Uint8Array, round: bigint, signature: Uint8Array): void {
    this.#verified.set(this.#nameOf(round, publicKey, signature), true);
  }

  #nameOf(what: bigint | string, first: Uint8Array, second: Uint8Array): string {
    return bytesToHex(this.#inner.blake2b256(concatBytes(utf8ToBytes(`${what} ${first.length} `), first, second)));
  }
}
