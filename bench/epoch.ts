/** The mathematics of one epoch, without any storage. */

import { createEpochKernel } from '@taonet/kernel';
import { E256_YUMA2, E256_YUMA3, E4096_YUMA2, E4096_YUMA3, epochInputOf, type EpochWorkload } from '@taonet/testkit';
import { computeEpoch, type EpochKernel } from '@taonet/yuma';
import { medianMs, type Benchmark, type Figure, type Rounds } from './harness.ts';

interface Row {
  readonly name: string;
  readonly workload: EpochWorkload;
  readonly nativeMs: number;
  readonly goalMs: number;
}

const kernel = createEpochKernel();

function figureOf({ name, workload, nativeMs, goalMs }: Row, rounds: Rounds): Figure {
  const { ms, n } = timesOf(kernel, workload, rounds);
  return { name, value: ms, unit: 'ms', n, goal: goalMs, anchor: `native ${nativeMs} ms` };
}

/** The plain form, for comparison. */
function oracleFigureOf(name: string, workload: EpochWorkload): Figure {
  const { ms, n } = timesOf(computeEpoch, workload, { warmUp: 5, rounds: 15 });
  return { name: `${name}, oracle`, value: ms, unit: 'ms', n };
}

function timesOf(compute: EpochKernel, workload: EpochWorkload, rounds: Rounds): { ms: number; n: number } {
  const input = epochInputOf(workload);
  return medianMs(() => compute(input), rounds);
}

export const e256: Benchmark = {
  name: 'e256',
  what: 'one epoch of 256 neurons, 64 validators with dense weights',
  run: () => [
    figureOf({ name: 'E256 Yuma 2', workload: E256_YUMA2, nativeMs: 1.98, goalMs: 1 }, { warmUp: 100, rounds: 301 }),
    figureOf({ name: 'E256 Yuma 3 + liquid alpha', workload: E256_YUMA3, nativeMs: 21.8, goalMs: 11 }, { warmUp: 30, rounds: 101 }),
    oracleFigureOf('E256 Yuma 2', E256_YUMA2),
    oracleFigureOf('E256 Yuma 3 + liquid alpha', E256_YUMA3),
  ],
};

export const e4096: Benchmark = {
  name: 'e4096',
  what: 'one epoch of 4,096 neurons, 128 validators with dense weights',
  onlyByName: true,
  run: () => [
    figureOf({ name: 'E4096 Yuma 2', workload: E4096_YUMA2, nativeMs: 67, goalMs: 67 }, { warmUp: 3, rounds: 15 }),
    figureOf({ name: 'E4096 Yuma 3 + liquid alpha', workload: E4096_YUMA3, nativeMs: 5314, goalMs: 5314 }, { warmUp: 3, rounds: 15 }),
  ],
};
