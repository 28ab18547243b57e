/** Measures: warm-up, n rounds, median. Nothing here asserts a time. */

/** One measured value beside what it is compared with. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** How many measurements the value is the median of, or how many things were counted. */
  readonly n: number;
  /** The goal, in the same unit. */
  readonly goal?: number | undefined;
  /** What others reach, in words with unit: `native 1.98 ms`. */
  readonly anchor?: string | undefined;
}

export interface Benchmark {
  readonly name: string;
  readonly what: string;
  /** Left out unless asked for by name. */
  readonly onlyByName?: boolean;
  run(): Promise<Figure[]> | Figure[];
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export interface Rounds {
  readonly warmUp?: number;
  readonly rounds?: number;
}

/** Median milliseconds of `work`, run once a round. */
export function medianMs(work: (round: number) => unknown, { warmUp = 3, rounds = 15 }: Rounds = {}): { ms: number; n: number } {
  const times: number[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const start = performance.now();
    work(round);
    if (round >= 0) times.push(performance.now() - start);
  }
  return { ms: median(times), n: rounds };
}

/** The same for work that answers later. */
export async function medianMsAsync(work: (round: number) => Promise<unknown>, { warmUp = 3, rounds = 15 }: Rounds = {}): Promise<{ ms: number; n: number }> {
  const times: number[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const start = performance.now();
    await work(round);
    if (round >= 0) times.push(performance.now() - start);
  }
  return { ms: median(times), n: rounds };
}

/** Median nanoseconds of one of the `count` operations that `work` does. */
export function medianNs(count: number, work: () => unknown, rounds: Rounds = {}): { ns: number; n: number } {
  const { ms, n } = medianMs(work, { warmUp: 5, rounds: 11, ...rounds });
  return { ns: (ms * 1e6) / count, n: n * count };
}

