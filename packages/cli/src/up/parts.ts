/** What has been started, or is being started, and how each of it ends. */

export class Parts {
  /** Nothing more is started when it says so. */
  readonly signal: AbortSignal;
  readonly #ends: (() => Promise<unknown>)[] = [];

  constructor(signal: AbortSignal) {
    this.signal = signal;
  }

  /** refuses: what the signal says, once it is aborted */
  async add<T>(start: () => Promise<T>, end: (part: T) => Promise<unknown>): Promise<T> {
    this.signal.throwIfAborted();
    const starting = start();
    // Known before it is there, so that nothing is left behind when the rest fails meanwhile.
    this.#ends.push(() => starting.then(end, () => undefined));
    return starting;
  }

  /** Ends all of it, the last one first. */
  async close(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end();
  }
}
