import { inspect } from 'node:util';
import type { RunningNode } from '@taonet/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  alpha, connect, dev, devKey, DEV_ADDRESSES, impersonated, rao, tao, TaonetError, wallet, type Client, type DevClient,
} from '../src/index.ts';
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

describe('reads', () => {
  test('storage: one, many, entries, keys, absent ones', async () => {
    const { SubtensorModule: S, System } = c.query;
    expect(await S.Tempo(1)).toBe(10);
    expect(await S.Tempo.many([[0], [1], [999]])).toEqual([100, 10, 10]);
    expect(await S.Uids(1, DEV_ADDRESSES.alice)).toBe(4);
    expect(await S.Uids(1, DEV_ADDRESSES.bob)).toBeUndefined();
    const entries = await S.NetworksAdded.entries();
    expect(new Map(entries.map(([[netuid], added]) => [netuid, added]))).toEqual(new Map([[0, true], [1, true]]));
    const neurons = await S.Keys.entries(1);
    expect(neurons.length).toBe(await S.SubnetworkN(1));
    for (const [[netuid, uid], hotkey] of neurons) expect(await S.Uids(netuid, hotkey)).toBe(uid);
    expect((await System.Account.keys()).flat()).toContain(DEV_ADDRESSES.bob);
    expect(System.Account.key()).toBe('0x26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9');
    expect((await failure(S.Tempo(70_000))).is('BadInput')).toBe(true);
  });

  test('constants, runtime APIs, balances, stakes, hyperparameters', async () => {
    expect(c.constants.Balances.ExistentialDeposit).toBe(500n);
    expect(await c.api.SwapRuntimeApi.current_alpha_price({ netuid: 0 })).toBe(1_000_000_000n);
    const [alice, bob] = await c.balances(['alice', DEV_ADDRESSES.bob]);
    expect(String(alice!.total.compare(bob!.total))).toBe('0');
    expect((await c.stakes('bob')).every(({ stake }) => stake.rao > 0n)).toBe(true);
    expect(await c.hyperparams(1)).toMatchObject({ tempo: 10, commit_reveal_weights_enabled: false });
    expect((await failure(c.hyperparams(77))).is('NotOnThisChain')).toBe(true);
  });

  test('subnets and metagraph', async () => {
    const [root, apex] = await c.subnets();
    expect([root!.name, String(root!.price), apex!.netuid]).toEqual(['root', 'τ1', 1]);
    expect(await c.subnet(1)).toEqual(apex);
    expect(await c.subnet(50)).toBeUndefined();
    const graph = await c.metagraph(1);
    expect(graph.length).toBe(graph.miners.length + graph.validators.length);
    const first = graph.byUid(0)!;
    expect(graph.byHotkey({ address: first.hotkey })).toBe(first);
    // this runtime no longer keeps them
    expect([first.trust, first.rank, first.pruningScore]).toEqual([undefined, undefined, undefined]);
    expect([...graph].map(({ uid }) => uid)).toEqual(graph.neurons.map((_, i) => i));
    expect((await failure(c.metagraph(50))).message).toContain('no subnet 50');
  });

  test('at: a block stays as it was', async () => {
    const before = await c.at();
    const free = (await before.balance('charlie')).free;
    const { block } = await c.transfer({ to: 'charlie', amount: tao('1') }).send();
    expect((await before.balance('charlie')).free).toEqual(free);
    expect((await (await c.at(block.hash)).balance('charlie')).free).toEqual(free.plus(tao('1')));
    expect((await (await c.at(block.number)).events()).has('Balances.Transfer')).toBe(true);
    expect((await failure(c.at(1_000_000))).code).toBe('UnknownBlock');
  });

  test('names that the chain does not have', async () => {
    const loose = c.query as unknown as Record<string, Record<string, () => Promise<unknown>>>;
    expect(await failure(loose['SubtensorModule']!['NoSuch']!())).toMatchObject({ code: 'NotOnThisChain', facts: { storage: 'SubtensorModule.NoSuch' } });
    expect((await failure(loose['NoPallet']!['Item']!())).facts).toMatchObject({ pallet: 'NoPallet' });
  });

  test('subscriptions: values and blocks', async () => {
    const seen: bigint[] = [];
    const { free } = await c.balance('dave');
    const watching = (async () => {
      for await (const { data } of c.query.System.Account.watch(DEV_ADDRESSES.dave)) {
        seen.push(data.free - free.rao);
        if (seen.length === 3) return;
      }
    })();
    const heads = c.blocks();
    const { value: first } = await heads.next();
    await c.transfer({ to: 'dave', amount: rao(1n) }).send();
    await c.transfer({ to: 'dave', amount: rao(2n) }).send();
    await watching;
    expect(seen).toEqual([0n, 1n, 3n]);
    expect((await heads.next()).value!.number).toBe(first!.number + 1);
    await heads.return();
    await c.dev.mine(2);
    expect(await c.waitForBlock(first!.number + 4)).toBeGreaterThanOrEqual(first!.number + 4);
  });
});

describe('writes', () => {
  test('plan, then send: fee and effects are what happens', async () => {
    const transfer = c.transfer({ to: 'eve', amount: tao('2.5') });
    const plan = await transfer.plan();
    expect(plan).toMatchObject({ name: 'Balances.transfer_keep_alive', signer: DEV_ADDRESSES.alice, refusal: undefined });
    expect(plan.effects).toContainEqual(expect.objectContaining({ kind: 'free', account: DEV_ADDRESSES.eve }));
    const [alice, eve] = await c.balances(['alice', 'eve']);
    const receipt = await plan.send();
    expect(receipt.find('Balances.Transfer')).toEqual({ from: DEV_ADDRESSES.alice, to: DEV_ADDRESSES.eve, amount: 2_500_000_000n });
    expect(receipt.fee).toEqual(plan.fee);
    expect((await c.balance('eve')).free).toEqual(eve!.free.plus(tao('2.5')));
    expect((await c.balance('alice')).free).toEqual(alice!.free.minus(tao('2.5')).minus(receipt.fee));
  });

  test('many at once from one account: nonces do not clash', async () => {
    const before = (await c.balance('ferdie')).free;
    const receipts = await Promise.all(Array.from({ length: 20 }, () => c.transfer({ to: 'ferdie', amount: rao(7n) }).send()));
    expect(new Set(receipts.map(({ hash }) => hash)).size).toBe(20);
    expect((await c.balance('ferdie')).free).toEqual(before.plus(rao(140n)));
  });

  test('one that fails before it is sent does not hold up the next', async () => {
    const [bad, good] = [c.call({ type: 'System', value: { type: 'remark', value: { remark: 5 } } }).send(), c.tx.System.remark({ remark: 'x' }).send()];
    expect((await failure(bad)).code).toBe('BadInput');
    expect((await good).call).toBe('System.remark');
  });

  test('other keys, tips, immortal, final', async () => {
    const bob = c.as(wallet.dev('bob'));
    const receipt = await bob.transfer({ to: 'alice', amount: rao(1n) }).send({ tip: tao('0.001'), period: 'immortal', waitFor: 'finalized' });
    expect(receipt.isFinal).toBe(true);
    expect(receipt.find('TransactionPayment.TransactionFeePaid')).toMatchObject({ who: DEV_ADDRESSES.bob, tip: 1_000_000n });
    const key = await devKey('//somebody//1');
    await c.dev.setBalance(key, tao('3'));
    expect((await c.tx.System.remark({ remark: '0x01' }).send({ signer: key })).find('TransactionPayment.TransactionFeePaid')!.who).toBe(key.address);
  });

  test('submit: the pool has it, the receipt comes later', async () => {
    const { hash, receipt } = await c.tx.System.remark({ remark: 'later' }).submit();
    expect((await receipt).hash).toBe(hash);
    const signed = await c.tx.System.remark({ remark: 'by hand' }).sign();
    expect(await c.rpc('author_submitExtrinsic', signed.hex)).toBe(signed.hash);
  });

  test('batch, sudo, proxy: calls inside of calls', async () => {
    const receipt = await c.batch([c.transfer({ to: 'bob', amount: rao(1n) }), c.tx.System.remark({ remark: 'x' })]).send();
    expect(receipt.has('Utility.BatchCompleted')).toBe(true);
    expect(await c.batch([c.tx.System.remark({ remark: 'x' }), c.transfer({ to: 'bob', amount: tao('1').times(10n ** 9n) })], { mode: 'each' }).send().then((one) => one.has('Utility.ItemFailed'))).toBe(true);
    expect(await c.tx.AdminUtils.sudo_set_tempo({ netuid: 1, tempo: 11 }).sudo().send().then((one) => one.find('Sudo.Sudid'))).toEqual({ sudo_result: { type: 'Ok' } });
    expect(await c.query.SubtensorModule.Tempo(1)).toBe(11);
    expect(await failure(c.as(wallet.dev('bob')).tx.System.remark({ remark: 'x' }).asProxyOf(DEV_ADDRESSES.alice).send())).toMatchObject({ code: 'Proxy.NotProxy' });
    // the sudo call goes through, the call inside is refused
    expect((await failure(c.tx.AdminUtils.sudo_set_tempo({ netuid: 99, tempo: 11 }).sudo().send())).code).toBe('AdminUtils.SubnetDoesNotExist');
  });

  test('HTTP: no subscriptions, the block is looked for', async () => {
    const over = await connect(node.endpoints[0]!.replace('ws:', 'http:'), { wallet: wallet.dev('bob') });
    const receipt = await over.transfer({ to: 'alice', amount: rao(5n) }).send();
    expect(receipt.find('Balances.Transfer')!.amount).toBe(5n);
    expect((await failure(over.blocks().next())).code).toBe('NoSubscriptions');
    await over.close();
  });
});

describe('errors', () => {
  test('refused in a block: check, actual, required, fix', async () => {
    const error = await failure(c.tx.Balances.transfer_keep_alive({ dest: DEV_ADDRESSES.bob, value: tao('5000000') }).send());
    expect(error.code).toBe('Arithmetic.Underflow');
    expect(error.is('Underflow', 'Timeout')).toBe(true);
    expect([error.check, error.fix].every((text) => text !== undefined)).toBe(true);
    const cap = await failure(c.tx.AdminUtils.sudo_set_tempo({ netuid: 1, tempo: 5 }).send({ signer: dev('dave') }));
    expect(cap.is('BadOrigin')).toBe(true);
    expect(cap.facts).toMatchObject({ call: 'AdminUtils.sudo_set_tempo' });
    expect(JSON.parse(JSON.stringify(cap))).toMatchObject({ code: 'BadOrigin', check: cap.check });
  });

  test('not taken by the pool', async () => {
    const poor = await devKey('//nobody');
    const error = await failure(c.tx.System.remark({ remark: 'x' }).send({ signer: poor }));
    expect(error).toMatchObject({ code: 'InvalidTransaction.Payment' });
    expect(error.fix).toContain('Fund');
    expect((await failure(c.tx.System.remark({ remark: 'x' }).send({ nonce: 0 }))).is('Stale')).toBe(true);
    const stake = await failure(c.tx.SubtensorModule.add_stake({ hotkey: DEV_ADDRESSES.alice, netuid: 1, amount_staked: rao(1n) }).send());
    expect(stake.is('AmountTooLow', 'StakeAmountTooLow')).toBe(true);
  });

  test('foretold by a plan', async () => {
    const plan = await c.tx.SubtensorModule.burned_register({ netuid: 88, hotkey: DEV_ADDRESSES.alice }).plan();
    expect(plan.refusal?.code).toBe('SubtensorModule.SubnetNotExists');
  });

  test('abort and time limits', async () => {
    const abort = new AbortController();
    const waiting = failure(c.waitForBlock(1_000_000, { signal: abort.signal }));
    abort.abort();
    expect((await waiting).code).toBe('Aborted');
    expect((await failure(c.with({ signal: abort.signal }).balance())).code).toBe('Aborted');
    expect((await failure(connect({ request: () => new Promise(() => undefined) }, { timeout: 5 }))).code).toBe('Timeout');
    expect((await failure(connect('ws://127.0.0.1:1'))).code).toBe('CannotConnect');
    expect((await failure(connect('nowhere'))).code).toBe('BadInput');
  });

  test('a lost connection ends everything that waits', async () => {
    const other = await startDevNode({ blockTime: 'manual' });
    const client: Client = await open(other, { wallet: wallet.dev('alice') });
    const waits = [client.transfer({ to: 'bob', amount: tao('1') }).send(), client.waitForBlock(99)].map(failure);
    await client.rpc('system_health');
    await other.close();
    expect((await Promise.all(waits)).map(({ code }) => code)).toEqual(['Disconnected', 'Disconnected']);
    expect((await failure(client.balance())).code).toBe('Disconnected');
  });
});

describe('developer controls', () => {
  test('time, storage, snapshots, impersonation', async () => {
    const mark = await c.dev.snapshot();
    await c.dev.set('SubtensorModule.Tempo', [1], 33);
    expect(await c.query.SubtensorModule.Tempo(1)).toBe(33);
    const { number } = await c.dev.mine(3);
    expect((await c.block()).number).toBe(number);
    await c.dev.revert(mark);
    expect(await c.query.SubtensorModule.Tempo(1)).not.toBe(33);
    await c.dev.impersonate('charlie');
    const receipt = await c.transfer({ to: 'alice', amount: rao(9n) }).send({ signer: impersonated(DEV_ADDRESSES.charlie) });
    expect(receipt.find('Balances.Transfer')!.from).toBe(DEV_ADDRESSES.charlie);
    await c.dev.stopImpersonating();
  });
});

describe('a node without anything of ours', () => {
  test('plans tell the fee; errors tell check and fix', async () => {
    const plain = await likeUpstream(node);
    const client = await connect(plain, { wallet: wallet.dev('alice') });
    const plan = await client.stake({ netuid: 1, hotkey: 'alice', amount: tao('0.01'), maxSlippage: false }).plan();
    expect(plan).toMatchObject({ effects: undefined, refusal: undefined, warnings: [expect.stringContaining('No limit')] });
    expect(plan.fee.rao).toBeGreaterThan(0n);
    expect(plan.quote!.out).toMatchObject({ unit: 'Alpha', netuid: 1 });
    const error = await failure(client.tx.Balances.transfer_keep_alive({ dest: DEV_ADDRESSES.bob, value: tao('5000000') }).send());
    expect([error.code, typeof error.check, typeof error.fix, error.actual]).toEqual(['Arithmetic.Underflow', 'string', 'string', undefined]);
    await client.close();
    plain.close();
  });
});

test('amounts keep their unit where the compiler does not look', () => {
  const mixed = tao('1') as unknown as { plus(other: unknown): unknown };
  expect(() => mixed.plus(alpha(1, '1'))).toThrow('TAO');
  expect(() => alpha(1, '1').plus(alpha(2 as number as 1, '1'))).toThrow('alpha of subnet 1');
  expect(() => c.tx.SubtensorModule.add_stake({ hotkey: DEV_ADDRESSES.bob, netuid: 1, amount_staked: alpha(1, '1') as unknown as bigint }).callHex).toThrow('an amount of Tao');
  expect(() => tao(1 as unknown as string)).toThrow('decimal text');
  expect(() => tao('1.0000000001')).toThrow();
  expect(inspect({ free: tao('1.5'), stake: alpha(3, '2') })).toBe('{ free: τ1.5, stake: 2 α3 }');
  expect([tao('1234.5').toString(), alpha(2, '0.25').toString(), rao(1n).toDecimal(), tao('0.5').toNumber()]).toEqual(['τ1,234.5', '0.25 α2', '0.000000001', 0.5]);
});
