/** What was acknowledged is safe, what failed has not happened, and nobody who listens can harm the chain. */

import { createHashers } from '@taonet/crypto';
import { bytesToHex, type Hashers } from '@taonet/primitives';
import { beforeAll, describe, expect, it } from 'vitest';
import { Chain, decodeHeader, extrinsicHash, MemoryStore, type ChainOptions } from '../src/index.ts';
import { counterKey, CounterRuntime, transaction } from './counterRuntime.ts';
import { HeldStore } from './heldStore.ts';
import { settle, VirtualTimer } from './virtualTimer.ts';

let hashers: Hashers;
beforeAll(async () => { hashers = await createHashers(); });

const start = (options: Partial<ChainOptions> = {}): Chain =>
  new Chain({ runtime: new CounterRuntime(hashers), hashers, store: new MemoryStore(), timer: new VirtualTimer(), seal: { kind: 'manual' }, ...options });

/** All that a client can see of the chain. */
const seen = (chain: Chain): unknown => ({
  head: [chain.head.number, chain.head.hash, decodeHeader(chain.head.header).number, chain.finalized.number],
  states: Array.from({ length: chain.head.number + 1 }, (_, at) => [chain.blockAt(at)?.hash, bytesToHex(chain.stateAt(at).trie().root())]),
  pool: [chain.pool.ready(), chain.pool.future()].map((all) => all.map(({ hash }) => hash)),
  offsetMs: chain.clock.offsetMs,
});

/** Waits until `store` has something to write. */
async function untilHeld(store: HeldStore): Promise<void> {
  while (store.waiting === 0) await settle();
}

interface Scene {
  readonly chain: Chain;
  readonly store: HeldStore;
  readonly events: string[];
  readonly first: string;
  readonly snapshot: number;
}

/** Three blocks of which one is final, a snapshot after the first, a transaction in the pool. */
async function prepare(): Promise<Scene> {
  const store = new HeldStore();
  const chain = start({ store });
  const make = async (final: boolean): Promise<string> => {
    const made = chain.produce({ final });
    await untilHeld(store);
    store.end('written');
    return made;
  };
  await chain.submit(transaction({ account: 1, nonce: 0 }));
  await make(true);
  const snapshot = await chain.snapshot();
  chain.clock.increaseTime(60_000);
  await chain.submit(transaction({ account: 2, nonce: 0 }));
  const first = await make(false);
  await make(false);
  await chain.submit(transaction({ account: 3, nonce: 0 }));
  const events: string[] = [];
  for (const name of ['amended', 'reverted', 'finalized', 'imported'] as const) chain.events.on(name, () => events.push(name));
  return { chain, store, events, first, snapshot };
}

const CHANGES = [
  ['amend', 'amended', ({ chain }: Scene) => chain.amend(() => [[counterKey(1), Uint8Array.of(7)], [counterKey(2), null]])],
  ['revert', 'reverted', ({ chain, snapshot }: Scene) => chain.revert(snapshot)],
  ['finalize', 'finalized', ({ chain, first }: Scene) => chain.finalize(first)],
  ['a block', 'imported', ({ chain }: Scene) => chain.produce({ final: false })],
] as const;

describe.each(CHANGES)('%s', (name, event, change) => {
  it('behavior: is neither seen nor acknowledged before it is written', async () => {
    const scene = await prepare();
    const before = seen(scene.chain);
    let acknowledged = false;
    const done = Promise.resolve(change(scene)).then(() => { acknowledged = true; });
    await untilHeld(scene.store);
    await settle();
    expect([acknowledged, scene.events, seen(scene.chain)]).toEqual([false, [], before]);
    scene.store.end('written');
    await done;
    expect(scene.events).toEqual([event]);
    expect(seen(scene.chain)).not.toEqual(before);
  });

  it('behavior: has not happened when it cannot be written', async () => {
    const scene = await prepare();
    const { chain, store, events } = scene;
    const before = seen(chain);
    const failed = expect(change(scene)).rejects.toMatchObject({ code: 'DiskWriteFailed' });
    await untilHeld(store);
    store.end('failed');
    await failed;
    expect([events, seen(chain)]).toEqual([[], before]);
    // a chain that could not write its own block makes no more
    if (name === 'a block') return expect(chain.produce()).rejects.toMatchObject({ code: 'AuthoringStopped' });
    const again = change(scene);
    await untilHeld(store);
    store.end('written');
    await again;
    const made = chain.produce();
    await untilHeld(store);
    store.end('written');
    await made;
    expect(events.slice(0, 2)).toEqual([event, 'imported']);
    expect(decodeHeader(chain.head.header).stateRoot).toBe(bytesToHex(chain.stateAt(chain.head.number).trie().root()));
  });
});

describe('developer controls', () => {
  it('behavior: what a change cannot be made of is told, and changes nothing', async () => {
    const chain = start();
    const before = seen(chain);
    await expect(chain.amend(() => { throw new RangeError('no'); })).rejects.toThrow('no');
    expect(seen(chain)).toEqual(before);
    await chain.produce();
    expect(chain.head.number).toBe(1);
  });

  it('behavior: a snapshot stands although turning back to it failed, with what was taken later', async () => {
    const scene = await prepare();
    const { chain, store, snapshot } = scene;
    const later = await chain.snapshot();
    const failed = expect(chain.revert(snapshot)).rejects.toMatchObject({ code: 'DiskWriteFailed' });
    await untilHeld(store);
    store.end('failed');
    await failed;
    const back = chain.revert(later);
    await untilHeld(store);
    store.end('written');
    expect(await back).toBe(true);
  });

  it('refuses: blocks that cannot be', () => {
    const chain = start();
    expect([-1, 1, 0.5, Number.NaN, -Infinity].map((number) => chain.blockAt(number))).toEqual(Array(5).fill(undefined));
    expect(chain.blockAt(0)?.hash).toBe(chain.genesisHash);
  });
});

describe('listeners that throw', () => {
  it('behavior: stop neither the others nor the chain, whatever they listen to', async () => {
    const met: string[] = [];
    const chain = start({ onDefect: (thrown) => { met.push((thrown as Error).message); } });
    const calls: string[] = [];
    for (const name of ['imported', 'finalized', 'amended', 'reverted'] as const) {
      chain.events.on(name, () => { throw new Error(name); });
      chain.events.on(name, () => calls.push(name));
    }
    chain.pool.onReady(() => { throw new Error('ready'); });
    chain.pool.onReady(() => calls.push('ready'));
    const add = transaction({ account: 1, nonce: 0 });
    chain.pool.watch(extrinsicHash(hashers, add), () => { throw new Error('watcher'); });
    const told: string[] = [];
    chain.pool.watch(extrinsicHash(hashers, add), ({ type }) => told.push(type));
    const id = await chain.snapshot();
    expect(await chain.submit(add)).toHaveProperty('ok');
    await chain.produce();
    await chain.amend(() => [[counterKey(1), Uint8Array.of(1)]]);
    expect(await chain.revert(id)).toBe(true);
    expect(calls).toEqual(['ready', 'imported', 'finalized', 'amended', 'reverted']);
    expect(told).toEqual(['ready', 'inBlock', 'finalized']);
    expect(new Set(met)).toEqual(new Set(['watcher', ...calls]));
  });

  it('behavior: neither does one who is told of them', async () => {
    const chain = start({ onDefect: () => { throw new Error('told'); } });
    chain.events.on('imported', () => { throw new Error('first'); });
    await chain.produce();
    await chain.produce();
    expect(chain.head.number).toBe(2);
  });

  it('behavior: one who leaves while he is called, and one who comes, disturb no other', async () => {
    const chain = start();
    const calls: string[] = [];
    const stop = chain.events.on('imported', () => {
      calls.push('once');
      stop();
      chain.events.on('imported', () => calls.push('late'));
    });
    chain.events.on('imported', () => calls.push('always'));
    await chain.produce();
    await chain.produce();
    expect(calls).toEqual(['once', 'always', 'always', 'late']);
  });
});
