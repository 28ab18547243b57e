import type { RunningNode } from '@taonet/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, dev, devKey, TaonetError, wallet, type DevClient, type Signer } from '../src/index.ts';
import { open, startDevNode } from './liveNode.ts';

let node: RunningNode;
let c: DevClient;
let hotkey: Signer;
let mark: number;
beforeAll(async () => {
  node = await startDevNode();
  hotkey = await devKey('//Alice//validator');
  c = await open(node, { wallet: wallet.of(dev('alice'), hotkey) });
  // permits come with the first epoch
  await c.dev.mine(12);
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
const uidOf = async (): Promise<number> => (await c.metagraph(1)).byHotkey(hotkey)!.uid;

describe('plain', () => {
  test('scores of any scale, by uid and by hotkey; the largest becomes 65535', async () => {
    const graph = await c.metagraph(1);
    const miners = graph.miners.length > 1 ? graph.miners : graph.neurons.filter(({ uid }) => uid !== graph.byHotkey(hotkey)!.uid);
    const [a, b] = miners as [typeof miners[0], typeof miners[0]];
    const result = await c.setWeights({ netuid: 1, weights: { [a.uid]: 3, [b.hotkey]: 1.5, [graph.byHotkey(hotkey)!.uid]: 0 } });
    expect(result).toMatchObject({ path: 'plain', revealsAt: undefined, commit: undefined });
    const stored = await c.query.SubtensorModule.Weights(1, await uidOf());
    expect(new Map(stored)).toEqual(new Map([[a.uid, 65_535], [b.uid, 32_768]]));
    expect(result.receipt.has('SubtensorModule.WeightsSet')).toBe(true);
    expect((await failure(result.reveal())).code).toBe('NothingToReveal');
  });

  test('refused with a reason before anything is signed', async () => {
    const set = (weights: Readonly<Record<string, number>>, client = c): Promise<TaonetError> => failure(client.setWeights({ netuid: 1, weights }));
    expect(await set({})).toMatchObject({ code: 'NoWeights' });
    expect(await set({ 0: 0, 1: 0 })).toMatchObject({ code: 'NoWeights', fix: expect.stringContaining('never set by default') as string });
    expect((await set({ 0: -1 })).code).toBe('BadInput');
    expect((await set({ 0: NaN })).code).toBe('BadInput');
    expect(await set({ 200: 1, 0: 1 })).toMatchObject({ code: 'WeightsRefused', actual: 200 });
    expect((await set({ [dev('ferdie').address]: 1 })).message).toContain('not registered');
    expect((await set({ 0: 1 }, c.as(wallet.dev('ferdie')))).message).toContain('not registered on subnet 1');
    await c.dev.set('SubtensorModule.MinAllowedWeights', [1], 3);
    expect(await set({ 0: 1 })).toMatchObject({ code: 'WeightsRefused', actual: 1, required: 3 });
    await c.dev.set('SubtensorModule.MinAllowedWeights', [1], 0);
    await c.dev.set('SubtensorModule.WeightsSetRateLimit', [1], 100n);
    await c.setWeights({ netuid: 1, weights: { 0: 1 } });
    expect(await set({ 0: 1 })).toMatchObject({ code: 'WeightsRefused', required: 100n, fix: expect.stringContaining('Wait') as string });
  });

  test('without a permit', async () => {
    const miner = await devKey('//miner//new');
    await c.register({ netuid: 1, hotkey: miner }).send();
    const own = (await c.metagraph(1)).byHotkey(miner)!.uid;
    const error = await failure(c.as(wallet.of(dev('alice'), miner)).setWeights({ netuid: 1, weights: { [own === 0 ? 1 : 0]: 1 } }));
    expect(error).toMatchObject({ code: 'WeightsRefused', message: expect.stringContaining('permit') as string });
  });
});

describe('committed by hash', () => {
  test('reveal waits for its epoch', async () => {
    await c.dev.set('SubtensorModule.CommitRevealWeightsEnabled', [1], true);
    await c.dev.set('SubtensorModule.CommitRevealWeightsVersion', [], 3);
    const result = await c.setWeights({ netuid: 1, weights: { 0: 1, 1: 2 } });
    expect(result).toMatchObject({ path: 'hash', uids: [0, 1], values: [32_768, 65_535] });
    expect(result.receipt.has('SubtensorModule.WeightsCommitted')).toBe(true);
    expect(result.revealsAt).toBeGreaterThan(result.receipt.block.number);
    // what was kept is plain data
    const kept = JSON.parse(JSON.stringify(result.commit)) as NonNullable<typeof result.commit>;
    const revealing = c.revealWeights(kept);
    for (let block = (await c.block()).number; block < result.revealsAt! - 1; block++) await c.dev.mine();
    const receipt = await revealing;
    expect(receipt.block.number).toBe(result.revealsAt);
    expect(await c.query.SubtensorModule.Weights(1, await uidOf())).toEqual([[0, 32_768], [1, 65_535]]);
  });
});

/** Makes blocks until the work is done. */
async function mineUntilDone<T>(work: Promise<T>): Promise<T> {
  let isDone = false;
  const done = work.finally(() => { isDone = true; });
  done.catch(() => undefined);
  while (!isDone) await c.dev.mine();
  return done;
}

describe('stays', () => {
  test('until the epoch that counts them', async () => {
    const result = await c.setWeights({ netuid: 1, weights: { 0: 1 } });
    const { revealedAt, epochAt } = await mineUntilDone(result.counted());
    expect(revealedAt).toBeUndefined();
    expect(epochAt).toBeGreaterThan(result.receipt.block.number);
    expect(await (await c.at(epochAt)).query.SubtensorModule.LastMechansimStepBlock(1)).toBe(BigInt(epochAt));
    const before = await (await c.at(epochAt - 1)).query.SubtensorModule.LastMechansimStepBlock(1);
    expect(Number(before)).toBeLessThanOrEqual(result.receipt.block.number);
  });

  test('and reveals by itself what was committed by hash', async () => {
    await c.dev.set('SubtensorModule.CommitRevealWeightsEnabled', [1], true);
    await c.dev.set('SubtensorModule.CommitRevealWeightsVersion', [], 3);
    const result = await c.setWeights({ netuid: 1, weights: { 0: 1, 1: 2 } });
    const { revealedAt, epochAt } = await mineUntilDone(result.counted());
    expect(revealedAt).toBeGreaterThanOrEqual(result.revealsAt!);
    expect(epochAt).toBeGreaterThan(revealedAt!);
    expect((await result.reveal()).block.number).toBe(revealedAt);
  });

  test('until a rate limit has passed, in this tempo', async () => {
    await c.dev.set('SubtensorModule.Tempo', [1], 40);
    await c.dev.set('SubtensorModule.WeightsSetRateLimit', [1], 6n);
    const first = await c.setWeights({ netuid: 1, weights: { 0: 1 } });
    const tries: string[] = [];
    const second = await mineUntilDone(c.setWeights({ netuid: 1, weights: { 1: 1 } }, { stay: true, onRefused: ({ code }) => tries.push(code) }));
    expect(second.receipt.block.number - first.receipt.block.number).toBeGreaterThanOrEqual(6);
    expect([tries.length > 0, new Set(tries)]).toEqual([true, new Set(['WeightsRefused'])]);
    expect(await c.query.SubtensorModule.Weights(1, await uidOf())).toEqual([[1, 65_535]]);
  });

  test('not beyond the epoch, and not for what no block cures', async () => {
    await c.dev.set('SubtensorModule.WeightsSetRateLimit', [1], 1_000n);
    await c.setWeights({ netuid: 1, weights: { 0: 1 } });
    const { number } = await c.block();
    expect(await failure(mineUntilDone(c.setWeights({ netuid: 1, weights: { 1: 1 } }, { stay: true })))).toMatchObject({ code: 'WeightsRefused', required: 1_000n });
    expect((await c.block()).number - number).toBeLessThanOrEqual(20);
    expect((await failure(c.setWeights({ netuid: 1, weights: { 99: 1 } }, { stay: true }))).actual).toBe(99);
  });
});

test('one signer for all', async () => {
  const client = await connect(node, { wallet: hotkey });
  expect((await client.weights({ netuid: 1, weights: { 0: 1 } }).plan()).signer).toBe(hotkey.address);
  await client.close();
});
