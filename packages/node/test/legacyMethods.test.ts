import { bytesToHex } from '@taonet/primitives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counterKey, COUNTER_PREFIX, OPERATION, transaction, type CounterTransaction } from '../../chain/test/counterRuntime.ts';
import { startCounterNode, type CounterNode } from './counterNode.ts';
import type { RpcClient } from './rpcClient.ts';

let node: CounterNode;
let rpc: RpcClient;
beforeAll(async () => {
  node = await startCounterNode();
  rpc = await node.connect();
});
afterAll(() => node.close());

const signed = (one: CounterTransaction): string => `0x${bytesToHex(transaction(one))}`;
const key = (account: number): string => `0x${counterKey(account)}`;

interface HeaderJson { readonly number: string; readonly parentHash: string; readonly digest: { readonly logs: string[] } }

describe('chain', () => {
  it('default: heads, blocks and hashes', async () => {
    const genesis = await rpc.call<string>('chain_getBlockHash', 0);
    const { hash } = await rpc.call<{ hash: string }>('engine_createBlock', true, true);
    expect(await rpc.call('chain_getHead')).toBe(hash);
    expect(await rpc.call('chain_getFinalisedHead')).toBe(hash);
    expect(await rpc.call('chain_getBlockHash', [0, '0x1', 99, null])).toEqual([genesis, hash, null, hash]);
    const header = await rpc.call<HeaderJson>('chain_getHeader');
    expect(header).toMatchObject({ number: '0x1', parentHash: genesis, digest: { logs: [expect.stringMatching(/^0x066175726120/)] } });
    const { block } = await rpc.call<{ block: { header: HeaderJson; extrinsics: string[] } }>('chain_getBlock', hash);
    expect(block.header).toEqual(header);
    expect(block.extrinsics).toHaveLength(1);
    expect(await rpc.call('chain_getBlock', `0x${'11'.repeat(32)}`)).toBeNull();
    expect(await rpc.call('chain_getHeader', genesis.slice(2))).toMatchObject({ number: '0x0' });
  });

  it('default: subscriptions to heads, by every name', async () => {
    for (const [subscribe, unsubscribe] of [
      ['chain_subscribeNewHeads', 'chain_unsubscribeNewHead'], ['chain_subscribeNewHead', 'unsubscribe_newHead'], ['subscribe_newHead', 'chain_unsubscribeNewHeads'],
      ['chain_subscribeAllHeads', 'chain_unsubscribeAllHeads'], ['chain_subscribeFinalizedHeads', 'chain_unsubscribeFinalisedHeads'], ['chain_subscribeFinalisedHeads', 'chain_unsubscribeFinalizedHeads'],
    ] as const) {
      const id = await rpc.call<string>(subscribe);
      const now = await rpc.next<HeaderJson>(id);
      expect(Number(now.number)).toBe(node.chain.head.number);
      await rpc.call('engine_createBlock', true, true);
      expect(Number((await rpc.next<HeaderJson>(id)).number)).toBe(Number(now.number) + 1);
      expect(await rpc.call(unsubscribe, id)).toBe(true);
      expect(await rpc.call(unsubscribe, id)).toBe(false);
      await rpc.call('engine_createBlock', true, true);
      expect(rpc.unread(id)).toBe(0);
    }
  });

  it('behavior: finality by request', async () => {
    const id = await rpc.call<string>('chain_subscribeFinalizedHeads');
    await rpc.next(id);
    const { hash } = await rpc.call<{ hash: string }>('engine_createBlock', true, false);
    expect(await rpc.call('chain_getFinalizedHead')).not.toBe(hash);
    expect(await rpc.call('engine_finalizeBlock', hash)).toBe(true);
    expect(await rpc.call('chain_getFinalizedHead')).toBe(hash);
    expect(Number((await rpc.next<HeaderJson>(id)).number)).toBe(node.chain.head.number);
    await expect(rpc.call('engine_createBlock', false, true)).rejects.toThrow('12000');
    await expect(rpc.call('engine_createBlock', true, true, `0x${'22'.repeat(32)}`)).rejects.toThrow('13000');
    await expect(rpc.call('engine_finalizeBlock', `0x${'22'.repeat(32)}`)).rejects.toThrow('13000');
  });
});

describe('state', () => {
  it('default: values, now and then, by all names and ways of writing hex', async () => {
    const before = await rpc.call<string>('chain_getHead');
    await rpc.call('author_submitExtrinsic', signed({ account: 1, nonce: 0, argument: 5 }));
    await rpc.call('engine_createBlock', true, true);
    expect(await rpc.call('state_getStorage', key(1))).toBe('0x69');
    expect(await rpc.call('state_getStorageAt', counterKey(1), before)).toBe('0x64');
    expect(await rpc.call('state_getStorageAt', counterKey(1).toUpperCase(), null)).toBe('0x69');
    expect(await rpc.call('state_getStorage', key(99))).toBeNull();
    expect(await rpc.call('state_getStorageSize', key(1))).toBe(1);
    expect(await rpc.call('state_getStorageHash', key(1))).toMatch(/^0x[0-9a-f]{64}$/);
    expect(await rpc.call('state_getStorage', '0x3a636f6465')).toBe('0x010203');
    expect(await rpc.call('state_queryStorageAt', [key(1), key(99)])).toEqual([{ block: await rpc.call('chain_getHead'), changes: [[key(1), '0x69'], [key(99), null]] }]);
    expect(await rpc.call('state_queryStorageAt', [key(1)], before)).toEqual([{ block: before, changes: [[key(1), '0x64']] }]);
    expect((await rpc.call<unknown[]>('state_queryStorage', [key(1)], before)).length).toBe(2);
  });

  it('default: pages of keys, strictly behind the start key, in byte order', async () => {
    const prefix = `0x${COUNTER_PREFIX}`;
    expect(await rpc.call('state_getKeysPaged', prefix, 1, prefix)).toEqual([key(1)]);
    expect(await rpc.call('state_getKeysPaged', prefix, 10, key(1), null)).toEqual([key(2)]);
    expect(await rpc.call('state_getKeys', prefix)).toEqual([key(1), key(2)]);
    expect((await rpc.call<string[]>('state_getKeysPaged', null, 1000)).includes('0x3a636f6465')).toBe(true);
    await expect(rpc.call('state_getKeysPaged', prefix, 1001)).rejects.toThrow('4002 count exceeds maximum value. value: 1001, max: 1000');
    expect(await rpc.call('state_getPairs', key(2))).toEqual([[key(2), '0x32']]);
  });

  it('default: runtime calls with and without 0x; texts of failures that clients compare', async () => {
    expect(await rpc.call('state_call', 'Counter_get', '02')).toBe('0x32');
    expect(await rpc.call('state_callAt', 'Counter_get', '0x02', null)).toBe('0x32');
    await expect(rpc.call('state_call', 'Counter_get', '')).rejects.toThrow(/^4003 Client error: Execution failed/);
    const { error } = await rpc.ask('state_call', ['Metadata_metadata_at_version', '0x0f000000']);
    expect(error).toEqual({ code: 4003, message: 'Client error: Execution failed: Other: Exported method Metadata_metadata_at_version is not found' });
    await expect(rpc.call('state_call', 'Counter_get', '02', `0x${'33'.repeat(32)}`)).rejects.toThrow(/4003 Client error: UnknownBlock/);
    expect(await rpc.call('state_getMetadata')).toBe('0x6d6574610e');
    expect(await rpc.call('chain_getRuntimeVersion')).toMatchObject({ specName: 'counter', specVersion: 7, apis: [['0x37e397fc7c91f5e4', 2]] });
  });

  it('default: a storage subscription tells all keys first, then what changes', async () => {
    const id = await rpc.call<string>('state_subscribeStorage', [key(1), key(5)]);
    expect(await rpc.next(id)).toMatchObject({ changes: [[key(1), '0x69'], [key(5), null]] });
    await rpc.call('engine_createBlock', true, true);
    await rpc.call('author_submitExtrinsic', signed({ account: 5, nonce: 0 }));
    await rpc.call('engine_createBlock', true, true);
    expect(await rpc.next(id)).toEqual({ block: await rpc.call('chain_getHead'), changes: [[key(5), '0x01']] });
    await rpc.call('dev_setStorage', [[key(1), '0x07']]);
    expect(await rpc.next(id)).toMatchObject({ changes: [[key(1), '0x07']] });
    expect(await rpc.call('state_unsubscribeStorage', id)).toBe(true);
  });

  it('default: read proofs hold the nodes on the way', async () => {
    const { proof } = await rpc.call<{ proof: string[] }>('state_getReadProof', [key(1)]);
    expect(proof.length).toBeGreaterThan(1);
  });
});

describe('author', () => {
  it('default: what happens to a watched transaction', async () => {
    const id = await rpc.call<string>('author_submitAndWatchExtrinsic', signed({ account: 10, nonce: 0 }));
    expect(await rpc.next(id)).toBe('ready');
    expect(await rpc.call('author_pendingExtrinsics')).toEqual([signed({ account: 10, nonce: 0 })]);
    expect(await rpc.call('system_accountNextIndex', `0x${'0a'}${'00'.repeat(31)}`)).toBe(0);
    const { hash } = await rpc.call<{ hash: string }>('engine_createBlock', true, true);
    expect(await rpc.next(id)).toEqual({ inBlock: hash });
    expect(await rpc.next(id)).toEqual({ finalized: hash });
    expect(await rpc.call('author_unwatchExtrinsic', id)).toBe(false);
  });

  it('refuses: with upstream\'s codes and texts', async () => {
    const error = async (one: string): Promise<unknown> => (await rpc.ask('author_submitExtrinsic', [one])).error;
    expect(await error(signed({ account: 20, nonce: 0, operation: OPERATION.invalid, argument: 99 }))).toEqual({ code: 1010, message: 'Invalid Transaction', data: 'Custom error: 6' });
    expect(await error(signed({ account: 20, nonce: 0, operation: OPERATION.invalid, argument: 99 }))).toEqual({ code: 1012, message: 'Transaction is temporarily banned' });
    expect(await error(signed({ account: 1, nonce: 0, argument: 8 }))).toEqual({ code: 1010, message: 'Invalid Transaction', data: 'Transaction is outdated' });
    expect(await error(signed({ account: 20, nonce: 0, operation: OPERATION.unknown }))).toMatchObject({ code: 1011, data: 'CannotLookup' });
    await rpc.call('author_submitExtrinsic', signed({ account: 21, nonce: 0, priority: 4 }));
    expect(await error(signed({ account: 21, nonce: 0, priority: 4 }))).toMatchObject({ code: 1013 });
    expect(await error(signed({ account: 21, nonce: 0, argument: 2, priority: 4 }))).toMatchObject({ code: 1014, message: 'Priority is too low: (4 vs 4)' });
    expect(await error('0x0500')).toMatchObject({ code: 1001 });
    expect(await error('0x0c010203')).toMatchObject({ code: 1002 });
    expect(await error('0xzz')).toMatchObject({ code: -32602 });
    const watched = await rpc.ask('author_submitAndWatchExtrinsic', [signed({ account: 1, nonce: 0, argument: 9 })]);
    expect(watched.error).toMatchObject({ code: 1010 });
    expect((await rpc.call<string[]>('author_removeExtrinsic', [{ extrinsic: signed({ account: 21, nonce: 0, priority: 4 }) }])).length).toBe(1);
  });
});

describe('system', () => {
  it('default: rpc_methods is true: each name it lists is known, aliases included', async () => {
    const { methods } = await rpc.call<{ methods: string[] }>('rpc_methods');
    for (const name of ['chain_getHead', 'chain_getFinalisedHead', 'state_getStorageAt', 'state_callAt', 'account_nextIndex', 'chain_subscribeNewHead', 'chain_unsubscribeNewHead', 'chain_getRuntimeVersion']) {
      expect(methods).toContain(name);
    }
    expect(new Set(methods).size).toBe(methods.length);
    for (const name of methods) {
      const { error } = await rpc.ask(name, [{ not: 'good' }]);
      expect(`${name} ${error?.code}`).not.toBe(`${name} -32601`);
    }
    expect(node.defects).toEqual([]);
  });

  it('default: names, properties, health', async () => {
    expect(await rpc.call('system_chain')).toBe('Counter');
    expect(await rpc.call('system_properties')).toEqual({ ss58Format: 42, tokenDecimals: 9, tokenSymbol: 'TAO' });
    expect(await rpc.call('system_health')).toEqual({ peers: 0, isSyncing: false, shouldHavePeers: false });
    expect(await rpc.call('system_dryRun', signed({ account: 30, nonce: 0 }))).toBe('0x0000');
  });
});
