/** What the fuzzer of `npm run fuzz` found at the doors; one test each. */

import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCounterNode, type CounterNode } from './counterNode.ts';

let node: CounterNode;
beforeAll(async () => { node = await startCounterNode(); });
afterAll(() => node.close());

const MB = 1024 * 1024;

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
