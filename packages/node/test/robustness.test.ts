import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '../../chain/test/counterRuntime.ts';
import { startRpcServer } from '../src/rpc/server/rpcServer.ts';
import { startCounterNode, type CounterNode } from './counterNode.ts';
import { RpcClient } from './rpcClient.ts';

let node: CounterNode;
beforeAll(async () => { node = await startCounterNode(); });
afterAll(() => node.close());

interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

function post(body: string | Buffer, headers: Record<string, string> = {}, method = 'POST', path = '/', host = '127.0.0.1'): Promise<HttpAnswer> {
  return new Promise((done, fail) => {
    const ask = request({ host, port: node.server.ports[0], method, path, headers: { 'content-type': 'application/json', ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done({ status: response.statusCode!, body: Buffer.concat(parts).toString(), headers: response.headers }));
    });
    ask.on('error', fail);
    ask.end(body);
  });
}

const health = '{"jsonrpc":"2.0","id":"a","method":"system_health"}';
const codes = (body: string): unknown => {
  const answer = JSON.parse(body) as { error?: { code: number } } | { error?: { code: number } }[];
  return Array.isArray(answer) ? answer.map((one) => one.error?.code ?? 0) : (answer.error?.code ?? 0);
};

describe('HTTP', () => {
  it('default: single requests, batches, string and null ids, named parameters', async () => {
    expect(JSON.parse((await post(health)).body)).toEqual({ jsonrpc: '2.0', id: 'a', result: { peers: 0, isSyncing: false, shouldHavePeers: false } });
    expect(JSON.parse((await post(health.replace('"a"', 'null'))).body)).toMatchObject({ id: null });
    const batch = await post(`[${health},{"jsonrpc":"2.0","id":2,"method":"nope"},{"jsonrpc":"2.0","method":"system_health"},1]`);
    expect(codes(batch.body)).toEqual([0, -32601, -32600]);
    const named = { jsonrpc: '2.0', id: 1, method: 'state_getKeysPaged', params: { prefix: '0x', count: 1, start_key: null } };
    expect(codes((await post(JSON.stringify(named))).body)).toBe(0);
    expect((await post('{"jsonrpc":"2.0","method":"system_health"}')).body).toBe('');
  });

  it('default: on IPv6 too, and a page for load balancers', async () => {
    expect((await post(health, {}, 'POST', '/', '::1')).status).toBe(200);
    expect(JSON.parse((await post('', {}, 'GET', '/health')).body)).toMatchObject({ isSyncing: false });
    expect((await post('', {}, 'GET', '/')).status).toBe(405);
  });

  it.each([
    ['bad JSON', '{', -32700],
    ['no JSON at all', '\u0000\u0001', -32700],
    ['an empty text', '', -32700],
    ['an empty batch', '[]', -32600],
    ['a number', '7', -32600],
    ['no version', '{"id":1,"method":"system_health"}', -32600],
    ['an object as id', '{"jsonrpc":"2.0","id":{},"method":"system_health"}', -32600],
    ['a method that is no text', '{"jsonrpc":"2.0","id":1,"method":7}', -32600],
    ['an unknown method', '{"jsonrpc":"2.0","id":1,"method":"toString"}', -32601],
    ['a prototype\'s name', '{"jsonrpc":"2.0","id":1,"method":"__proto__"}', -32601],
    ['params that are a text', '{"jsonrpc":"2.0","id":1,"method":"chain_getBlock","params":"x"}', -32602],
    ['bad hex', '{"jsonrpc":"2.0","id":1,"method":"chain_getBlock","params":["0xzz"]}', -32602],
    ['odd hex', '{"jsonrpc":"2.0","id":1,"method":"state_getStorage","params":["0x123"]}', -32602],
    ['a wrong type', '{"jsonrpc":"2.0","id":1,"method":"state_getStorage","params":[5]}', -32602],
    ['a missing parameter', '{"jsonrpc":"2.0","id":1,"method":"state_getStorage"}', -32602],
    ['a fraction', '{"jsonrpc":"2.0","id":1,"method":"state_getKeysPaged","params":["0x",1.5]}', -32602],
    ['a negative number', '{"jsonrpc":"2.0","id":1,"method":"chain_getBlockHash","params":[-1]}', -32602],
    ['a number beyond all', '{"jsonrpc":"2.0","id":1,"method":"chain_getBlockHash","params":[1e308]}', -32602],
    ['a subscription over HTTP', '{"jsonrpc":"2.0","id":1,"method":"chain_subscribeNewHeads"}', -32601],
    ['deep nesting', `{"jsonrpc":"2.0","id":1,"method":"state_getStorage","params":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, -32602],
    ['deep nesting as id', `{"jsonrpc":"2.0","id":${'['.repeat(100_000)}${']'.repeat(100_000)},"method":"x"}`, -32600],
    ['a deep request', '['.repeat(50_000) + ']'.repeat(50_000), undefined],
  ])('refuses: %s', async (_what, body, code) => {
    const answer = await post(body);
    expect(answer.status).toBe(200);
    if (code !== undefined) expect(codes(answer.body)).toBe(code);
    expect(codes((await post(health)).body)).toBe(0);
    expect(node.defects).toEqual([]);
  });

  it('refuses: requests of more than 15 MB, declared or not', async () => {
    const big = Buffer.alloc(15 * 1024 * 1024 + 1, 0x20);
    const answer = await post(big).catch((error: NodeJS.ErrnoException) => error.code);
    expect(typeof answer === 'string' ? 413 : answer!.status).toBe(413);
    expect(codes((await post(health)).body)).toBe(0);
  });

  it('refuses: web pages of other machines; takes those of this one and those listed', async () => {
    expect((await post(health, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post(health, { origin: 'null' })).status).toBe(403);
    expect((await post(health, { origin: 'http://localhost.evil.example' })).status).toBe(403);
    const local = await post(health, { origin: 'http://localhost:5173' });
    expect([local.status, local.headers['access-control-allow-origin']]).toEqual([200, 'http://localhost:5173']);
    expect((await post('', { origin: 'http://127.0.0.1:1' }, 'OPTIONS')).status).toBe(204);
  });

  it('behavior: half-open and nonsensical sockets leave it alone', async () => {
    const port = node.server.ports[0]!;
    const lost = connect(port, '127.0.0.1');
    lost.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"json');
    const noise = connect(port, '127.0.0.1');
    noise.on('error', () => undefined);
    const closed = new Promise((done) => noise.once('close', done));
    noise.write(Buffer.from([0, 255, 22, 3, 1, 13, 10, 13, 10]));
    await closed;
    lost.destroy();
    expect(codes((await post(health)).body)).toBe(0);
  });
});

describe('WebSocket', () => {
  it('behavior: many requests in flight, answered by id; batches; binary frames', async () => {
    const client = await node.connect();
    const answers = await Promise.all(Array.from({ length: 500 }, (_, i) => client.call('chain_getBlockHash', i === 0 ? 0 : 10_000)));
    expect(answers.filter((one) => one === null)).toHaveLength(499);
    expect(codes(await client.raw(`[${health},${health.replace('system_health', 'x')}]`))).toEqual([0, -32601]);
    expect(codes(await client.raw(Buffer.from(health)))).toBe(0);
  });

  it('behavior: bad texts get an error, the connection stays', async () => {
    const client = await node.connect();
    for (const [text, code] of [['{', -32700], ['[]', -32600], ['"x"', -32600], ['nul\u0000', -32700]] as const) expect(codes(await client.raw(text))).toBe(code);
    expect(await client.call('system_chain')).toBe('Counter');
  });

  it('refuses: frames of more than 15 MB by closing, and pages of other machines', async () => {
    const client = await node.connect();
    const closed = client.closed();
    client.socket.on('error', () => undefined);
    client.socket.send(Buffer.alloc(16 * 1024 * 1024));
    await closed;
    await expect(RpcClient.connect(node.server.ports[0]!, { origin: 'https://evil.example' })).rejects.toThrow('403');
    const local = await node.connect({ origin: 'http://localhost:3000' });
    expect(await local.call('system_chain')).toBe('Counter');
  });

  it('refuses: more subscriptions than allowed; a closed connection ends them all', async () => {
    const client = await node.connect();
    const ids = await Promise.all(Array.from({ length: 1024 }, () => client.call<string>('state_subscribeRuntimeVersion')));
    expect(new Set(ids).size).toBe(1024);
    expect((await client.ask('chain_subscribeNewHeads')).error?.code).toBe(-32006);
    const closed = client.closed();
    client.close();
    await closed;
    await node.chain.produce();
    expect(await (await node.connect()).call('system_chain')).toBe('Counter');
  });

  it('behavior: a reader that never reads is cut off, others go on', async () => {
    const slow = await node.connect();
    const healthy = await node.connect();
    slow.socket.pause();
    const closed = slow.closed();
    const page = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'state_queryStorageAt', params: [Array.from({ length: 20_000 }, (_, i) => `0x${i.toString(16).padStart(64, '0')}`)] });
    let open = true;
    void closed.then(() => { open = false; });
    for (let i = 0; open && i < 200; i++) {
      slow.socket.send(page);
      expect(await healthy.call('system_chain')).toBe('Counter');
    }
    slow.socket.resume();
    await closed;
    expect(await healthy.call('system_chain')).toBe('Counter');
  }, 60_000);
});

describe('trust', () => {
  it('refuses: unsafe methods and developer controls on an opened host, unless asked for', async () => {
    const open = await startCounterNode({ host: '0.0.0.0' });
    const client = await open.connect();
    for (const [method, params] of [['dev_mine', [1]], ['engine_createBlock', [true, true]], ['state_getPairs', ['0x']], ['system_peers', []]] as const) {
      expect((await client.ask(method, params)).error).toEqual({ code: -32601, message: 'RPC call is unsafe to be called externally' });
    }
    expect(open.chain.head.number).toBe(0);
    await open.close();
    const opened = await startCounterNode({ host: '0.0.0.0', unsafeRpc: true });
    expect(await (await opened.connect()).call('dev_mine', 1)).toMatchObject({ number: 1 });
    await opened.close();
  });

  it('refuses: a port that is taken', async () => {
    const options = { dispatcher: undefined as never, ports: [node.server.ports[0]!] };
    await expect(startRpcServer(options)).rejects.toMatchObject({ code: 'PortInUse' });
  });
});

describe('developer controls', () => {
  it('default: mine, time, snapshot, revert, balance, storage, pace', async () => {
    const dev = await startCounterNode();
    const rpc = await dev.connect();
    const head = async (): Promise<number> => Number((await rpc.call<{ number: string }>('chain_getHeader')).number);
    expect(await rpc.call('dev_mine')).toMatchObject({ number: 1 });
    expect(await rpc.call('dev_mine', 40)).toMatchObject({ number: 41 });
    expect(await rpc.call('dev_mineUntil', { block: 50 })).toMatchObject({ number: 50 });
    const id = await rpc.call('dev_snapshot');
    await rpc.call('dev_setBalance', `0x03${'00'.repeat(31)}`, '77');
    expect(await rpc.call('state_getStorage', `0x${'c0'.repeat(32)}03`)).toBe('0x4d');
    await rpc.call('dev_setStorage', { [`0x${'c0'.repeat(32)}04`]: '0x05', [`0x${'c0'.repeat(32)}01`]: null });
    expect(await rpc.call('state_getStorage', `0x${'c0'.repeat(32)}01`)).toBeNull();
    await rpc.call('dev_mine', 5);
    const time = await rpc.call<number>('dev_increaseTime', 60_000);
    expect(time).toBe(dev.timer.now() + 60_000);
    expect(await rpc.call('dev_setTime', 2_000_000_000_000)).toBe(2_000_000_000_000);
    expect(await rpc.call('dev_revert', id)).toBe(true);
    expect(await head()).toBe(50);
    expect(await rpc.call('state_getStorage', `0x${'c0'.repeat(32)}01`)).toBe('0x64');
    await expect(rpc.call('dev_revert', 99)).rejects.toThrow('-32602');
    expect(await rpc.call('dev_setBlockTime', '1s')).toBe('1s');
    await dev.timer.advance(3000);
    expect(await head()).toBe(53);
    expect(await rpc.call('dev_setBlockTime', 'instant')).toBe('instant');
    await rpc.call('author_submitExtrinsic', `0x${Buffer.from(transaction({ account: 1, nonce: 0 })).toString('hex')}`);
    await dev.timer.advance(1);
    expect(await head()).toBe(54);
    await expect(rpc.call('dev_setBlockTime', 'often')).rejects.toThrow('-32602');
    await rpc.call('dev_impersonate', `0x${'05'.repeat(32)}`);
    expect(dev.impersonated).toEqual(['05'.repeat(32)]);
    await rpc.call('dev_stopImpersonating');
    expect(dev.impersonated).toEqual([]);
    await expect(rpc.call('dev_mineUntil', {})).rejects.toThrow('-32602');
    expect(dev.defects).toEqual([]);
    await dev.close();
  });

  it('refuses: more in the storage of off-chain workers than 64 MiB; what is there can be replaced', async () => {
    const node = await startCounterNode();
    const rpc = await node.connect();
    const set = (key: number, bytes: number): Promise<unknown> => rpc.call('offchain_localStorageSet', 'LOCAL', `0x0${key}`, `0x${'00'.repeat(bytes)}`);
    const part = 7 * 1024 * 1024;
    for (let key = 0; key < 9; key++) await set(key, part);
    await expect(set(9, part)).rejects.toThrow('-32602');
    await set(8, part);
    await set(9, 100);
    expect(node.defects).toEqual([]);
    await node.close();
  });
});
