/** Which sealed transactions the author of one block opens, and what is in them. */

import type { AuthorShield, ParentState, RuntimePort, SealedTransaction } from './ports.ts';

/**
 * So many blocks later what is sealed is still opened. Upstream's author opens it in its block or never; but a block may pass
 * while a client seals, and nobody else holds the key. A submission does not live longer than this.
 */
const LATE_BLOCKS = 8;

export interface SealedQueueParts {
  readonly runtime: RuntimePort;
  readonly author: AuthorShield;
  /** The block that is built on. */
  readonly parent: number;
  readonly stateAt: (number: number) => ParentState;
}

/** Made for one block. */
export class SealedQueue {
  readonly #parts: SealedQueueParts;
  readonly #due = new Map<string, boolean>();

  constructor(parts: SealedQueueParts) {
    this.#parts = parts;
  }

  /** What `extrinsic` brings sealed, if it does. */
  sealedIn(extrinsic: Uint8Array): SealedTransaction | undefined {
    return this.#parts.runtime.seals?.sealedIn(extrinsic);
  }

  /** Whether its time has come: else it stays in the pool. source: substrate basic-authorship of opentensor's fork, apply_extrinsics */
  isDue({ keyHash }: SealedTransaction): boolean {
    let due = this.#due.get(keyHash);
    if (due === undefined) this.#due.set(keyHash, (due = this.#isKeyDue(keyHash)));
    return due;
  }

  #isKeyDue(keyHash: string): boolean {
    const { runtime, author, parent, stateAt } = this.#parts;
    if (!author.holds(keyHash)) return false;
    for (let number = parent; number >= Math.max(0, parent - LATE_BLOCKS); number--) {
      if (runtime.seals!.isDue(stateAt(number), keyHash)) return true;
    }
    return false;
  }

  /** The extrinsic inside; undefined when there is none to be had. */
  open(sealed: SealedTransaction): Uint8Array | undefined {
    const opened = this.#parts.author.open(sealed);
    return opened === undefined ? undefined : this.#parts.runtime.seals!.innerOf(opened);
  }
}
