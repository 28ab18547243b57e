/** Why a task did not get its turn. */
export type NoTurn = 'full' | 'late' | 'gone';

interface Waiting {
  readonly priority: number;
  readonly start: () => void;
  readonly refuse: (why: NoTurn) => void;
}

/**
 * Lets `width` tasks run at a time; who waits is let in by priority, greatest first, and within one priority in order of arrival.
 * The queue is bounded: when full, a newcomer displaces the least one if it is of greater priority, else it is turned away.
 */
export class PriorityQueue {
  readonly #width: number;
  readonly #waitingMax: number;
  #running = 0;
  #waiting: Waiting[] = [];

  constructor(width: number, waitingMax: number) {
    this.#width = width;
    this.#waitingMax = waitingMax;
  }

  /** Resolves when the task may start: with the function to call at its end, or with why it may not. */
  enter(priority: number, { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal: AbortSignal }): Promise<(() => void) | NoTurn> {
    if (signal.aborted) return Promise.resolve('gone');
    if (this.#running < this.#width) return Promise.resolve(this.#run());
    return new Promise((resolve) => {
      const end = (outcome: (() => void) | NoTurn): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', gone);
        resolve(outcome);
      };
      const task: Waiting = { priority, start: () => end(this.#run()), refuse: (why: NoTurn) => end(why) };
      const drop = (why: NoTurn): void => {
        this.#waiting = this.#waiting.filter((other) => other !== task);
        end(why);
      };
      const gone = (): void => drop('gone');
      const timer = setTimeout(() => drop('late'), timeoutMs);
      signal.addEventListener('abort', gone, { once: true });
      this.#insert(task);
    });
  }

  #run(): () => void {
    this.#running += 1;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#running -= 1;
      this.#waiting.shift()?.start();
    };
  }

  #insert(task: Waiting): void {
    const at = this.#waiting.findIndex((other) => other.priority < task.priority);
    this.#waiting.splice(at < 0 ? this.#waiting.length : at, 0, task);
    if (this.#waiting.length > this.#waitingMax) this.#waiting.pop()!.refuse('full');
  }
}
