/** All benchmarks, in the order in which they run. */

import { w1, w64 } from './blocks.ts';
import { cli } from './cli.ts';
import { codec } from './codec.ts';
import { e256, e4096 } from './epoch.ts';
import type { Benchmark } from './harness.ts';
import { growth, instant, memory, snapshot, start, transfers } from './node.ts';
import { pow } from './pow.ts';
import { sdk } from './sdk.ts';
import { storage } from './storage.ts';
import { w1whole, w64whole } from './wholeBlocks.ts';
import { trie } from './trie.ts';
import { up } from './up.ts';

export const benchmarks: readonly Benchmark[] = [e256, e4096, pow, codec, storage, trie, w1, w1whole, w64, w64whole, start, transfers, instant, snapshot, memory, growth, sdk, cli, up];
