/** A clock that tests move by hand. */

import type { Timer } from '../src/index.ts';

interface Task {
  readonly at: number;
  readonly run: () => void;
}

export class VirtualTimer implements Timer {
  #now: number;
  readonly #tasks = new Set<Task>();

  constructor(now = 1_782_864_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const task = { at: this.#now + Math.max(0, ms), run };
    this.#tasks.add(task);
    return () => this.#tasks.delete(task);
  }

  /** Moves time on by `ms` and runs what falls due, in order; lets promises settle after each task. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#tasks].filter((task) => task.at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#tasks.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.run();
      await settle();
    }
    this.#now = end;
  }
}

/** Lets everything that already may run do so. */
export function settle(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
