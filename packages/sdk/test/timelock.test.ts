import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createCrypto } from '@taonet/crypto';
import { startNode, type NodeOptions, type RunningNode } from '@taonet/node';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connect, wallet, type DevClient } from '../src/index.ts';
import { QUICKNET, roundAt, sealUntil, sealUntilRound, sealWeights, timeOfRound } from '../src/timelock/index.ts';

interface Golden {
  readonly round: number;
  readonly signature: string;
  readonly publicKey: string;
  readonly weights: { readonly hotkey: string; readonly uids: readonly number[]; readonly values: readonly number[]; readonly versionKey: number };
  readonly sealed: readonly { readonly plain: string; readonly sealed: string }[];
}

const golden = JSON.parse(gunzipSync(readFileSync(new URL('../../../fixtures/crypto/timelock.json.gz', import.meta.url))).toString()) as Golden;
const ROUND = BigInt(golden.round);
const SIGNATURE = hexToBytes(golden.signature);

let openTimelock: (sealed: Uint8Array, signature: Uint8Array) => Uint8Array | undefined;
beforeAll(async () => { ({ openTimelock } = await createCrypto()); });

describe('sealed bytes', () => {
  test('what the official library sealed the runtime\'s code opens', () => {
    expect(bytesToHex(QUICKNET.publicKey)).toBe(golden.publicKey);
    for (const { plain, sealed } of golden.sealed) expect(bytesToHex(openTimelock(hexToBytes(sealed), SIGNATURE)!)).toBe(plain);
  });

  test('what is sealed here it opens with the round\'s signature, and has the official one\'s form', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), (message) => {
      expect(openTimelock(sealUntilRound(message, ROUND, QUICKNET.publicKey), SIGNATURE)).toEqual(message);
    }), { numRuns: 10 });
    for (const { plain, sealed } of golden.sealed) {
      const ours = sealUntilRound(hexToBytes(plain), ROUND, QUICKNET.publicKey);
      expect([ours.length, bytesToHex(ours.slice(96, 104)), bytesToHex(ours.slice(-16))]).toEqual([sealed.length / 2, sealed.slice(192, 208), sealed.slice(-32)]);
    }
    expect(openTimelock(sealUntilRound(Uint8Array.of(1), ROUND + 1n, QUICKNET.publicKey), SIGNATURE)).toBeUndefined();
    expect(() => sealUntilRound(Uint8Array.of(1), ROUND, new Uint8Array(96))).toThrow('point of G2');
  });

  test('weights have the official payload', () => {
    const { hotkey, uids, values, versionKey } = golden.weights;
    expect(bytesToHex(openTimelock(sealWeights({ hotkey, uids, values, versionKey: BigInt(versionKey) }, ROUND), SIGNATURE)!)).toBe(golden.sealed[2]!.plain);
  });

  test('rounds and times, of any beacon', () => {
    expect(timeOfRound(QUICKNET, 1n)).toBe(1_692_803_367);
    fc.assert(fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), fc.integer({ min: 1, max: 60 }), (seconds, period) => {
      const beacon = { genesis: 1_000, period };
      const round = roundAt(beacon, seconds);
      expect(timeOfRound(beacon, round)).toBeGreaterThanOrEqual(seconds);
      if (round > 1n) expect(timeOfRound(beacon, round - 1n)).toBeLessThan(seconds);
    }));
    expect(() => roundAt({ genesis: 0, period: 0 }, 5)).toThrow('block numbers');
    expect(sealUntil(Uint8Array.of(1), 1_692_803_367_000 + 999 * 3_000, QUICKNET).round).toBe(ROUND);
  });
});

describe('on a subnet that hides weights', () => {
  const nodes: RunningNode[] = [];
  afterEach(async () => { await Promise.all(nodes.splice(0).map((node) => node.close())); });

  async function startFresh(options: Partial<NodeOptions> = {}): Promise<DevClient> {
    const node = await startNode({ preset: 'dev', build: { fast: true, powFaucet: false }, blockTime: 'manual', seed: 1, ...options });
    nodes.push(node);
    return connect(node, { wallet: wallet.dev('alice') });
  }

  /** A network in the summer of 2023 that follows quicknet, whose round 1000 is soon to come. */
  async function start(tempo = 40): Promise<DevClient> {
    const client = await startFresh({ blockTime: 'instant' });
    await client.dev.set('SubtensorModule.Tempo', [1], tempo);
    const empty = new Uint8Array();
    await client.dev.set('Drand.BeaconConfig', [], { public_key: QUICKNET.publicKey, period: QUICKNET.period, genesis_time: QUICKNET.genesis, hash: empty, group_hash: empty, scheme_id: empty, metadata: { beacon_id: empty } });
    await client.dev.setTime(timeOfRound(QUICKNET, ROUND) * 1000 - 60_000);
    await client.dev.set('SubtensorModule.CommitRevealWeightsEnabled', [1], true);
    await client.dev.mine();
    return client;
  }

  /** Until the weights that would be set now are for round 1000. In an epoch of 40 blocks a second more is a second later; short ones come by in less than a round's time. */
  async function approach(client: DevClient, isEpochLong = true): Promise<void> {
    const left = async (): Promise<number> => Number(ROUND - (await client.weights({ netuid: 1, weights: { 0: 1 } }).plan()).revealRound!);
    await client.dev.increaseTime((await left() - 2) * QUICKNET.period * 1000);
    do {
      if (isEpochLong) await client.dev.increaseTime(1_000);
      await client.dev.mine();
    } while (await left() > 0);
    expect(await left()).toBe(0);
  }

  const pulse = (client: DevClient): Promise<void> => client.dev.set('Drand.Pulses', [ROUND], { round: ROUND, randomness: new Uint8Array(32), signature: SIGNATURE });

  async function mineUntilDone<T>(client: DevClient, work: Promise<T>): Promise<T> {
    let isDone = false;
    const done = work.finally(() => { isDone = true; });
    done.catch(() => undefined);
    while (!isDone) await client.dev.mine();
    return done;
  }

  test('scores in, sealed by the chain\'s beacon, revealed by the chain, counted by an epoch', async () => {
    const client = await start();
    await approach(client);
    const setting = client.weights({ netuid: 1, weights: { 0: 1, 1: 0.5 } });
    const plan = await setting.plan();
    expect(plan).toMatchObject({ path: 'timelock', name: 'SubtensorModule.commit_timelocked_mechanism_weights', refusal: undefined, revealRound: ROUND });
    const result = await setting.send();
    expect(result.receipt.find('SubtensorModule.TimelockedWeightsCommitted')![3]).toBe(ROUND);
    expect(await client.query.SubtensorModule.Weights(1, 4)).toEqual([]);
    await pulse(client);
    const { revealedAt, epochAt } = await mineUntilDone(client, result.counted());
    expect(revealedAt).toBe(result.revealsAt);
    expect(epochAt).toBe(revealedAt);
    expect(await client.query.SubtensorModule.Weights(1, 4)).toEqual([[0, 65_535], [1, 32_768]]);
  });

  test.each(['2026-06', '2025-05'] as const)('without the internet, by the node\'s own beacon, whose rounds are blocks; rules of %s', async (rules) => {
    const client = await startFresh({ rules });
    await client.dev.set('SubtensorModule.CommitRevealWeightsEnabled', [1], true);
    // before May 2025's second epoch nothing is opened
    await client.dev.mine(rules === '2025-05' ? 25 : 12);
    const result = await mineUntilDone(client, client.setWeights({ netuid: 1, weights: { 0: 1, 1: 0.5 } }));
    expect([result.path, result.receipt.call, result.revealRound]).toEqual([
      'timelock', rules === '2025-05' ? 'SubtensorModule.commit_crv3_weights' : 'SubtensorModule.commit_timelocked_mechanism_weights', BigInt(result.revealsAt! - 1),
    ]);
    const { revealedAt, epochAt } = await mineUntilDone(client, result.counted());
    expect([revealedAt, epochAt]).toEqual([result.revealsAt, result.revealsAt]);
    expect(await client.query.SubtensorModule.Weights(1, 4)).toEqual([[0, 65_535], [1, 32_768]]);
  });

  test.each(['2026-06', '2025-05'] as const)('revealed when it was said, in whatever block of an epoch it was committed; rules of %s', async (rules) => {
    const client = await startFresh({ rules, blockTime: 'instant' });
    await client.dev.set('SubtensorModule.CommitRevealWeightsEnabled', [1], true);
    await client.dev.mine(25);
    const { nextEpochBlock } = await client.epochs(1);
    const mark = await client.dev.snapshot();
    for (const landsAt of [nextEpochBlock! - 1, nextEpochBlock!, nextEpochBlock! + 1]) {
      await client.dev.revert(mark);
      await client.dev.mine(landsAt - 26);
      const result = await client.setWeights({ netuid: 1, weights: { 0: 1 } });
      expect(result.receipt.block.number).toBe(landsAt);
      expect((await mineUntilDone(client, result.counted())).revealedAt).toBe(result.revealsAt);
    }
  });

  test('what the chain drops is told', async () => {
    const client = await start();
    await approach(client);
    const result = await client.setWeights({ netuid: 1, weights: { 0: 1 } });
    const counted = result.counted().then(() => undefined, (error: { code: string }) => error.code);
    // no pulse comes
    expect(await mineUntilDone(client, counted)).toBe('NotRevealed');
  });

  test('where epochs are shorter than rounds, the next round or the last one is taken', async () => {
    const client = await start(10);
    await approach(client, false);
    const roundWhenLastIs = async (last: bigint): Promise<bigint> => {
      await client.dev.set('Drand.LastStoredRound', [], last);
      return (await client.weights({ netuid: 1, weights: { 0: 1 } }).plan()).revealRound!;
    };
    expect(await roundWhenLastIs(ROUND - 1n)).toBe(ROUND);
    expect(await roundWhenLastIs(ROUND)).toBe(ROUND + 1n);
    // that one comes after the next epoch
    expect(await roundWhenLastIs(ROUND + 5n)).toBe(ROUND + 5n);
  });

  test('where versions below 4 rule, a hash is committed', async () => {
    const client = await start();
    await client.dev.set('SubtensorModule.CommitRevealWeightsVersion', [], 3);
    expect(await client.weights({ netuid: 1, weights: { 0: 1 } }).plan()).toMatchObject({ path: 'hash', name: 'SubtensorModule.commit_weights' });
  });
});
