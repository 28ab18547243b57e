/** Whether the memory of a process grows without end: the least it had in each window must not keep rising. */

const WINDOWS = 4;
/** What a heap may differ from one window to the next without growing. */
const SLACK_MB = 120;
const LIMIT_MB = 2500;

export class MemoryWatch {
  readonly #samples: number[] = [];

  note(mb: number | undefined): void {
    if (mb !== undefined) this.#samples.push(mb);
  }

  /** The least memory in each quarter of the run. */
  floors(): number[] {
    const size = Math.floor(this.#samples.length / WINDOWS);
    if (size === 0) return [];
    return Array.from({ length: WINDOWS }, (_, i) => Math.round(Math.min(...this.#samples.slice(i * size, (i + 1) * size))));
  }

  get highest(): number {
    return Math.round(this.#samples.reduce((highest, one) => Math.max(highest, one), 0));
  }

  /** What is wrong; the first quarter is warm-up. */
  wrong(): string | undefined {
    if (this.highest > LIMIT_MB) return `${this.highest} MB of memory`;
    const [, second, third, fourth] = this.floors();
    if (second === undefined || !(third! > second + SLACK_MB / 2 && fourth! > third! + SLACK_MB / 2)) return undefined;
    return `memory grows: at least ${this.floors().join(', ')} MB in the quarters of the run`;
  }
}
