/** How many threads look for work, and how fast they are. */

import { availableParallelism } from 'node:os';
import { createHashers } from '@taonet/crypto';
import { wholeNumber } from '../../chain.ts';
import type { Invocation } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { WorkSolver } from '../../pow/workSolver.ts';

const THREADS_MAX = 256;
const MS_PER_S = 1_000;
/** Threads compile their code before they are fast. */
const WARM_UP_MS = 300;

/** All cores unless told otherwise. */
export function threadsOf({ options }: Pick<Invocation, 'options'>): number {
  const threads = wholeNumber(options['threads'], '--threads', availableParallelism());
  if (threads < 1 || threads > THREADS_MAX) throw new UsageError(`--threads is a number from 1 to ${THREADS_MAX}, not ${threads}.`);
  return threads;
}

const waited = (ms: number, signal: AbortSignal): Promise<void> => new Promise((resolve) => {
  const done = (): void => resolve();
  const timer = setTimeout(done, ms);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    done();
  }, { once: true });
});

/** Hashes a second of so many threads, measured for `seconds`: on work that is never found. */
export async function measureHashRate(threads: number, seconds: number, signal: AbortSignal): Promise<number> {
  let failure: unknown;
  const solver = await WorkSolver.start(await createHashers(), threads, { onFound: () => undefined, onEnd: (error) => { failure = error; } });
  try {
    const none = { blockNumber: 0, blockHash: '00'.repeat(32), account: '00'.repeat(32), difficulty: 1n << 255n };
    solver.solve(none, 0n);
    await waited(WARM_UP_MS, signal);
    const [began, before] = [performance.now(), solver.hashes];
    await waited(seconds * MS_PER_S, signal);
    if (failure !== undefined) throw failure as Error;
    return Math.max(1, ((solver.hashes - before) * MS_PER_S) / (performance.now() - began));
  } finally {
    await solver.close();
  }
}
