import { bytesToHex } from '@taonet/primitives';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OPERATION, transaction, type CounterTransaction } from '../../chain/test/counterRuntime.ts';
import { settle } from '../../chain/test/virtualTimer.ts';
import { MAX_BROADCASTS } from '../src/rpc/chainHead/broadcast.ts';
import { startCounterNode, type CounterNode } from './counterNode.ts';
import type { RpcClient } from './rpcClient.ts';

let node: CounterNode;
let rpc: RpcClient;
beforeEach(async () => {
  node = await startCounterNode();
  rpc = await node.connect();
});
afterEach(async () => {
  expect(node.defects).toEqual([]);
  await node.close();
});

const signed = (one: CounterTransaction): string => `0x${bytesToHex(transaction(one))}`;
const block = async (final = true): Promise<string> => {
  const hash = await node.chain.produce({ final });
  await settle();
  return `0x${hash}`;
};
const taken = (): number => node.chain.head.extrinsics.length - 1;
const broadcast = (one: CounterTransaction): Promise<string> => rpc.call('transaction_v1_broadcast', signed(one));
const watch = (one: CounterTransaction): Promise<string> => rpc.call('transactionWatch_v1_submitAndWatch', signed(one));

describe('transaction_v1_broadcast', () => {
  it('default: the transaction comes into a block; the operation can be stopped before and after', async () => {
    const id = await broadcast({ account: 1, nonce: 0 });
    await block();
    expect(taken()).toBe(1);
    expect(await rpc.call('transaction_v1_stop', id)).toBeNull();
    await expect(rpc.call('transaction_v1_stop', id)).rejects.toThrow('-32602');
    const stopped = await broadcast({ account: 1, nonce: 1 });
    expect(await rpc.call('transaction_v1_stop', stopped)).toBeNull();
    await block();
    expect(taken()).toBe(1);
  });

  it('behavior: what leaves the pool is handed in again after the next block', async () => {
    const id = await broadcast({ account: 1, nonce: 0 });
    const snapshot = await node.chain.snapshot();
    await block(false);
    expect(taken()).toBe(1);
    await node.chain.revert(snapshot);
    node.chain.pool.restore([]);
    expect(node.chain.pool.readyCount).toBe(0);
    await block();
    expect(node.chain.pool.readyCount).toBe(1);
    await block();
    expect(taken()).toBe(1);
    await rpc.call('transaction_v1_stop', id);
  });

  it('behavior: ends when it is stopped, when another one takes its place, and with the connection', async () => {
    const id = await broadcast({ account: 1, nonce: 0 });
    await broadcast({ account: 2, nonce: 0 });
    const other = await node.connect();
    await other.call('transaction_v1_broadcast', signed({ account: 3, nonce: 0 }));
    await rpc.call('transaction_v1_stop', id);
    await rpc.call('author_submitExtrinsic', signed({ account: 2, nonce: 0, priority: 9 }));
    other.close();
    await other.closed();
    await settle();
    node.chain.pool.restore([]);
    await block();
    expect(node.chain.pool.readyCount).toBe(0);
  });

  it('error: bytes that are no extrinsic, more than a connection may have', async () => {
    expect(await rpc.call('transaction_v1_broadcast', '0x00')).toMatch(/^\w+$/);
    await settle();
    for (let i = 0; i < MAX_BROADCASTS; i++) expect(await broadcast({ account: i, nonce: 0 })).not.toBeNull();
    expect(await broadcast({ account: 200, nonce: 0 })).toBeNull();
    await expect(rpc.call('transaction_v1_broadcast', 'zz')).rejects.toThrow('-32602');
  });
});

describe('transactionWatch_v1_submitAndWatch', () => {
  it('default: validated, in a block, final; then no more', async () => {
    const id = await watch({ account: 1, nonce: 0 });
    expect(await rpc.next(id)).toEqual({ event: 'validated' });
    const hash = await block(false);
    expect(await rpc.next(id)).toEqual({ event: 'bestChainBlockIncluded', block: { hash, index: 1 } });
    await node.chain.finalize(hash.slice(2));
    expect(await rpc.next(id)).toEqual({ event: 'finalized', block: { hash, index: 1 } });
    expect(await rpc.call('transactionWatch_v1_unwatch', id)).toBeNull();
  });

  it('behavior: a block that is undone', async () => {
    const snapshot = await node.chain.snapshot();
    const id = await watch({ account: 1, nonce: 0 });
    await rpc.next(id);
    await block(false);
    await rpc.next(id);
    await node.chain.revert(snapshot);
    expect(await rpc.next(id)).toEqual({ event: 'bestChainBlockIncluded', block: null });
  });

  it('behavior: replaced, removed, unwatched', async () => {
    const replaced = await watch({ account: 1, nonce: 0 });
    const removed = await watch({ account: 2, nonce: 0 });
    const unwatched = await watch({ account: 3, nonce: 0 });
    for (const id of [replaced, removed, unwatched]) await rpc.next(id);
    await rpc.call('transactionWatch_v1_unwatch', unwatched);
    await watch({ account: 1, nonce: 0, priority: 5 });
    expect(await rpc.next(replaced)).toMatchObject({ event: 'invalid' });
    await rpc.call('author_removeExtrinsic', [{ extrinsic: signed({ account: 2, nonce: 0 }) }]);
    expect(await rpc.next(removed)).toMatchObject({ event: 'dropped' });
    await block();
    await rpc.call('chainSpec_v1_chainName');
    expect(rpc.unread(unwatched)).toBe(0);
  });

  it('error: a refusal is the only event', async () => {
    await block();
    for (const [bytes, error] of [
      ['0x00', 'not an extrinsic'],
      [signed({ account: 1, nonce: 0, operation: OPERATION.unknown }), 'CannotLookup'],
      [signed({ account: 1, nonce: 0, operation: OPERATION.invalid, argument: 99 }), 'Custom error: 6'],
      [signed({ account: 1, nonce: 0, operation: OPERATION.invalid, argument: 99 }), 'a short time ago'],
    ] as const) {
      const id = await rpc.call<string>('transactionWatch_v1_submitAndWatch', bytes);
      expect(await rpc.next(id)).toEqual({ event: 'invalid', error: expect.stringContaining(error) as string });
    }
  });
});
