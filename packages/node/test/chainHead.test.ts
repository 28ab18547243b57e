import { bytesToHex } from '@taonet/primitives';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COUNTER_PREFIX, counterKey, transaction } from '../../chain/test/counterRuntime.ts';
import { Follow } from '../src/rpc/chainHead/follow.ts';
import { MAX_FOLLOWS } from '../src/rpc/chainHead/follows.ts';
import { MAX_OPERATIONS } from '../src/rpc/chainHead/operation.ts';
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

interface FollowEvent {
  readonly event: string;
  readonly operationId?: string;
  readonly finalizedBlockHashes?: string[];
  readonly blockHash?: string;
  readonly items?: { key: string; value?: string; hash?: string; closestDescendantMerkleValue?: string }[];
}
interface Started { readonly result: string; readonly operationId: string; readonly discardedItems?: number }

const block = async (final = true): Promise<string> => `0x${await node.chain.produce({ final })}`;
const head = (): string => `0x${node.chain.head.hash}`;
const hexed = (text: string): string => `0x${text}`;
const next = (id: string): Promise<FollowEvent> => rpc.next<FollowEvent>(id);

async function follow(withRuntime = true, client = rpc): Promise<string> {
  const id = await client.call<string>('chainHead_v1_follow', withRuntime);
  let event: FollowEvent;
  do event = await client.next<FollowEvent>(id); while (event.event !== 'bestBlockChanged');
  return id;
}

/** All events of an operation; continues it whenever it waits. */
async function resultOf(id: string, method: string, ...params: unknown[]): Promise<FollowEvent[]> {
  const { result, operationId } = await rpc.call<Started>(method, id, ...params);
  expect(result).toBe('started');
  const events: FollowEvent[] = [];
  for (;;) {
    const { operationId: of, ...event } = await next(id);
    expect(of).toBe(operationId);
    events.push(event);
    if (event.event === 'operationWaitingForContinue') expect(await rpc.call('chainHead_v1_continue', id, operationId)).toBeNull();
    else if (event.event !== 'operationStorageItems') return events;
  }
}

async function putCounters(count: number): Promise<string[]> {
  const keys = Array.from({ length: count }, (_one, i) => `${COUNTER_PREFIX}ff${i.toString(16).padStart(4, '0')}`);
  await node.chain.amend(() => keys.map((key, i) => [key, Uint8Array.of(i & 255, i >> 8)]));
  return keys.map(hexed);
}

describe('chainHead_v1_follow', () => {
  it('default: what is final, then each block as new, best and final', async () => {
    const first = await block();
    const id = await rpc.call<string>('chainHead_v1_follow', true);
    const spec = { specName: 'counter', implName: 'counter', specVersion: 7, implVersion: 1, transactionVersion: 1, apis: { '0x37e397fc7c91f5e4': 2 } };
    expect(await next(id)).toEqual({ event: 'initialized', finalizedBlockHashes: [hexed(node.chain.genesisHash), first], finalizedBlockRuntime: { type: 'valid', spec } });
    expect(await next(id)).toEqual({ event: 'bestBlockChanged', bestBlockHash: first });
    const second = await block();
    expect(await next(id)).toEqual({ event: 'newBlock', blockHash: second, parentBlockHash: first, newRuntime: null });
    expect(await next(id)).toEqual({ event: 'bestBlockChanged', bestBlockHash: second });
    expect(await next(id)).toEqual({ event: 'finalized', finalizedBlockHashes: [second], prunedBlockHashes: [] });
    expect(await rpc.call('chainHead_v1_unfollow', id)).toBeNull();
    await block();
    await rpc.call('chainSpec_v1_chainName');
    expect(rpc.unread(id)).toBe(0);
  });

  it('behavior: blocks that are not final yet come as new ones, and become final together', async () => {
    const made = [await block(false), await block(false)];
    const id = await rpc.call<string>('chainHead_v1_follow', false);
    expect(await next(id)).toEqual({ event: 'initialized', finalizedBlockHashes: [hexed(node.chain.genesisHash)] });
    expect(await next(id)).toEqual({ event: 'newBlock', blockHash: made[0], parentBlockHash: hexed(node.chain.genesisHash) });
    expect(await next(id)).toEqual({ event: 'newBlock', blockHash: made[1], parentBlockHash: made[0] });
    expect(await next(id)).toEqual({ event: 'bestBlockChanged', bestBlockHash: made[1] });
    await node.chain.finalize(node.chain.head.hash);
    expect(await next(id)).toEqual({ event: 'finalized', finalizedBlockHashes: made, prunedBlockHashes: [] });
  });

  it('behavior: sixteen final blocks at most at the start', async () => {
    for (let i = 0; i < 20; i++) await block();
    const id = await rpc.call<string>('chainHead_v1_follow', false);
    const { finalizedBlockHashes } = await next(id);
    expect(finalizedBlockHashes).toEqual(Array.from({ length: 16 }, (_one, i) => hexed(node.chain.blockAt(5 + i)!.hash)));
  });

  it('behavior: stops when a developer turns the chain back, not when nothing is undone', async () => {
    const snapshot = await node.chain.snapshot();
    const id = await follow();
    await node.chain.revert(snapshot);
    await block();
    expect((await next(id)).event).toBe('newBlock');
    await node.chain.revert(snapshot);
    expect([(await next(id)).event, (await next(id)).event, (await next(id)).event]).toEqual(['bestBlockChanged', 'finalized', 'stop']);
    expect(await rpc.call('chainHead_v1_header', id, head())).toBeNull();
    expect(await rpc.call('chainHead_v1_body', id, head())).toEqual({ result: 'limitReached' });
    expect(await rpc.call('chainHead_v1_unpin', id, head())).toBeNull();
    expect(await rpc.call('chainHead_v1_unfollow', id)).toBeNull();
    const again = await follow();
    await block();
    expect((await next(again)).event).toBe('newBlock');
  });

  it('behavior: several on one connection, each with its own pins, up to a limit', async () => {
    const ids = [await follow(), await follow(false)];
    await rpc.call('chainHead_v1_unpin', ids[0], head());
    expect(await rpc.call('chainHead_v1_header', ids[1], head())).toBe(hexed(bytesToHex(node.chain.head.header)));
    while (ids.length < MAX_FOLLOWS) ids.push(await follow());
    await expect(rpc.call('chainHead_v1_follow', true)).rejects.toThrow('-32800');
    await rpc.call('chainHead_v1_unfollow', ids[0]);
    await follow();
    await follow(true, await node.connect());
  });

  it('behavior: a client that keeps too many blocks is told to begin anew', async () => {
    const seen: string[] = [];
    const sink = { id: 'one', send: (event: unknown) => seen.push((event as FollowEvent).event), end: () => seen.push('(end)') };
    const kept = new Follow({ node: { chain: node.chain } as never, sink, withRuntime: false, maxPinned: 3 });
    const second = await block();
    kept.unpin([second.slice(2)]);
    for (let i = 0; i < 3; i++) await block();
    expect(seen.filter((event) => event === 'newBlock')).toHaveLength(3);
    expect(seen.slice(-2)).toEqual(['stop', '(end)']);
    kept.close();
  });

  it('error: needs a WebSocket and a flag', async () => {
    await expect(rpc.call('chainHead_v1_follow')).rejects.toThrow('-32602');
    const answer = await fetch(`http://127.0.0.1:${node.server.ports[0]!}`, { method: 'POST', body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'chainHead_v1_header', params: ['x', head()] }) });
    expect(((await answer.json()) as { error: { code: number } }).error.code).toBe(-32601);
  });
});

describe('pinned blocks', () => {
  it('default: one or several are let go, all or none', async () => {
    const id = await follow();
    const made = [await block(), await block(), await block()];
    const genesis = hexed(node.chain.genesisHash);
    await expect(rpc.call('chainHead_v1_unpin', id, [made[0], made[0]])).rejects.toThrow('-32804');
    await expect(rpc.call('chainHead_v1_unpin', id, [made[0], hexed('11'.repeat(32))])).rejects.toThrow('-32801');
    expect(await rpc.call('chainHead_v1_unpin', id, made.slice(0, 2))).toBeNull();
    expect(await rpc.call('chainHead_v1_unpin', id, genesis)).toBeNull();
    expect(await rpc.call('chainHead_v1_unpin', id, [])).toBeNull();
    for (const gone of [made[0], made[1], genesis]) {
      await expect(rpc.call('chainHead_v1_unpin', id, gone)).rejects.toThrow('-32801');
      for (const [method, ...more] of [['header'], ['body'], ['call', 'Counter_get', '0x01'], ['storage', [], null]] as const) {
        await expect(rpc.call(`chainHead_v1_${method}`, id, gone, ...more)).rejects.toThrow('-32801');
      }
    }
    expect(await rpc.call('chainHead_v1_header', id, made[2])).toBe(hexed(bytesToHex(node.chain.head.header)));
  });

  it('behavior: state, body and calls of a block that is long gone from the head', async () => {
    const id = await follow();
    const add = transaction({ account: 1, nonce: 0, argument: 5 });
    await node.chain.submit(add);
    const old = await block();
    await node.chain.submit(transaction({ account: 1, nonce: 1, argument: 7 }));
    await block();
    for (let i = 0; i < 6; i++) await next(id);
    expect(await resultOf(id, 'chainHead_v1_call', old, 'Counter_get', '0x01')).toEqual([{ event: 'operationCallDone', output: '0x69' }]);
    expect(await resultOf(id, 'chainHead_v1_call', head(), 'Counter_get', '0x01')).toEqual([{ event: 'operationCallDone', output: '0x70' }]);
    const [body] = await resultOf(id, 'chainHead_v1_body', old) as unknown as [{ event: string; value: string[] }];
    expect(body).toMatchObject({ event: 'operationBodyDone', value: [expect.stringMatching(/^0x24ff/), hexed(bytesToHex(add))] });
    const key = hexed(counterKey(1));
    expect(await resultOf(id, 'chainHead_v1_storage', old, [{ key, type: 'value' }], null)).toEqual([
      { event: 'operationStorageItems', items: [{ key, value: '0x69' }] }, { event: 'operationStorageDone' },
    ]);
  });

  it('error: calls that fail, calls without runtime', async () => {
    const id = await follow();
    const [missing] = await resultOf(id, 'chainHead_v1_call', head(), 'Nothing_here', '') as unknown as [{ error: string }];
    expect(missing).toEqual({ event: 'operationError', error: 'Execution failed: Other: Exported method Nothing_here is not found' });
    expect((await resultOf(id, 'chainHead_v1_call', head(), 'Counter_trap', '0x'))[0]!.event).toBe('operationError');
    await expect(rpc.call('chainHead_v1_call', await follow(false), head(), 'Counter_get', '0x01')).rejects.toThrow('-32802');
  });
});

describe('chainHead_v1_storage', () => {
  it('default: every type, in the order asked; what is absent gives nothing', async () => {
    const id = await follow();
    const key = hexed(counterKey(1));
    const second = hexed(counterKey(2));
    const blake = (byte: number): string => hexed(bytesToHex(node.chain.hashers.blake2b256(Uint8Array.of(byte))));
    const items = [
      { key, type: 'hash' }, { key: hexed(counterKey(9)), type: 'value' }, { key: hexed(COUNTER_PREFIX), type: 'descendantsValues' },
      { key: hexed(COUNTER_PREFIX), type: 'descendantsHashes' }, { key: '0x3a636f6465', type: 'value' }, { key: '0xdd', type: 'closestDescendantMerkleValue' },
    ];
    expect(await resultOf(id, 'chainHead_v1_storage', head(), items)).toEqual([
      { event: 'operationStorageItems', items: [
        { key, hash: blake(100) }, { key, value: '0x64' }, { key: second, value: '0x32' }, { key, hash: blake(100) }, { key: second, hash: blake(50) },
        { key: '0x3a636f6465', value: '0x010203' },
      ] },
      { event: 'operationStorageDone' },
    ]);
    expect(await resultOf(id, 'chainHead_v1_storage', head(), [{ key, type: 'value' }], '0xaa')).toEqual([{ event: 'operationStorageDone' }]);
  });

  it('behavior: a merkle value stays while nothing below changes, and is that of its block', async () => {
    const id = await follow();
    const merkle = async (at: string, key: string): Promise<string> => {
      const [found] = await resultOf(id, 'chainHead_v1_storage', at, [{ key: hexed(key), type: 'closestDescendantMerkleValue' }]);
      return found!.items![0]!.closestDescendantMerkleValue!;
    };
    const genesis = head();
    const before = await merkle(genesis, COUNTER_PREFIX);
    expect(await merkle(genesis, '')).toBe(hexed(bytesToHex(node.chain.stateAt(0).trie().root())));
    const quiet = await block();
    await node.chain.submit(transaction({ account: 1, nonce: 0 }));
    const busy = await block();
    for (let i = 0; i < 6; i++) await next(id);
    // the node moves down from the top when a second subtree appears: compare what is below it
    expect(await merkle(quiet, counterKey(1))).toBe(await merkle(genesis, counterKey(1)));
    expect(await merkle(busy, counterKey(1))).not.toBe(await merkle(genesis, counterKey(1)));
    expect(await merkle(busy, counterKey(2))).toBe(await merkle(genesis, counterKey(2)));
    expect(await merkle(genesis, COUNTER_PREFIX)).toBe(before);
  });

  it('behavior: much comes in pages, on demand; the state stays that of the block', async () => {
    const keys = await putCounters(2500);
    const id = await follow();
    const at = head();
    const { operationId } = await rpc.call<Started>('chainHead_v1_storage', id, at, [{ key: hexed(`${COUNTER_PREFIX}ff`), type: 'descendantsValues' }]);
    const found: string[] = [];
    const take = async (): Promise<void> => {
      const page = await next(id);
      expect(page.event).toBe('operationStorageItems');
      found.push(...page.items!.map(({ key }) => key));
    };
    await take();
    expect(found).toHaveLength(1000);
    expect(await next(id)).toEqual({ event: 'operationWaitingForContinue', operationId });
    await block();
    for (const event of ['newBlock', 'bestBlockChanged', 'finalized']) expect((await next(id)).event).toBe(event);
    await rpc.call('chainHead_v1_unpin', id, at);
    await rpc.call('chainHead_v1_continue', id, operationId);
    await take();
    expect((await next(id)).event).toBe('operationWaitingForContinue');
    await rpc.call('chainHead_v1_continue', id, operationId);
    await take();
    expect(await next(id)).toEqual({ event: 'operationStorageDone', operationId });
    expect(found).toEqual(keys);
    expect(await rpc.call('chainHead_v1_continue', id, operationId)).toBeNull();
  });

  it('behavior: an operation that is stopped is silent; too many are refused; too many items are left', async () => {
    await putCounters(1001);
    const id = await follow();
    const started: string[] = [];
    const all = [{ key: hexed(COUNTER_PREFIX), type: 'descendantsHashes' }];
    for (let i = 0; i < MAX_OPERATIONS; i++) started.push((await rpc.call<Started>('chainHead_v1_storage', id, head(), all)).operationId);
    expect(await rpc.call('chainHead_v1_body', id, head())).toEqual({ result: 'limitReached' });
    for (const one of started) expect(await rpc.call('chainHead_v1_stopOperation', id, one)).toBeNull();
    expect(await rpc.call('chainHead_v1_continue', id, started[0])).toBeNull();
    expect(rpc.unread(id)).toBe(2 * MAX_OPERATIONS);
    const many = Array.from({ length: 1030 }, () => ({ key: hexed(counterKey(1)), type: 'value' }));
    expect(await rpc.call('chainHead_v1_storage', id, head(), many)).toMatchObject({ result: 'started', discardedItems: 6 });
  });

  it('error: what does not wait cannot go on', async () => {
    await putCounters(1001);
    const id = await follow();
    const all = [{ key: hexed(COUNTER_PREFIX), type: 'descendantsHashes' }];
    // in one batch the operation has not begun when it is asked to go on
    const answers = JSON.parse(await rpc.raw(JSON.stringify([
      { jsonrpc: '2.0', id: 'a', method: 'chainHead_v1_storage', params: [id, head(), all] },
      { jsonrpc: '2.0', id: 'b', method: 'chainHead_v1_continue', params: [id, '0000000000000002'] },
    ]))) as { result?: Started; error?: { code: number } }[];
    expect(answers[0]!.result!.operationId).toBe('0000000000000002');
    expect(answers[1]!.error!.code).toBe(-32803);
    await expect(rpc.call('chainHead_v1_storage', id, head(), [{ key: '0x', type: 'values' }])).rejects.toThrow('-32602');
  });
});

describe('chainSpec_v1', () => {
  it('default', async () => {
    expect(await rpc.call('chainSpec_v1_chainName')).toBe('Counter');
    expect(await rpc.call('chainSpec_v1_genesisHash')).toBe(hexed(node.chain.genesisHash));
    expect(await rpc.call('chainSpec_v1_properties')).toEqual({ ss58Format: 42, tokenDecimals: 9, tokenSymbol: 'TAO' });
  });
});
