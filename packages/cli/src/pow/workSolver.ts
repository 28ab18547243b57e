/** Threads that look for work on one challenge at a time: each takes the next piece of its nonces. */

import { startSealThread, type SealThread } from '@taonet/crypto';
import { hashBlockAndHotkey, largestHash } from '@taonet/runtime';
import type { Hashers } from '@taonet/primitives';

/** What work is looked for. Hashes and accounts are hex without 0x. */
export interface Challenge {
  readonly blockNumber: number;
  readonly blockHash: string;
  readonly account: string;
  readonly difficulty: bigint;
}

export interface FoundNonce {
  readonly challenge: Challenge;
  readonly nonce: bigint;
}

interface Search {
  readonly challenge: Challenge;
  readonly suffix: Uint8Array;
  readonly limit: Uint8Array;
  next: bigint;
}

/** A piece lasts about so long: short beside the fastest blocks, long beside the message that asks for it. */
const PIECE_MS = 40;
const FIRST_PIECE = 20_000;
const PIECE_MIN = 500;
const PIECE_MAX = 5_000_000;
const HASH_BYTES = 32;
const MS_PER_S = 1_000;

export class WorkSolver {
  readonly #hashers: Hashers;
  readonly #threads: readonly SealThread[];
  readonly #onFound: (found: FoundNonce) => void;
  readonly #onEnd: (error: unknown) => void;
  #search: Search | undefined;
  #wake: (() => void)[] = [];
  #closed = false;
  /** Nonces looked at since the start. */
  hashes = 0;
  #busyMs = 0;

  /** `onEnd`: a thread has ended by itself. */
  static async start(hashers: Hashers, threads: number, { onFound, onEnd }: { readonly onFound: (found: FoundNonce) => void; readonly onEnd: (error: unknown) => void }): Promise<WorkSolver> {
    return new WorkSolver(hashers, await Promise.all(Array.from({ length: threads }, () => startSealThread())), onFound, onEnd);
  }

  private constructor(hashers: Hashers, threads: readonly SealThread[], onFound: (found: FoundNonce) => void, onEnd: (error: unknown) => void) {
    this.#hashers = hashers;
    this.#threads = threads;
    this.#onFound = onFound;
    this.#onEnd = onEnd;
    for (const thread of threads) void this.#run(thread).catch((error: unknown) => this.#onEnd(error));
  }

  /** Looks for this from now on, from the nonce `start` up. Another difficulty alone goes on where it is. */
  solve(challenge: Challenge, start: bigint): void {
    const { blockHash, account, difficulty } = challenge;
    const same = this.#search?.challenge.blockHash === blockHash && this.#search.challenge.account === account;
    this.#search = {
      challenge, next: same ? this.#search!.next : start,
      suffix: hashBlockAndHotkey(this.#hashers, blockHash, account), limit: bytesOf(largestHash(difficulty)),
    };
    for (const wake of this.#wake.splice(0)) wake();
  }

  /** Looks for nothing until `solve`. */
  pause(): void {
    this.#search = undefined;
  }

  /** The first nonce that nobody has looked at; undefined while paused. */
  get place(): { readonly blockHash: string; readonly blockNumber: number; readonly next: bigint } | undefined {
    if (this.#search === undefined) return undefined;
    const { challenge: { blockHash, blockNumber }, next } = this.#search;
    return { blockHash, blockNumber, next };
  }

  /** For how long it looked: pauses do not count. */
  get seconds(): number {
    return this.#busyMs / this.#threads.length / MS_PER_S;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#search = undefined;
    for (const wake of this.#wake.splice(0)) wake();
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  async #run(thread: SealThread): Promise<void> {
    let count = FIRST_PIECE;
    while (!this.#closed) {
      const search = this.#search;
      if (search === undefined) {
        await new Promise<void>((resolve) => this.#wake.push(resolve));
        continue;
      }
      const { challenge, suffix, limit, next: start } = search;
      search.next = BigInt.asUintN(64, start + BigInt(count));
      const began = performance.now();
      const nonce = await thread.search({ suffix, limit, start, count }).catch((error: unknown) => {
        if (this.#closed) return undefined;
        throw error;
      });
      const looked = nonce === undefined ? count : Number(BigInt.asUintN(64, nonce - start)) + 1;
      this.hashes += looked;
      const took = Math.max(performance.now() - began, 0.1);
      this.#busyMs += took;
      if (nonce !== undefined && !this.#closed) this.#onFound({ challenge, nonce });
      count = Math.min(Math.max(Math.round((looked * PIECE_MS) / took), PIECE_MIN), PIECE_MAX);
    }
  }
}

/** 32 bytes, big-endian. */
function bytesOf(value: bigint): Uint8Array {
  return Uint8Array.from({ length: HASH_BYTES }, (_, i) => Number((value >> BigInt(8 * (HASH_BYTES - 1 - i))) & 0xffn));
}
