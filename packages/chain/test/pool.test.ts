import { createHashers } from '@taonet/crypto';
import { type Hashers } from '@taonet/primitives';
import { beforeAll, describe, expect, it } from 'vitest';
import { Chain, extrinsicHash, MemoryStore, type PoolLimits } from '../src/index.ts';
import { CounterRuntime, OPERATION, transaction } from './counterRuntime.ts';
import { VirtualTimer } from './virtualTimer.ts';

let hashers: Hashers;
beforeAll(async () => { hashers = await createHashers(); });

function start(poolLimits?: PoolLimits): { chain: Chain; timer: VirtualTimer } {
  const timer = new VirtualTimer();
  const chain = new Chain({
    runtime: new CounterRuntime(hashers), hashers, store: new MemoryStore(), timer, seal: { kind: 'manual' },
    ...(poolLimits === undefined ? {} : { poolLimits }),
  });
  return { chain, timer };
}

function watched(chain: Chain, extrinsic: Uint8Array): string[] {
  const seen: string[] = [];
  chain.pool.watch(extrinsicHash(hashers, extrinsic), (event) => seen.push(event.type === 'usurped' ? `usurped by ${event.by.slice(0, 4)}` : event.type));
  return seen;
}

const nonces = (chain: Chain): number[] => chain.head.extrinsics.slice(1).map((one) => one[2]!);

describe('order', () => {
  it('default: nonces in order whatever the order of arrival', async () => {
    const { chain } = start();
    const late = transaction({ account: 1, nonce: 2 });
    const events = watched(chain, late);
    await chain.submit(late);
    await chain.submit(transaction({ account: 1, nonce: 1 }));
    expect([chain.pool.readyCount, chain.pool.futureCount]).toEqual([0, 2]);
    await chain.submit(transaction({ account: 1, nonce: 0 }));
    expect([chain.pool.readyCount, chain.pool.futureCount]).toEqual([3, 0]);
    await chain.produce();
    expect(nonces(chain)).toEqual([0, 1, 2]);
    expect(events).toEqual(['future', 'ready', 'inBlock', 'finalized']);
  });

  it('behavior: higher priority first, then the earlier one; dependants after what they need', async () => {
    const { chain } = start();
    await chain.submit(transaction({ account: 1, nonce: 0, priority: 1 }));
    await chain.submit(transaction({ account: 1, nonce: 1, priority: 9 }));
    await chain.submit(transaction({ account: 2, nonce: 0, priority: 5 }));
    await chain.submit(transaction({ account: 3, nonce: 0, priority: 5 }));
    await chain.produce();
    expect(chain.head.extrinsics.slice(1).map((one) => `${one[1]}/${one[2]}`)).toEqual(['2/0', '3/0', '1/0', '1/1']);
  });

  it('behavior: a follower that comes just after the block of its predecessor is ready', async () => {
    const { chain } = start();
    await chain.submit(transaction({ account: 1, nonce: 0 }));
    await chain.submit(transaction({ account: 1, nonce: 1 }));
    await chain.produce({ maxTransactions: 1 });
    expect(chain.pool.readyCount).toBe(1);
    await chain.produce();
    expect(nonces(chain)).toEqual([1]);
  });
});

describe('refusals', () => {
  it('refuses: what is no extrinsic, is invalid, unknown, known, banned', async () => {
    const { chain, timer } = start();
    expect(await chain.submit(Uint8Array.of(1, 2, 3))).toEqual({ refused: { kind: 'Undecodable' } });
    const custom = transaction({ account: 1, nonce: 0, operation: OPERATION.invalid, argument: 99 });
    expect(await chain.submit(custom)).toEqual({ refused: { kind: 'Invalid', error: { custom: 6 } } });
    expect(await chain.submit(custom)).toEqual({ refused: { kind: 'TemporarilyBanned' } });
    await timer.advance(30 * 60 * 1000);
    expect(await chain.submit(custom)).toEqual({ refused: { kind: 'Invalid', error: { custom: 6 } } });
    expect(await chain.submit(transaction({ account: 1, nonce: 0, operation: OPERATION.unknown }))).toEqual({ refused: { kind: 'Unknown', error: 'CannotLookup' } });
    const good = transaction({ account: 1, nonce: 0 });
    await chain.submit(good);
    expect(await chain.submit(good)).toEqual({ refused: { kind: 'AlreadyImported', hash: extrinsicHash(hashers, good) } });
    await chain.produce();
    const stale = transaction({ account: 1, nonce: 0, argument: 2 });
    expect(await chain.submit(stale)).toEqual({ refused: { kind: 'Invalid', error: 'Stale' } });
  });

  it('behavior: the same nonce is replaced by a higher priority only', async () => {
    const { chain } = start();
    const first = transaction({ account: 1, nonce: 0, priority: 5 });
    const events = watched(chain, first);
    await chain.submit(first);
    expect(await chain.submit(transaction({ account: 1, nonce: 0, argument: 9, priority: 5 }))).toEqual({ refused: { kind: 'TooLowPriority', old: 5n, new: 5n } });
    const better = transaction({ account: 1, nonce: 0, argument: 9, priority: 6 });
    expect(await chain.submit(better)).toEqual({ ok: extrinsicHash(hashers, better) });
    expect(events).toEqual(['ready', `usurped by ${extrinsicHash(hashers, better).slice(0, 4)}`]);
    expect(chain.pool.readyCount).toBe(1);
  });

  it('behavior: a full pool drops the lowest priority, then the oldest, with what depends on it', async () => {
    const { chain } = start({ readyCount: 2, readyBytes: 1000, futureCount: 1, futureBytes: 1000 });
    const oldest = transaction({ account: 1, nonce: 0, priority: 5 });
    const events = watched(chain, oldest);
    await chain.submit(oldest);
    await chain.submit(transaction({ account: 2, nonce: 0, priority: 5 }));
    expect(await chain.submit(transaction({ account: 3, nonce: 0, priority: 1 }))).toEqual({ refused: { kind: 'ImmediatelyDropped' } });
    expect('ok' in await chain.submit(transaction({ account: 4, nonce: 0, priority: 5 }))).toBe(true);
    expect(events).toEqual(['ready', 'dropped']);
    await chain.submit(transaction({ account: 5, nonce: 3 }));
    await chain.submit(transaction({ account: 6, nonce: 3 }));
    expect(chain.pool.future().map((one) => one.extrinsic[1])).toEqual([6]);
  });
});

describe('after a block', () => {
  it('behavior: a mortal transaction that was not included dies', async () => {
    const { chain } = start();
    const mortal = transaction({ account: 1, nonce: 5, operation: OPERATION.mortal, argument: 2 });
    const events = watched(chain, mortal);
    await chain.submit(mortal);
    for (let block = 0; block < 4; block++) await chain.produce({ empty: true });
    // each check of a future one renews what the runtime says of it, so it is kept as long as the runtime does
    expect(events).toEqual(['future']);
    const ready = transaction({ account: 2, nonce: 0, operation: OPERATION.mortal, argument: 2 });
    const readyEvents = watched(chain, ready);
    await chain.submit(ready);
    for (let block = 0; block < 4; block++) await chain.produce({ empty: true });
    expect(readyEvents).toEqual(['ready', 'invalid']);
  });

  it('behavior: transactions that became stale in another way leave', async () => {
    const { chain } = start();
    const waiting = transaction({ account: 1, nonce: 0, argument: 3 });
    const events = watched(chain, waiting);
    await chain.submit(waiting);
    await chain.amend(() => [['a0'.repeat(32) + '01', Uint8Array.of(4)]]);
    for (let block = 0; block < 9; block++) await chain.produce({ empty: true });
    expect(events).toEqual(['ready', 'invalid']);
    expect(chain.pool.readyCount).toBe(0);
  });
});
