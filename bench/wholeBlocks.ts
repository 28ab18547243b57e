/** Whole empty blocks through the runtime: all hooks, the timestamp, state roots, the header; without chain, pool and RPC. */

import { createCrypto } from '@taonet/crypto';
import { createEpochKernel } from '@taonet/kernel';
import { encode, extrinsicCodec, u64, type DigestItem } from '@taonet/codec';
import { StateTrie, TrieRoots, type MemoryState } from '@taonet/frame';
import { utf8ToBytes } from '@taonet/primitives';
import { createRuntime, type Runtime } from '@taonet/runtime';
import { W1, W64, WORKLOAD_BLOCK, workloadState, type SubnetsWorkload } from '@taonet/testkit';
import { readGenesis } from './genesis.ts';
import { median, type Benchmark, type Figure } from './harness.ts';

const build = { fast: false, powFaucet: false };
const SLOT_MS = 12_000n;
const FIRST_SLOT = 145_000_000n;
const BARE_FORMAT = 5;

interface Chain {
  readonly runtime: Runtime;
  readonly state: MemoryState;
  readonly trie: StateTrie;
  parentHash: string;
}

async function openChain(workload: SubnetsWorkload): Promise<Chain> {
  const crypto = await createCrypto();
  const state = workloadState(readGenesis(), { crypto, build, workload });
  const trie = new StateTrie(crypto);
  trie.load(state.entries());
  trie.root();
  return { runtime: createRuntime(build, crypto, { epochKernel: createEpochKernel() }), state, trie, parentHash: '00'.repeat(32) };
}

/** Builds the next block and takes it over. */
function step(chain: Chain, index: number): void {
  const { runtime, state, trie } = chain;
  const slot = FIRST_SLOT + BigInt(index);
  const digest: DigestItem[] = [{ type: 'PreRuntime', value: [utf8ToBytes('aura'), encode(u64, slot)] }];
  const roots = new TrieRoots(trie);
  const block = runtime.openBlock({ state, roots, parentHash: chain.parentHash, number: WORKLOAD_BLOCK + index, digest });
  const applied = block.apply(encode(extrinsicCodec(runtime.spec.format), {
    preamble: { kind: 'bare', format: BARE_FORMAT },
    call: { type: 'Timestamp', value: { type: 'set', value: { now: slot * SLOT_MS } } },
  }));
  if (!('result' in applied) || !applied.result.ok) throw new Error(`timestamp refused in block ${index}`);
  // The trie is left as the block's root has it.
  const { hash, changes } = block.finalize();
  for (const [key, value] of changes) {
    if (value === null) state.delete(key);
    else state.set(key, value);
  }
  chain.parentHash = hash;
}

async function timesOf(workload: SubnetsWorkload, blocks: number): Promise<number[]> {
  const chain = await openChain(workload);
  return Array.from({ length: blocks }, (_, i) => {
    const start = performance.now();
    step(chain, i + 1);
    return performance.now() - start;
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const w1whole: Benchmark = {
  name: 'w1whole',
  what: 'whole empty blocks of one subnet of 256 neurons',
  async run() {
    const fresh = await timesOf(W1, 360);
    const times = await timesOf(W1, 360);
    const figures: Figure[] = [
      { name: 'W1 whole block', value: median(times), unit: 'ms', n: times.length },
      { name: 'W1 whole blocks over 360 with one epoch', value: 360_000 / sum(times), unit: 'blocks/s', n: 360, goal: 1000, anchor: 'chopsticks 2.4, Anvil 400-460 empty' },
      { name: 'W1 first 360 whole blocks of a process', value: 360_000 / sum(fresh), unit: 'blocks/s', n: 360, goal: 1000 },
    ];
    return figures;
  },
};

export const w64whole: Benchmark = {
  name: 'w64whole',
  what: 'whole empty blocks of 64 subnets of 256 neurons',
  async run() {
    const times = await timesOf(W64, 360);
    return [
      { name: 'W64 whole block', value: median(times), unit: 'ms', n: times.length },
      { name: 'W64 a day of 7,200 whole blocks, by 360 of them', value: (sum(times) * 20) / 1000, unit: 's', n: 360, goal: 418, anchor: 'native hooks about 418 s' },
    ];
  },
};
