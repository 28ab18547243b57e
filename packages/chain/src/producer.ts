/** Makes blocks by the clock, by transactions or by request, and agrees with itself at once. */

import { defect, type Hash } from '@taonet/primitives';
import type { Application, ProposeOptions } from './application.ts';
import type { TransactionPool } from './pool/pool.ts';
import type { Timer } from './ports.ts';
import type { SealMode } from './sealMode.ts';

/** Before the first block, so that the first question is not kept waiting by it. */
const FIRST_BLOCK_MS = 25;
/** The share of an interval that may be spent on transactions. */
const BUILD_SHARE = 2 / 3;

export interface ProducerOptions {
  readonly application: Application;
  readonly pool: TransactionPool;
  readonly timer: Timer;
  readonly mode: SealMode;
  /** Undefined when a block can be made at once; else resolves when it can. */
  readonly ready?: () => Promise<void> | undefined;
  /** A block failed in a way that is our mistake; no more blocks are made. */
  readonly onStopped: (reason: unknown) => void;
}

export interface ProduceOptions extends ProposeOptions {
  /** Default true. */
  readonly final?: boolean;
}

export class Producer {
  readonly #application: Application;
  readonly #pool: TransactionPool;
  readonly #timer: Timer;
  readonly #ready: () => Promise<void> | undefined;
  readonly #onStopped: (reason: unknown) => void;
  #mode: SealMode;
  #running = false;
  #term = 0;
  #stopped: unknown;
  #cancel: (() => void) | undefined;
  #unwatch: (() => void) | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: ProducerOptions) {
    this.#application = options.application;
    this.#pool = options.pool;
    this.#timer = options.timer;
    this.#mode = options.mode;
    this.#ready = options.ready ?? (() => undefined);
    this.#onStopped = options.onStopped;
  }

  get mode(): SealMode { return this.#mode; }

  /** Begins to make blocks on its own; with an interval the first one comes nearly at once. */
  start(): void {
    this.#running = true;
    this.#schedule(true);
  }

  setMode(mode: SealMode): void {
    this.#mode = mode;
    this.#unschedule();
    if (this.#running) this.#schedule(false);
  }

  /** No more blocks; resolves when the one in the making is stored. */
  async stop(): Promise<void> {
    this.#running = false;
    this.#unschedule();
    await this.#queue.catch(() => undefined);
  }

  /** One block now, after those already asked for. */
  produce(options: ProduceOptions = {}): Promise<Hash> {
    const made = this.#queue.then(() => this.#make(options));
    this.#queue = made.catch(() => undefined);
    return made;
  }

  /** Runs `work` while no block is in the making. */
  exclusively<T>(work: () => T | Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #make(options: ProduceOptions): Promise<Hash> {
    if (this.#stopped !== undefined) throw defect('AuthoringStopped');
    try {
      const waiting = this.#ready();
      if (waiting !== undefined) await waiting;
      const proposal = this.#application.propose(options);
      const verdict = this.#application.process(proposal);
      if ('reject' in verdict) throw defect('OwnBlockDiffers', { kind: verdict.reject.bad, reason: verdict.reject.reason });
      const { block } = this.#application.finalize(proposal, options.final ?? true);
      await this.#application.commit();
      return block.hash;
    } catch (error) {
      this.#stopped = error;
      this.#running = false;
      this.#unschedule();
      this.#onStopped(error);
      throw error;
    }
  }

  #schedule(first: boolean): void {
    const mode = this.#mode;
    if (mode.kind === 'interval') this.#tickAfter(first ? FIRST_BLOCK_MS : mode.ms - (this.#timer.now() % mode.ms), mode.ms);
    else if (mode.kind === 'instant') {
      this.#unwatch = this.#pool.onReady(() => this.#wakeInstant());
      if (this.#pool.readyCount > 0) this.#wakeInstant();
    }
  }

  /** What was scheduled before knows by its term that it is over. */
  #unschedule(): void {
    this.#term += 1;
    this.#cancel?.();
    this.#unwatch?.();
    this.#cancel = undefined;
    this.#unwatch = undefined;
  }

  #tickAfter(delayMs: number, intervalMs: number): void {
    const term = this.#term;
    this.#cancel = this.#timer.after(delayMs, () => {
      void this.produce({ deadlineMs: this.#timer.now() + intervalMs * BUILD_SHARE })
        .then(() => {
          if (this.#term === term) this.#schedule(false);
        })
        .catch(() => undefined);
    });
  }

  #wakeInstant(): void {
    if (this.#cancel !== undefined) return;
    const term = this.#term;
    this.#cancel = this.#timer.after(0, () => {
      void this.produce({ maxTransactions: 1 })
        .then(() => {
          if (this.#term !== term) return;
          this.#cancel = undefined;
          if (this.#pool.readyCount > 0) this.#wakeInstant();
        })
        .catch(() => undefined);
    });
  }
}
