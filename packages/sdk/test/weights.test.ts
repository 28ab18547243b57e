import { createCrypto } from '@taonet/crypto';
import type { RunningNode } from '@taonet/node';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, dev, devKey, TaonetError, wallet, type DevClient, type Signer } from '../src/index.ts';
import { sealUntilRound } from '../src/weights/timelock.ts';
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

describe('time-locked', () => {
  test('committed for a round of the chain\'s beacon', async () => {
    await c.dev.set('SubtensorModule.CommitRevealWeightsEnabled', [1], true);
    const plan = await c.weights({ netuid: 1, weights: { 0: 1 } }).plan();
    expect(plan).toMatchObject({ path: 'timelock', name: 'SubtensorModule.commit_timelocked_weights', refusal: undefined });
    const result = await c.setWeights({ netuid: 1, weights: { 0: 1 } });
    expect(result.receipt.find('SubtensorModule.TimelockedWeightsCommitted')![3]).toBe(result.revealRound);
    const now = Number(await c.query.Timestamp.Now()) / 1000;
    const opensIn = 1_692_803_367 + Number(result.revealRound) * 3 - now;
    expect(Math.abs(opensIn - (result.revealsAt! + 3 - result.receipt.block.number) * 0.25)).toBeLessThan(3.5);
  });

  test('sealed bytes are opened by the round\'s signature, and by no other', async () => {
    const { openTimelock } = await createCrypto();
    const beacon = hexToBytes('83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a');
    // quicknet's signature of round 1000
    const signature = hexToBytes('b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39');
    const message = Uint8Array.from({ length: 100 }, (_, i) => i);
    expect(bytesToHex(openTimelock(sealUntilRound(message, 1000n, beacon), signature)!)).toBe(bytesToHex(message));
    expect(openTimelock(sealUntilRound(message, 1001n, beacon), signature)).toBeUndefined();
    expect(() => sealUntilRound(message, 1n, new Uint8Array(96))).toThrow('point of G2');
  });
});

test('one signer for all', async () => {
  const client = await connect(node, { wallet: hotkey });
  expect((await client.weights({ netuid: 1, weights: { 0: 1 } }).plan()).signer).toBe(hotkey.address);
  await client.close();
});
