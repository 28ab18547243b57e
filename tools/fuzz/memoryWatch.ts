/** Whether what is alive in a process grows without end: the least in each quarter of a run must not keep rising. */

const WINDOWS = 4;
/** A pool and caches that fill up to their limits, blocks kept in memory. */
const SLACK_MB = 60;
const LIMIT_MB = 2500;

export class MemoryWatch {
  readonly #samples: number[] = [];

  /** Most resident memory seen. */
  highest = 0;

  note(residentMb: number | undefined): void {
    this.highest = Math.max(this.highest, Math.round(residentMb ?? 0));
  }

  get latest(): number | undefined {
    return this.#samples.at(-1);
  }

  noteLive(mb: number | undefined): void {
    if (mb !== undefined) this.#samples.push(mb);
  }

  /** What was alive at least in each quarter of the run. */
  floors(): number[] {
    const size = Math.floor(this.#samples.length / WINDOWS);
    if (size === 0) return [];
    return Array.from({ length: WINDOWS }, (_, i) => Math.round(Math.min(...this.#samples.slice(i * size, (i + 1) * size))));
  }

  /** What is wrong; the first quarter is warm-up. */
  wrong(): string | undefined {
    if (this.highest > LIMIT_MB) return `${this.highest} MB of memory`;
    const [, second, third, fourth] = this.floors();
    if (second === undefined || !(third! > second && fourth! > third! && fourth! > second + SLACK_MB)) return undefined;
    return `memory grows: at least ${this.floors().join(', ')} MB in the quarters of the run`;
  }
}
