/** Transactions that were found bad are not looked at again for a while. */

import type { Hash } from '@taonet/primitives';

/** source: substrate/client/transaction-pool/src/graph/rotator.rs, `PoolRotator` */
export const BAN_MS = 30 * 60 * 1000;
const MAX_BANS = 2 * 8192;

export class Bans {
  readonly #until = new Map<Hash, number>();

  ban(hash: Hash, now: number): void {
    this.#until.delete(hash);
    this.#until.set(hash, now + BAN_MS);
    // oldest first: a Map keeps the order of insertion
    for (const oldest of this.#until.keys()) {
      if (this.#until.size <= MAX_BANS) break;
      this.#until.delete(oldest);
    }
  }

  isBanned(hash: Hash, now: number): boolean {
    const until = this.#until.get(hash);
    if (until === undefined) return false;
    if (until > now) return true;
    this.#until.delete(hash);
    return false;
  }

  clear(): void {
    this.#until.clear();
  }
}
