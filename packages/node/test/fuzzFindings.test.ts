/** What the fuzzer of `npm run fuzz` found at the doors; one test each. */

import { request } from 'node:http';
import { keyFromUri } from '@taonet/crypto';
import { startNode, type RunningNode } from '@taonet/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCounterNode, type CounterNode } from './counterNode.ts';
import { RpcClient } from './rpcClient.ts';

let node: CounterNode;
beforeAll(async () => { node = await startCounterNode(); });
afterAll(() => node.close());

const MB = 1024 * 1024;
const ACCOUNTS = '0x26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9';

function post(body: string): Promise<string> {
  return new Promise((done, fail) => {
    const ask = request({ host: '127.0.0.1', port: node.server.ports[0], method: 'POST' }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => { text += part.toString(); });
      response.on('end', () => done(text));
    });
    ask.on('error', fail);
    ask.end(body);
  });
}

const errorOf = (text: string): unknown => (JSON.parse(text) as { error?: unknown }).error;

describe('answers have an end', () => {
  it('refuses: a batch whose answers together are longer than answers may be', async () => {
    // seven million answers made a text longer than texts can be: the process ended
    const batch = `[${'0,'.repeat(7 * MB)}0]`;
    expect(errorOf(await post(batch))).toEqual({ code: -32011, message: 'The batch response was too large', data: 'Exceeded max limit of 15728640' });
    expect(node.defects).toEqual([]);
  });

  it('refuses: lists whose answer would be too long, and answers that are', async () => {
    const ask = (params: string): string => `{"jsonrpc":"2.0","id":1,"method":"chain_getBlockHash","params":[[${params}]]}`;
    expect(errorOf(await post(ask(`${'0,'.repeat(6 * MB)}0`)))).toMatchObject({ code: -32602 });
    expect(errorOf(await post(ask(`${'0,'.repeat(240_000)}0`)))).toEqual({ code: -32008, message: 'Response is too big', data: 'Exceeded max limit of 15728640' });
    expect(errorOf(await post(ask('0,'.repeat(1000) + '0')))).toBeUndefined();
  });

  it('refuses: millions of levels before they are parsed; brackets in texts do not count', async () => {
    const levels = 5 * MB;
    expect(errorOf(await post(`${'['.repeat(levels)}${']'.repeat(levels)}`))).toMatchObject({ code: -32700 });
    const text = JSON.stringify(`${'['.repeat(MB)}\\\\"${'{'.repeat(MB)}\\`);
    expect(errorOf(await post(`{"jsonrpc":"2.0","id":1,"method":"system_accountNextIndex","params":[${text}]}`))).toMatchObject({ code: -32602 });
    expect(errorOf(await post(`"${'['.repeat(MB)}`))).toMatchObject({ code: -32700 });
  });

  it('behavior: a key asked for many times is told once', async () => {
    const client = await node.connect();
    const key = `0x${'c0'.repeat(32)}01`;
    expect(await client.call('state_queryStorageAt', Array.from({ length: 20_000 }, () => key))).toMatchObject([{ changes: [[key, '0x64']] }]);
  });

  it('refuses: to follow more keys on one connection than allowed, until some are let go', async () => {
    const client = await node.connect();
    const keys = Array.from({ length: 200_000 }, (_, i) => `0x${i.toString(16).padStart(8, '0')}`);
    const id = await client.call<string>('state_subscribeStorage', keys);
    expect((await client.ask('state_subscribeStorage', [keys])).error).toMatchObject({ code: -32602 });
    expect(await client.call('state_unsubscribeStorage', id)).toBe(true);
    expect(await client.call<string>('state_subscribeStorage', keys)).not.toBe(id);
  });
});

describe('on the whole runtime', () => {
  let whole: RunningNode;
  let rpc: RpcClient;
  const defects: string[] = [];
  beforeAll(async () => {
    whole = await startNode({ preset: 'localnet', build: { fast: true, powFaucet: false }, blockTime: 'manual', port: 0 });
    whole.onDefect((where) => defects.push(where));
    rpc = await RpcClient.connect(whole.ports[0]!);
  });
  afterAll(async () => {
    rpc.close();
    await whole.close();
  });

  it('refuses: to take from an account in use what it must keep', async () => {
    const alice = keyFromUri('//Alice');
    await rpc.call('dev_setBalance', alice.ss58, '1000000000000000');
    const [key] = (await rpc.call<string[]>('state_getKeys', ACCOUNTS)).filter((one) => one.endsWith(alice.accountId));
    const info = (await rpc.call<string>('state_getStorage', key)).slice(2);
    // AccountInfo: nonce, consumers, …; one consumer makes the account needed
    await rpc.call('dev_setStorage', [[key, `0x${info.slice(0, 8)}01000000${info.slice(16)}`]]);
    expect((await rpc.ask('dev_setBalance', [alice.ss58, '0'])).error).toEqual({ code: 1, message: 'Runtime error', data: 'ConsumerRemaining' });
    expect(defects).toEqual([]);
  });

  it('refuses: what changed in block 0, which has no parent', async () => {
    const id = await rpc.call<string>('archive_v1_storageDiff', await rpc.call('chain_getBlockHash', 0), []);
    expect(await rpc.next(id)).toMatchObject({ event: 'storageDiffError' });
    expect(defects).toEqual([]);
  });
});
