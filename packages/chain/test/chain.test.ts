import { createHashers } from '@taonet/crypto';
import { bytesToHex, type Defect, type Hashers } from '@taonet/primitives';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HeadState} from '../src/index.ts';
import {
  Chain, decodeHeader, executeBlock, extrinsicHash, MemoryStore, parseSealMode, sealModeText, slotOf,
  type ChainOptions, type TransactionEvent,
} from '../src/index.ts';
import { counterKey, COUNTER_PREFIX, CounterRuntime, OPERATION, transaction, type Faults } from './counterRuntime.ts';
import { settle, VirtualTimer } from './virtualTimer.ts';

let hashers: Hashers;
beforeAll(async () => { hashers = await createHashers(); });

function start(options: Partial<ChainOptions> = {}, faults: Faults = {}): { chain: Chain; timer: VirtualTimer; runtime: CounterRuntime } {
  const timer = new VirtualTimer();
  const runtime = new CounterRuntime(hashers, faults);
  const chain = new Chain({ runtime, hashers, store: new MemoryStore(), timer, seal: { kind: 'manual' }, ...options });
  return { chain, timer, runtime };
}

const counter = (chain: Chain, account: number, at = chain.head.number): number => chain.stateAt(at).get(counterKey(account))?.[0] ?? 0;

function watch(chain: Chain, extrinsic: Uint8Array): string[] {
  const seen: string[] = [];
  chain.pool.watch(extrinsicHash(hashers, extrinsic), (event: TransactionEvent) => seen.push(event.type));
  return seen;
}

describe('production', () => {
  it('default: a block holds its inherent and the ready transactions, and is final', async () => {
    const { chain } = start();
    const add = transaction({ account: 1, nonce: 0, argument: 5 });
    const events = watch(chain, add);
    expect(await chain.submit(add)).toEqual({ ok: extrinsicHash(hashers, add) });
    const hash = await chain.produce();
    expect(chain.head.hash).toBe(hash);
    expect(chain.finalized.hash).toBe(hash);
    expect(chain.head.extrinsics.map(bytesToHex)).toEqual([expect.stringMatching(/^24ff/), bytesToHex(add)]);
    expect(counter(chain, 1)).toBe(105);
    expect(events).toEqual(['ready', 'inBlock', 'finalized']);
    expect(chain.pool.readyCount).toBe(0);
  });

  it('behavior: the header says the root of the state, and each block is executed twice', async () => {
    const { chain, runtime } = start();
    await chain.produce();
    const header = decodeHeader(chain.head.header);
    expect(header.stateRoot).toBe(bytesToHex((chain.stateAt(1) as HeadState).root()));
    expect(header.parentHash).toBe(chain.genesisHash);
    expect(runtime.executions).toBe(2);
  });

  it('behavior: a dispatch that fails is in the block, what is invalid is not and leaves the pool', async () => {
    const { chain } = start();
    const fail = transaction({ account: 1, nonce: 0, operation: OPERATION.fail });
    const bad = transaction({ account: 2, nonce: 0, operation: OPERATION.invalid });
    const badEvents = watch(chain, bad);
    await chain.submit(fail);
    await chain.submit(bad);
    await chain.produce();
    expect(chain.head.extrinsics).toHaveLength(2);
    expect(badEvents).toEqual(['ready', 'invalid']);
    expect(await chain.submit(bad)).toEqual({ refused: { kind: 'TemporarilyBanned' } });
  });

  it('behavior: what does not fit stays for the next block', async () => {
    const { chain } = start();
    await chain.submit(transaction({ account: 1, nonce: 0, operation: OPERATION.exhaust }));
    await chain.submit(transaction({ account: 2, nonce: 0 }));
    await chain.produce();
    expect(chain.head.extrinsics).toHaveLength(2);
    expect(chain.pool.readyCount).toBe(1);
  });

  it('behavior: a transaction that meets a mistake of ours is dropped, the block is made without it', async () => {
    const met: string[] = [];
    const { chain } = start({ onDefect: (thrown) => met.push((thrown as Defect).code) });
    await chain.submit(transaction({ account: 1, nonce: 0 }));
    await chain.submit(transaction({ account: 2, nonce: 0, operation: OPERATION.defect, priority: 9 }));
    await chain.produce();
    expect(met).toEqual(['TestDefect']);
    expect(chain.head.extrinsics).toHaveLength(2);
    expect(chain.pool.readyCount).toBe(0);
  });

  it('behavior: production goes on whatever a transaction makes the runtime throw, in a block or when it is judged again', async () => {
    const met: string[] = [];
    const { chain } = start({ onDefect: (thrown) => met.push((thrown as Error).message) });
    await chain.submit(transaction({ account: 2, nonce: 0, operation: OPERATION.wild }));
    await chain.submit(transaction({ account: 3, nonce: 1, operation: OPERATION.sick }));
    await chain.submit(transaction({ account: 1, nonce: 0 }));
    await chain.produce();
    await chain.produce();
    expect(met).toEqual([expect.stringContaining('a mistake all the same'), expect.stringContaining('TestDefect')]);
    expect([chain.head.number, chain.pool.readyCount, chain.pool.futureCount, counter(chain, 1)]).toEqual([2, 0, 0, 101]);
  });

  it('behavior: a listener that throws harms nobody else', async () => {
    const met: unknown[] = [];
    const { chain } = start({ onDefect: (thrown) => met.push(thrown) });
    const add = transaction({ account: 1, nonce: 0 });
    chain.events.on('imported', () => { throw new TypeError('first'); });
    chain.pool.watch(extrinsicHash(hashers, add), () => { throw new TypeError('watcher'); });
    const events = watch(chain, add);
    let imported = 0;
    chain.events.on('imported', () => { imported += 1; });
    await chain.submit(add);
    await chain.produce();
    await chain.produce();
    expect([imported, chain.head.number, events.at(-1)]).toEqual([2, 2, 'finalized']);
    expect(met).toHaveLength(5);
  });

  it('refuses: to go on when its own block comes out differently the second time', async () => {
    const { chain } = start({}, { differs: true });
    const stopped: unknown[] = [];
    chain.events.on('stopped', ({ reason }) => stopped.push(reason));
    await expect(chain.produce()).rejects.toMatchObject({ code: 'OwnBlockDiffers' });
    expect(stopped).toHaveLength(1);
    await expect(chain.produce()).rejects.toMatchObject({ code: 'AuthoringStopped' });
    expect(chain.head.number).toBe(0);
    expect(counter(chain, 1)).toBe(100);
  });

  it('refuses: blocks with a wrong parent, number, root, or an invalid extrinsic', async () => {
    const { chain, runtime } = start();
    const proposal = chain.application.propose();
    const parent = { number: 0, hash: chain.genesisHash, state: chain.stateAt(0) };
    const check = (header: Uint8Array, extrinsics = proposal.extrinsics, at = parent): unknown => {
      const result = executeBlock(runtime, hashers, at, header, extrinsics);
      return 'bad' in result ? result.bad : 'good';
    };
    const flipped = (at: number): Uint8Array => proposal.header.map((byte, i) => (i === at ? byte ^ 1 : byte));
    expect(check(proposal.header)).toBe('good');
    expect(check(flipped(0))).toBe('Parent');
    expect(check(flipped(32 + 1))).toBe('Root');
    expect(check(proposal.header.slice(0, 40))).toBe('Header');
    expect(check(proposal.header, [...proposal.extrinsics, transaction({ account: 1, nonce: 3 })])).toBe('Extrinsic');
    expect(check(proposal.header, proposal.extrinsics, { ...parent, number: 4 })).toBe('Number');
  });
});

describe('seal modes', () => {
  it('default: an interval makes the first block nearly at once and then one at each boundary', async () => {
    const { chain, timer } = start({ seal: { kind: 'interval', ms: 250 } });
    chain.producer.start();
    await timer.advance(25);
    expect(chain.head.number).toBe(1);
    await timer.advance(975);
    expect(chain.head.number).toBe(5);
    await chain.producer.stop();
    await timer.advance(1000);
    expect(chain.head.number).toBe(5);
  });

  it('behavior: instant makes one block per transaction', async () => {
    const { chain, timer } = start({ seal: { kind: 'instant' } });
    chain.producer.start();
    for (let nonce = 0; nonce < 3; nonce++) await chain.submit(transaction({ account: 1, nonce }));
    await timer.advance(1);
    await settle();
    await timer.advance(1);
    await timer.advance(1);
    expect(chain.head.number).toBe(3);
    expect(chain.head.extrinsics).toHaveLength(2);
    chain.producer.setMode({ kind: 'manual' });
    await chain.submit(transaction({ account: 1, nonce: 3 }));
    await timer.advance(100);
    expect(chain.head.number).toBe(3);
  });

  it('default: texts of modes', () => {
    expect(['12s', '250ms', '1s', 'instant', 'manual'].map((text) => sealModeText(parseSealMode(text)!))).toEqual(['12s', '250ms', '1s', 'instant', 'manual']);
    expect(['', '12', '0s', '-1s', '1h', '99999999999s'].map(parseSealMode)).toEqual(Array(6).fill(undefined));
  });
});

describe('clock', () => {
  it('default: slots follow time and never stand still', async () => {
    const { chain, timer } = start();
    const slot = (): number => slotOf(chain.headHeader)!;
    await chain.produce();
    const first = slot();
    expect(first).toBe(timer.now() / 250);
    await chain.produce();
    expect(slot()).toBe(first + 1);
    await timer.advance(10_000);
    await chain.produce();
    expect(slot()).toBe(first + 40);
    chain.clock.setTime(2_000_000_000_000);
    await chain.produce();
    expect(slot()).toBe(8_000_000_000);
    chain.clock.increaseTime(500);
    await chain.produce();
    expect(slot()).toBe(8_000_000_002);
  });
});

describe('history', () => {
  it('default: every earlier state can be read, values, keys and roots', async () => {
    const { chain } = start();
    const values: number[] = [counter(chain, 1)];
    const roots: string[] = [decodeHeader(chain.head.header).stateRoot];
    for (let nonce = 0; nonce < 5; nonce++) {
      await chain.submit(transaction({ account: 1, nonce, argument: nonce === 2 ? 256 - 103 : 1 }));
      if (nonce === 3) await chain.submit(transaction({ account: 7, nonce: 0 }));
      await chain.produce();
      values.push(counter(chain, 1));
      roots.push(decodeHeader(chain.head.header).stateRoot);
    }
    for (let number = 0; number <= 5; number++) {
      const state = chain.stateAt(number);
      expect(counter(chain, 1, number)).toBe(values[number]);
      expect(bytesToHex(state.trie().root())).toBe(roots[number]);
      const expected = [1, 2, 7].map(counterKey).filter((key) => state.get(key) !== undefined);
      expect(state.keysWithPrefix(COUNTER_PREFIX)).toEqual(expected);
    }
    expect(chain.stateAt(3).keysWithPrefix(COUNTER_PREFIX)).toEqual([1, 2].map(counterKey));
  });
});

describe('developer controls', () => {
  it('default: a snapshot brings back state, pool, clock and head', async () => {
    const { chain } = start();
    await chain.produce();
    const waiting = transaction({ account: 2, nonce: 0 });
    await chain.submit(waiting);
    const before = chain.head.hash;
    const id = await chain.snapshot();
    await chain.amend(() => [[counterKey(9), Uint8Array.of(42)]]);
    await chain.produce();
    await chain.submit(transaction({ account: 1, nonce: 0 }));
    await chain.produce();
    chain.clock.increaseTime(1_000_000);
    const reverted: number[] = [];
    chain.events.on('reverted', ({ removed }) => reverted.push(removed.length));
    for (let round = 0; round < 2; round++) {
      expect(await chain.revert(id)).toBe(true);
      expect(chain.head.hash).toBe(before);
      expect(chain.clock.offsetMs).toBe(0);
      expect(counter(chain, 9)).toBe(0);
      expect(counter(chain, 2)).toBe(50);
      expect(chain.pool.ready().map((one) => one.hash)).toEqual([extrinsicHash(hashers, waiting)]);
      expect(decodeHeader(chain.head.header).stateRoot).toBe(bytesToHex(chain.stateAt(1).trie().root()));
      await chain.produce();
      expect(counter(chain, 2)).toBe(51);
    }
    expect(reverted).toEqual([2, 1]);
    expect(await chain.revert(77)).toBe(false);
  });

  it('behavior: a change of the state at the head is seen at once, and only from there', async () => {
    const { chain } = start();
    await chain.produce();
    await chain.produce();
    await chain.amend(() => [[counterKey(1), Uint8Array.of(7)]]);
    expect(counter(chain, 1)).toBe(7);
    expect(counter(chain, 1, 1)).toBe(100);
    await chain.produce();
    expect(counter(chain, 1)).toBe(7);
  });

  it('behavior: finality can lag behind', async () => {
    const { chain } = start();
    const finals: number[] = [];
    chain.events.on('finalized', ({ blocks }) => finals.push(...blocks.map((block) => block.number)));
    await chain.produce({ final: false });
    const second = await chain.produce({ final: false });
    expect(chain.finalized.number).toBe(0);
    expect(await chain.finalize(second)).toBe(true);
    expect(finals).toEqual([1, 2]);
    expect(await chain.finalize('00'.repeat(32))).toBe(false);
  });
});
