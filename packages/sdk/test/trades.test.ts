import type { RunningNode } from '@taonet/node';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { alpha, connect, DEV_ADDRESSES, dev, devKey, rao, tao, TaonetError, wallet, type DevClient } from '../src/index.ts';
import { open, startDevNode } from './liveNode.ts';

let node: RunningNode;
let c: DevClient;
let mark: number;
beforeAll(async () => {
  node = await startDevNode();
  c = await open(node, { wallet: wallet.dev('alice') });
  mark = await c.dev.snapshot();
});
beforeEach(() => c.dev.revert(mark));
afterAll(async () => {
  await c.close();
  await node.close();
});

const failure = async (work: Promise<unknown>): Promise<TaonetError> => {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  if (!(error instanceof TaonetError)) throw error ?? new Error('it went through');
  return error;
};

test('slippage is half a percent unless told otherwise, from the price at that moment', async () => {
  const price = await c.price(1);
  const plan = await c.stake({ netuid: 1, hotkey: 'alice', amount: rao(2_000_000n) }).plan();
  expect(plan.quote!.limitPrice!.rao).toBe((price.rao * 1005n + 999n) / 1000n);
  expect(plan.name).toBe('SubtensorModule.add_stake_limit');
  const tenth = await c.stake({ netuid: 1, hotkey: 'alice', amount: rao(2_000_000n), maxSlippage: '0.1%' }).plan();
  expect(tenth.quote!.limitPrice!.rao).toBe((price.rao * 1001n + 999n) / 1000n);
  const given = await c.stake({ netuid: 1, hotkey: 'alice', amount: rao(2_000_000n), limitPrice: tao('9') }).plan();
  expect(String(given.quote!.limitPrice)).toBe('τ9');
  expect((await c.stake({ netuid: 1, hotkey: 'alice', amount: rao(2_000_000n), maxSlippage: false }).plan()).name).toBe('SubtensorModule.add_stake');
  expect((await failure(c.stake({ netuid: 1, hotkey: 'alice', amount: tao('1'), maxSlippage: '200%' }).plan())).code).toBe('BadInput');
});

test('a trade that moves the price too far is refused, with how much would do', async () => {
  const order = c.stake({ netuid: 1, hotkey: 'alice', amount: tao('900000') });
  const plan = await order.plan();
  expect(plan.warnings.join()).toContain('large for its pool');
  expect(plan.refusal).toMatchObject({ code: 'SubtensorModule.SlippageTooHigh', actual: 900_000_000_000_000n });
  const error = await failure(order.send());
  expect(error.is('SlippageTooHigh')).toBe(true);
  expect(error.required).toBeTypeOf('bigint');
});

test('in and out again', async () => {
  const amount = tao('0.01');
  const { quote, effects } = await c.stake({ netuid: 1, hotkey: 'alice', amount, maxSlippage: '5%' }).plan();
  expect(effects).toContainEqual(expect.objectContaining({ kind: 'stake', netuid: 1, hotkey: DEV_ADDRESSES.alice }));
  const receipt = await c.stake({ netuid: 1, hotkey: 'alice', amount, maxSlippage: '5%' }).send();
  const staked = await c.stakeOf({ hotkey: 'alice', netuid: 1 });
  expect(receipt.find('SubtensorModule.StakeAdded')![3]).toBe(staked.rao);
  expect(Math.abs(staked.toNumber() / quote!.out.toNumber() - 1)).toBeLessThan(0.02);
  expect((await c.stakes()).map(({ netuid }) => netuid)).toContain(1);
  await c.unstake({ netuid: 1, hotkey: 'alice', amount: staked.times(1n, 2n), maxSlippage: '10%' }).send();
  const all = await c.unstake({ netuid: 1, hotkey: 'alice', amount: 'all', maxSlippage: false }).send();
  expect(all.call).toBe('SubtensorModule.remove_stake_full_limit');
  expect((await c.stakeOf({ hotkey: 'alice', netuid: 1 })).rao).toBe(0n);
  expect((await failure(c.unstake({ netuid: 1, hotkey: 'alice', amount: alpha(2, '1') as unknown as ReturnType<typeof alpha<1>> }).send())).code).toBe('BadInput');
});

test('moves: subnet, hotkey, coldkey', async () => {
  await c.stake({ netuid: 0, hotkey: 'alice', amount: tao('10') }).send();
  const { alpha: part } = { alpha: alpha(0, '2') };
  const toSubnet = await c.moveStake({ from: { netuid: 0, hotkey: 'alice' }, to: { netuid: 1 }, amount: alpha(0, '0.01'), maxSlippage: '5%' }).send();
  expect(toSubnet.call).toBe('SubtensorModule.swap_stake_limit');
  expect((await c.stakeOf({ hotkey: 'alice', netuid: 1 })).rao).toBeGreaterThan(0n);
  const other = await devKey('//Alice//validator');
  expect((await c.moveStake({ from: { netuid: 0, hotkey: 'alice' }, to: { hotkey: other }, amount: part }).send()).has('SubtensorModule.StakeMoved')).toBe(true);
  expect((await c.moveStake({ from: { netuid: 0, hotkey: 'alice' }, to: { coldkey: 'bob' }, amount: part }).send()).has('SubtensorModule.StakeTransferred')).toBe(true);
  expect((await failure(c.moveStake({ from: { netuid: 0, hotkey: 'alice' }, to: {}, amount: part }).send())).code).toBe('BadInput');
});

test('a subnet of one\'s own: created, started, joined, served', async () => {
  const bob = c.as(wallet.dev('bob', { hotkey: await devKey('//Bob//owner') }));
  const created = await bob.registerSubnet().send();
  const [netuid] = created.find('SubtensorModule.NetworkAdded')!;
  const started = await bob.startSubnet(netuid).send();
  expect(started.has('SubtensorModule.FirstEmissionBlockNumberSet') || started.events.length > 0).toBe(true);
  const miner = c.as(wallet.of(dev('charlie'), await devKey('//Charlie//miner')));
  const plan = await miner.register({ netuid }).plan();
  expect(plan.refusal).toBeUndefined();
  const cheap = await failure(miner.register({ netuid, maxCost: rao(1n) }).send());
  expect(cheap.is('RegistrationPriceLimitExceeded')).toBe(true);
  await miner.register({ netuid }).send();
  await miner.serveAxon({ netuid, ip: '203.0.113.7', port: 8091 }).send();
  const neuron = (await c.metagraph(netuid)).byHotkey((await devKey('//Charlie//miner')).address)!;
  expect(neuron.axon).toMatchObject({ ip: '203.0.113.7', port: 8091, ipType: 4 });
});

test('the six tasks of examples/sixTasks.ts, one after the other', async () => {
  const client = await connect(node, { wallet: wallet.dev('alice') });
  expect((await client.balance()).free.rao).toBeGreaterThan(0n);
  expect((await client.subnets()).map(({ netuid }) => netuid)).toEqual([0, 1]);
  const stake = client.stake({ netuid: 1, hotkey: 'alice', amount: tao('1'), maxSlippage: '1%' });
  expect((await stake.plan()).refusal).toBeUndefined();
  await stake.send();
  expect((await client.metagraph(1)).miners.every(({ incentive }) => incentive >= 0)).toBe(true);
  expect((await client.setWeights({ netuid: 1, weights: { 0: 0.5, 1: 0.3, 2: 0.2 } })).path).toBe('plain');
  await client.close();
});
