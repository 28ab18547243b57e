import type { RunningNode } from '@taonet/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, devKey, rao, tao, TaonetError, wallet, type DevClient } from '../src/index.ts';
import { likeUpstream, open, startDevNode } from './liveNode.ts';

let node: RunningNode;
let c: DevClient;
beforeAll(async () => {
  node = await startDevNode();
  c = await open(node, { wallet: wallet.dev('alice') });
});
afterAll(async () => {
  await c.close();
  await node.close();
});

const failure = async (work: Promise<unknown>): Promise<TaonetError> => {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  if (!(error instanceof TaonetError)) throw error ?? new Error('it went through');
  return error;
};

test('before an author has announced a key there is nothing to seal for', async () => {
  expect(await failure(c.transfer({ to: 'bob', amount: tao('1') }).send({ shield: true }))).toMatchObject({ code: 'NoShieldKey', fix: expect.stringContaining('four blocks') as string });
  await c.dev.mine(4);
});

test('nobody sees the call before its block; two fees, two nonces, one receipt', async () => {
  const transfer = c.transfer({ to: 'eve', amount: tao('2.5') });
  const [plain, plan] = [await transfer.plan(), await transfer.plan({ shield: true })];
  const [alice, eve] = await c.balances(['alice', 'eve']);
  const nonce = await c.rpc<number>('system_accountNextIndex', c.addressOf('alice'));
  const receipt = await transfer.send({ shield: true });
  const envelope = receipt.envelope!;
  expect([receipt.call, envelope.call, envelope.envelope]).toEqual(['Balances.transfer_keep_alive', 'MevShield.submit_encrypted', undefined]);
  expect([envelope.block, envelope.index + 1]).toEqual([receipt.block, receipt.index]);
  expect(envelope.has('MevShield.EncryptedSubmitted')).toBe(true);
  expect(receipt.find('Balances.Transfer')!.amount).toBe(2_500_000_000n);
  expect(receipt.fee).toEqual(plain.fee);
  expect(receipt.fee.plus(envelope.fee)).toEqual(plan.fee);
  expect((await c.balance('eve')).free).toEqual(eve!.free.plus(tao('2.5')));
  expect((await c.balance('alice')).free).toEqual(alice!.free.minus(tao('2.5')).minus(plan.fee));
  expect(await c.rpc('system_accountNextIndex', c.addressOf('alice'))).toBe(nonce + 2);
  const { block } = await c.rpc<{ block: { extrinsics: string[] } }>('chain_getBlock', receipt.block.hash);
  expect(block.extrinsics[envelope.index]).not.toContain(plan.callHex.slice(2));
  expect(block.extrinsics[receipt.index]).toContain(plan.callHex.slice(2));
});

test('what is refused inside tells its own reason', async () => {
  const error = await failure(c.transfer({ to: 'bob', amount: tao('5000000') }).send({ shield: true }));
  expect([error.code, error.facts['call']]).toEqual(['Arithmetic.Underflow', 'Balances.transfer_keep_alive']);
});

test('sealed and open ones of one account at once: nonces do not clash', async () => {
  const before = (await c.balance('ferdie')).free;
  const receipts = await Promise.all(Array.from({ length: 8 }, (_, i) => c.transfer({ to: 'ferdie', amount: rao(7n) }).send({ shield: i % 2 === 0, period: 'immortal' })));
  expect(receipts.map(({ envelope }) => envelope !== undefined)).toEqual([true, false, true, false, true, false, true, false]);
  expect((await c.balance('ferdie')).free).toEqual(before.plus(rao(56n)));
});

test('stakes are sealed too, also as batches; the pool has it first, the receipt comes later', async () => {
  const stake = c.stake({ netuid: 1, hotkey: 'alice', amount: tao('1'), maxSlippage: '1%' });
  const { hash, receipt } = await stake.submit({ shield: true });
  expect((await receipt).hash).toBe(hash);
  expect((await receipt).has('SubtensorModule.StakeAdded')).toBe(true);
  const batch = await c.batch([await stake.prepare(), c.transfer({ to: 'bob', amount: tao('1') })]).send({ shield: true });
  expect(batch.has('Utility.BatchCompleted')).toBe(true);
});

test('without subscriptions, and on a node without anything of ours', async () => {
  const http = await connect(node.endpoints[0]!.replace('ws:', 'http:'), { wallet: wallet.dev('bob') });
  expect((await http.transfer({ to: 'alice', amount: rao(5n) }).send({ shield: true, waitFor: 'finalized' })).isFinal).toBe(true);
  await http.close();
  const plain = await likeUpstream(node);
  const client = await connect(plain, { wallet: wallet.dev('bob') });
  expect((await client.transfer({ to: 'alice', amount: rao(5n) }).send({ shield: true })).envelope).toBeDefined();
  await client.close();
  plain.close();
});

test('too much for an envelope is told before anything is signed away', async () => {
  expect((await failure(c.tx.System.remark({ remark: new Uint8Array(8000) }).send({ shield: true }))).code).toBe('ShieldTooSmall');
  // and the account goes on
  expect((await c.tx.System.remark({ remark: 'x' }).send()).call).toBe('System.remark');
});

test('an envelope whose content has become invalid stands alone', async () => {
  const other = await startDevNode({ blockTime: 'manual' });
  const client = await open(other, { wallet: wallet.of(await devKey('//poor')) });
  await client.dev.mine(4);
  const key = await devKey('//poor');
  await client.dev.setBalance(key, tao('0.01'));
  // the tip that the inner one promises is more than what the envelope's fee leaves
  const sent = failure(client.tx.System.remark({ remark: 'x' }).send({ shield: true, tip: tao('0.0099') }));
  while ((await client.rpc<string[]>('author_pendingExtrinsics')).length === 0) await client.rpc('system_health');
  await client.dev.mine(10);
  expect(await sent).toMatchObject({ code: 'NotOpened', fix: expect.stringContaining('send again') as string });
  await client.close();
  await other.close();
});
