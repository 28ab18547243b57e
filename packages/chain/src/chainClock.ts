/** The chain's clock: what time a new block gets. */

import type { Timer } from './ports.ts';

/** The host's clock and timers. */
export const systemTimer: Timer = {
  now: () => Date.now(),
  after: (ms, task) => {
    if (ms <= 0 && typeof setImmediate === 'function') {
      const handle = setImmediate(task);
      return () => clearImmediate(handle);
    }
    const handle = setTimeout(task, ms);
    return () => clearTimeout(handle);
  },
};

/**
 * Time in slots: slot(n) = max(slot(n−1) + 1, floor(time / slot length)); a block's timestamp is slot × slot length,
 * so that time and slot agree however fast blocks are made.
 */
export class ChainClock {
  readonly #timer: Timer;
  readonly slotMs: number;
  #offsetMs = 0;

  constructor(timer: Timer, slotMs: number) {
    this.#timer = timer;
    this.slotMs = slotMs;
  }

  /** Milliseconds since 1970, as moved by `setTime` and `increaseTime`. */
  now(): number {
    return this.#timer.now() + this.#offsetMs;
  }

  get offsetMs(): number { return this.#offsetMs; }
  set offsetMs(offset: number) { this.#offsetMs = offset; }

  /** From now on it is `ms`, and time runs on from there. */
  setTime(ms: number): void {
    this.#offsetMs = ms - this.#timer.now();
  }

  increaseTime(ms: number): void {
    this.#offsetMs += ms;
  }

  nextSlot(lastSlot: number): number {
    return Math.max(lastSlot + 1, Math.floor(this.now() / this.slotMs));
  }

  timestampOf(slot: number): number {
    return slot * this.slotMs;
  }
}
