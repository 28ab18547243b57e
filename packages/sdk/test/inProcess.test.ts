import { startNode, type RunningNode } from '@taonet/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, DEV_ADDRESSES, tao, TaonetError, wallet, type DevClient } from '../src/index.ts';

let node: RunningNode;
let c: DevClient;
beforeAll(async () => {
  node = await startNode({ preset: 'dev', build: { fast: true, powFaucet: false }, blockTime: 'instant', seed: 1 });
  c = await connect(node, { wallet: wallet.dev('alice') });
});
afterAll(() => node.close());

const failure = async (work: Promise<unknown>): Promise<TaonetError> => {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  if (!(error instanceof TaonetError)) throw error ?? new Error('it went through');
  return error;
};

test('a node without a port: reads, writes, subscriptions, developer controls', async () => {
  expect([node.ports, node.endpoints]).toEqual([[], []]);
  const heads = c.blocks();
  const { value: first } = await heads.next();
  const receipt = await c.transfer({ to: 'bob', amount: tao('1') }).send();
  expect(receipt.find('Balances.Transfer')!.to).toBe(DEV_ADDRESSES.bob);
  expect((await heads.next()).value!.number).toBe(first!.number + 1);
  await heads.return();
  const mark = await c.dev.snapshot();
  await c.dev.mine(3);
  await c.dev.revert(mark);
  expect((await c.block()).number).toBe(receipt.block.number);
});

test('errors are those of a port: refused by the pool, in a block, by the node', async () => {
  expect((await failure(c.tx.System.remark({ remark: 'x' }).send({ nonce: 0 }))).is('Stale')).toBe(true);
  expect((await failure(c.tx.AdminUtils.sudo_set_tempo({ netuid: 99, tempo: 11 }).sudo().send())).code).toBe('AdminUtils.SubnetDoesNotExist');
  expect(await failure(c.rpc('no_such_method'))).toMatchObject({ code: 'RpcError', facts: { code: -32_601, method: 'no_such_method' } });
  expect((await failure(c.with({ timeout: 1 }).rpc('dev_mine', 2_000))).code).toBe('Timeout');
});

test('two clients of one node, each its own subscriptions', async () => {
  const other = await connect(node, { wallet: wallet.dev('bob') });
  const [mine, theirs] = [c.blocks(), other.blocks()];
  const [{ value: a }, { value: b }] = await Promise.all([mine.next(), theirs.next()]);
  await other.close();
  await c.dev.mine(1);
  expect([a!.number + 1, b!.number]).toEqual([(await mine.next()).value!.number, a!.number]);
  await mine.return();
});

test('when the node ends, everything that waits is told', async () => {
  const ending = await startNode({ preset: 'dev', build: { fast: true, powFaucet: false }, blockTime: 'manual', seed: 1 });
  const client = await connect(ending, { wallet: wallet.dev('alice') });
  const waits = [client.transfer({ to: 'bob', amount: tao('1') }).send(), client.waitForBlock(99)].map(failure);
  while ((await client.rpc<string[]>('author_pendingExtrinsics')).length === 0) await client.rpc('system_health');
  await ending.close();
  expect((await Promise.all(waits)).map(({ code }) => code)).toEqual(['Disconnected', 'Disconnected']);
  expect((await failure(client.balance())).code).toBe('Disconnected');
});
