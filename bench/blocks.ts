/** W1 and W64: what a block costs that nobody sent anything for. */

import { createCrypto } from '@taonet/crypto';
import { createEpochKernel } from '@taonet/kernel';
import { encode, u32 } from '@taonet/codec';
import { itemPrefix, Overlay, type Ctx, type MemoryState } from '@taonet/frame';
import { utf8ToBytes } from '@taonet/primitives';
import { W1, W64, WORKLOAD_BLOCK, workloadState, type SubnetsWorkload } from '@taonet/testkit';
import { onInitialize } from '../packages/runtime/src/pallets/subtensor/hooks.ts';
import { median, type Benchmark, type Figure } from './harness.ts';
import { readGenesis } from './genesis.ts';

const build = { fast: false, powFaucet: false };

interface Timed {
  readonly plain: number[];
  readonly withEpoch: number[];
  readonly totalMs: number;
}

/** Runs the block hook of SubtensorModule over `blocks` blocks, each over its own overlay that then goes into the state. */
async function runHooks(workload: SubnetsWorkload, blocks: number): Promise<Timed> {
  const crypto = await createCrypto();
  const kernel = createEpochKernel();
  const state: MemoryState = workloadState(readGenesis(), { crypto, build, workload });
  const numberKey = itemPrefix(crypto, 'System', 'Number');
  const parentKey = itemPrefix(crypto, 'System', 'ParentHash');
  const epochPrefix = itemPrefix(crypto, 'SubtensorModule', 'LastMechansimStepBlock');
  const plain: number[] = [];
  const withEpoch: number[] = [];
  for (let number = WORKLOAD_BLOCK + 1; number <= WORKLOAD_BLOCK + blocks; number++) {
    const overlay = new Overlay(state);
    overlay.set(numberKey, encode(u32, number));
    overlay.set(parentKey, crypto.blake2b256(utf8ToBytes(`bench-parent ${number}`)));
    const ctx: Ctx = { state: overlay, crypto, build, deposit: () => undefined };
    const start = performance.now();
    onInitialize(ctx, number, kernel);
    const ms = performance.now() - start;
    const changes = overlay.changes();
    (changes.some(([key]) => key.startsWith(epochPrefix)) ? withEpoch : plain).push(ms);
    for (const [key, value] of changes) {
      if (value === null) state.delete(key);
      else state.set(key, value);
    }
  }
  return { plain, withEpoch, totalMs: [...plain, ...withEpoch].reduce((sum, ms) => sum + ms, 0) };
}

/** Epochs every twelve blocks, for a median over many. */
const EPOCHS_OFTEN: SubnetsWorkload = { ...W1, tempo: 12 };

export const w1: Benchmark = {
  name: 'w1',
  what: 'blocks of one subnet of 256 neurons',
  async run() {
    const fresh = await runHooks(W1, 360);
    const often = await runHooks(EPOCHS_OFTEN, 360);
    const { plain, totalMs } = await runHooks(W1, 360);
    const figures: Figure[] = [
      { name: 'W1 block without epoch, hooks', value: median(plain), unit: 'ms', n: plain.length, goal: 1, anchor: 'native 1.0 ms' },
      { name: 'W1 block with epoch, hooks', value: median(often.withEpoch), unit: 'ms', n: often.withEpoch.length, goal: 35, anchor: 'native 35 ms' },
      { name: 'W1 first block with epoch of a process, hooks', value: median(fresh.withEpoch), unit: 'ms', n: fresh.withEpoch.length },
      { name: 'W1 blocks over 360 with one epoch, hooks', value: 360_000 / totalMs, unit: 'blocks/s', n: 360, goal: 1000, anchor: 'chopsticks 2.4' },
      { name: 'W1 first 360 blocks of a process, hooks', value: 360_000 / fresh.totalMs, unit: 'blocks/s', n: 360, goal: 1000 },
    ];
    return figures;
  },
};

export const w64: Benchmark = {
  name: 'w64',
  what: 'blocks of 64 subnets of 256 neurons',
  async run() {
    const { plain, withEpoch, totalMs } = await runHooks(W64, 360);
    return [
      { name: 'W64 block without epoch, hooks', value: median(plain), unit: 'ms', n: plain.length, goal: 47, anchor: 'native 47 ms' },
      { name: 'W64 block with one epoch, hooks', value: median(withEpoch), unit: 'ms', n: withEpoch.length, goal: 110, anchor: 'native 110 ms' },
      { name: 'W64 a day of 7,200 blocks, by 360 of them, hooks', value: (totalMs * 20) / 1000, unit: 's', n: 360, goal: 60, anchor: 'native about 418 s' },
    ];
  },
};
