import { bytesToHex } from '@taonet/primitives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUNTER_PREFIX, counterKey, NONCE_PREFIX, TIME_KEY, transaction } from '../../chain/test/counterRuntime.ts';
import { startCounterNode, type CounterNode } from './counterNode.ts';
import type { RpcClient } from './rpcClient.ts';

let node: CounterNode;
let rpc: RpcClient;
let hashes: string[];
beforeAll(async () => {
  node = await startCounterNode();
  rpc = await node.connect();
  for (const add of [
    transaction({ account: 1, nonce: 0, argument: 5 }), transaction({ account: 2, nonce: 0, argument: 206 }), transaction({ account: 3, nonce: 0, argument: 9 }),
  ]) {
    await node.chain.submit(add);
    await node.chain.produce({ final: add[1] !== 3 });
  }
  hashes = [0, 1, 2, 3].map((number) => `0x${node.chain.blockAt(number)!.hash}`);
});
afterAll(async () => {
  expect(node.defects).toEqual([]);
  await node.close();
});

const hexed = (text: string): string => `0x${text}`;
const NOWHERE = hexed('11'.repeat(32));

async function all(method: string, ...params: unknown[]): Promise<unknown[]> {
  const id = await rpc.call<string>(method, ...params);
  const events: unknown[] = [];
  for (;;) {
    const event = await rpc.next<{ event: string }>(id);
    events.push(event);
    if (/Done$|Error$/.test(event.event)) return events;
  }
}

describe('archive_v1', () => {
  it('default: blocks by number and hash', async () => {
    expect(await rpc.call('archive_v1_genesisHash')).toBe(hashes[0]);
    expect(await rpc.call('archive_v1_finalizedHeight')).toBe(2);
    expect(await rpc.call('archive_v1_hashByHeight', 3)).toEqual([hashes[3]]);
    expect(await rpc.call('archive_v1_hashByHeight', 4)).toEqual([]);
    expect(await rpc.call('archive_v1_header', hashes[1])).toBe(hexed(bytesToHex(node.chain.blockAt(1)!.header)));
    expect(await rpc.call('archive_v1_body', hashes[1])).toEqual(node.chain.blockAt(1)!.extrinsics.map((one) => hexed(bytesToHex(one))));
    expect(await rpc.call('archive_v1_body', hashes[0])).toEqual([]);
    for (const method of ['header', 'body']) expect(await rpc.call(`archive_v1_${method}`, NOWHERE)).toBeNull();
  });

  it('default: runtime calls on old blocks', async () => {
    expect(await rpc.call('archive_v1_call', hashes[0], 'Counter_get', '0x01')).toEqual({ success: true, value: '0x64' });
    expect(await rpc.call('archive_v1_call', hashes[3], 'Counter_get', '0x01')).toEqual({ success: true, value: '0x69' });
    expect(await rpc.call('archive_v1_call', hashes[3], 'Counter_trap', '0x')).toEqual({ success: false, error: expect.stringContaining('as asked') as string });
    expect(await rpc.call('archive_v1_call', NOWHERE, 'Counter_get', '0x01')).toBeNull();
  });
});

describe('archive_v1_storage', () => {
  const key = (account: number): string => hexed(counterKey(account));

  it('default: one event for each key found, then the end', async () => {
    const items = [{ key: key(1), type: 'value' }, { key: key(3), type: 'value' }, { key: hexed(COUNTER_PREFIX), type: 'descendantsValues' }];
    expect(await all('archive_v1_storage', hashes[0], items, null)).toEqual([
      { event: 'storage', key: key(1), value: '0x64' }, { event: 'storage', key: key(1), value: '0x64' }, { event: 'storage', key: key(2), value: '0x32' }, { event: 'storageDone' },
    ]);
    expect(await all('archive_v1_storage', hashes[3], [{ key: hexed(COUNTER_PREFIX), type: 'descendantsValues', paginationStartKey: key(1) }])).toEqual([
      { event: 'storage', key: key(3), value: '0x09' }, { event: 'storageDone' },
    ]);
    expect(await all('archive_v1_storage', hashes[0], [], '0xaa')).toEqual([{ event: 'storageDone' }]);
    expect(await all('archive_v1_storage', NOWHERE, items)).toEqual([{ event: 'storageError', error: expect.any(String) as string }]);
  });

  it('behavior: much comes whole and in order, unless it is stopped', async () => {
    const keys = Array.from({ length: 1500 }, (_one, i) => `dd${i.toString(16).padStart(4, '0')}`);
    await node.chain.amend(() => keys.map((one) => [one, Uint8Array.of(1)]));
    const items = [{ key: '0xdd', type: 'descendantsHashes' }];
    const events = await all('archive_v1_storage', hashes[3], items) as { key?: string }[];
    expect(events.slice(0, -1).map((one) => one.key)).toEqual(keys.map(hexed));
    // in one batch: it is stopped before its second slice
    const [started] = JSON.parse(await rpc.raw(JSON.stringify([
      { jsonrpc: '2.0', id: 'a', method: 'archive_v1_storage', params: [hashes[3], items] },
    ]))) as { result: string }[];
    expect(await rpc.call('archive_v1_stopStorage', started!.result)).toBeNull();
    const before = rpc.unread(started!.result);
    await rpc.call('chainSpec_v1_chainName');
    expect(rpc.unread(started!.result)).toBe(before);
    await node.chain.amend(() => keys.map((one) => [one, null]));
  });
});

describe('archive_v1_storageDiff', () => {
  it('default: what one block changed', async () => {
    const events = await all('archive_v1_storageDiff', hashes[2], [{ key: hexed(COUNTER_PREFIX), returnType: 'value' }, { key: hexed(NONCE_PREFIX), returnType: 'hash' }]);
    expect(events).toEqual([
      { event: 'storageDiff', key: hexed(`${NONCE_PREFIX}02`), hash: hexed(bytesToHex(node.chain.hashers.blake2b256(Uint8Array.of(1)))), type: 'added' },
      { event: 'storageDiff', key: hexed(counterKey(2)), value: '0x32', type: 'deleted' },
      { event: 'storageDiffDone' },
    ]);
  });

  it('behavior: over several blocks, all keys', async () => {
    const events = await all('archive_v1_storageDiff', hashes[3], [{ returnType: 'value' }], hashes[0]) as { key?: string; type?: string }[];
    expect(events.slice(0, -1).map(({ key, type }) => [key!.slice(2), type])).toEqual([
      [`${NONCE_PREFIX}01`, 'added'], [`${NONCE_PREFIX}02`, 'added'], [`${NONCE_PREFIX}03`, 'added'], [TIME_KEY, 'added'],
      [counterKey(1), 'modified'], [counterKey(2), 'deleted'], [counterKey(3), 'added'],
    ]);
    expect(await all('archive_v1_storageDiff', hashes[3], [{ returnType: 'value' }], hashes[3])).toEqual([{ event: 'storageDiffDone' }]);
  });

  it('error: no such block, no ancestor', async () => {
    for (const [to, from] of [[NOWHERE, null], [hashes[1], NOWHERE], [hashes[1], hashes[2]], [hashes[0], null]]) {
      expect(await all('archive_v1_storageDiff', to, [{ returnType: 'value' }], from)).toEqual([{ event: 'storageDiffError', error: expect.any(String) as string }]);
    }
  });
});
