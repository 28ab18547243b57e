/** The mathematics of one epoch, without any storage. */

import { E256_YUMA2, E256_YUMA3, E4096_YUMA2, E4096_YUMA3, epochInputOf, type EpochWorkload } from '@taonet/testkit';
import { computeEpoch } from '@taonet/yuma';
import { medianMs, type Benchmark, type Figure, type Rounds } from './harness.ts';

interface Row {
  readonly name: string;
  readonly workload: EpochWorkload;
  readonly nativeMs: number;
  readonly goalMs: number;
}

function figureOf({ name, workload, nativeMs, goalMs }: Row, rounds: Rounds): Figure {
  const input = epochInputOf(workload);
  const { ms, n } = medianMs(() => computeEpoch(input), rounds);
  return { name, value: ms, unit: 'ms', n, goal: goalMs, anchor: `native ${nativeMs} ms` };
}

export const e256: Benchmark = {
  name: 'e256',
  what: 'one epoch of 256 neurons, 64 validators with dense weights',
  run: () => [
    figureOf({ name: 'E256 Yuma 2', workload: E256_YUMA2, nativeMs: 1.98, goalMs: 1 }, { warmUp: 15, rounds: 31 }),
    figureOf({ name: 'E256 Yuma 3 + liquid alpha', workload: E256_YUMA3, nativeMs: 21.8, goalMs: 11 }, { warmUp: 5, rounds: 15 }),
  ],
};

export const e4096: Benchmark = {
  name: 'e4096',
  what: 'one epoch of 4,096 neurons, 128 validators with dense weights',
  onlyByName: true,
  run: () => [
    figureOf({ name: 'E4096 Yuma 2', workload: E4096_YUMA2, nativeMs: 67, goalMs: 67 }, { warmUp: 1, rounds: 5 }),
    figureOf({ name: 'E4096 Yuma 3 + liquid alpha', workload: E4096_YUMA3, nativeMs: 5314, goalMs: 5314 }, { warmUp: 0, rounds: 3 }),
  ],
};
