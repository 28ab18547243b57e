/** All benchmarks, in the order in which they run. */

import type { Benchmark } from './harness.ts';
import { storage } from './storage.ts';

export const benchmarks: readonly Benchmark[] = [storage];
