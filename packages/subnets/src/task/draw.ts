/** Tasks that nobody can foresee and everybody can regenerate: drawn from a validator's secret and a block hash. */

import { createHash, createHmac } from 'node:crypto';

/**
 * The seed of one round's tasks: HMAC-SHA256(secret, block hash). The validator commits SHA-256(secret) before the block exists and reveals
 * the secret when the round is over, so that it could not choose its tasks, miners could not foresee them, and anyone can draw them again.
 */
export function taskSeed(secret: Uint8Array, blockHash: Uint8Array): Uint8Array {
  return createHmac('sha256', secret).update(blockHash).digest();
}

/** What a validator commits on chain before it uses `secret`. */
export function secretCommitment(secret: Uint8Array): Uint8Array {
  return createHash('sha256').update(secret).digest();
}

/** A stream of numbers fixed by its seed and path; `at` opens an independent one below it. */
export class Draw {
  readonly #key: Uint8Array;
  #counter = 0;
  #block: Buffer = Buffer.alloc(0);
  #used = 0;

  constructor(seed: Uint8Array, ...path: readonly (string | number)[]) {
    this.#key = createHmac('sha256', seed).update(JSON.stringify(path)).digest();
  }

  at(...path: readonly (string | number)[]): Draw {
    return new Draw(this.#key, ...path);
  }

  bytes(length: number): Uint8Array {
    const out = new Uint8Array(length);
    for (let done = 0; done < length;) {
      if (this.#used === this.#block.length) this.#refill();
      const take = Math.min(length - done, this.#block.length - this.#used);
      out.set(this.#block.subarray(this.#used, this.#used + take), done);
      this.#used += take;
      done += take;
    }
    return out;
  }

  /** 0 ≤ n < `end`, every value as likely as another to within 2^-16. */
  below(end: number): number {
    const [a, b, c, d, e, f] = this.bytes(6) as unknown as [number, number, number, number, number, number];
    return (a * 2 ** 40 + b * 2 ** 32 + c * 2 ** 24 + d * 2 ** 16 + e * 2 ** 8 + f) % end;
  }

  /** One of `items`, which must not be empty. */
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  #refill(): void {
    this.#block = createHash('sha512').update(this.#key).update(String(this.#counter)).digest();
    this.#counter += 1;
    this.#used = 0;
  }
}
