import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNode } from '@taonet/node';
import type { RunningNode } from '@taonet/node';
import { connect, devKey, wallet } from '../../src/index.ts';
import type { DevClient, Signer } from '../../src/index.ts';
import { chainOf, createSealingKeys, sealingCertificate } from '../../src/neuron/index.ts';
import { readState } from '../../src/neuron/run/stateFile.ts';

let node: RunningNode;
let client: DevClient;
let hotkey: Signer;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taonet-chain-'));
  node = await startNode({ preset: 'dev', build: { fast: true, powFaucet: false }, blockTime: 'instant', port: 0, seed: 1 });
  hotkey = await devKey('//Alice//validator');
  client = await connect(node, { wallet: wallet.of(await devKey('alice'), hotkey) });
  await client.dev.mine(12); // the first epoch gives permits
});
afterAll(async () => {
  await client.close();
  await node.close();
  await rm(folder, { recursive: true });
});

const uid = async (): Promise<number> => (await client.metagraph(1)).byHotkey(hotkey.address)!.uid;

describe('the loops\' chain, over a node', () => {
  test('an axon with a sealing key is announced and read back', async () => {
    const chain = chainOf(client, hotkey);
    const keys = createSealingKeys();
    await chain.serveAxon({ netuid: 1, ip: '127.0.0.2', port: 8091, certificate: sealingCertificate(keys) });
    const view = await chain.subnet(1);
    expect(view.neurons[await uid()]).toMatchObject({ hotkey: hotkey.address, ip: '127.0.0.2', port: 8091, validatorPermit: true, sealingKey: keys.publicKey });
    expect(view.neurons.filter(({ sealingKey }) => sealingKey !== undefined)).toHaveLength(1);
    expect(view.rules).toMatchObject({ tempo: 10, minAllowedWeights: 0, maxWeightsLimit: 65_535, weightsVersion: 0n, commitReveal: false });
    expect(view.rules.nextEpochBlock - view.rules.lastEpochBlock).toBe(10);
  });

  test('plain weights are set', async () => {
    const chain = chainOf(client, hotkey);
    await chain.setWeights({ netuid: 1, weights: new Map([[2, 65_535], [3, 21_845]]), versionKey: 0n });
    expect(await client.query.SubtensorModule.Weights(1, await uid())).toEqual([[2, 65_535], [3, 21_845]]);
    expect((await chain.subnet(1)).neurons[await uid()]!.lastUpdate).toBeGreaterThan(0);
  });

  test('committed weights are revealed by the next start, when the first one did not live so long', async () => {
    const before = new AbortController();
    await client.dev.set('SubtensorModule.CommitRevealWeightsEnabled', [1], true);
    await client.dev.set('SubtensorModule.CommitRevealWeightsVersion', [], 3);
    const first = chainOf(client, hotkey, { statePath: folder });
    const numbers = first.blocks(before.signal)[Symbol.asyncIterator]();
    const started = numbers.next();
    await client.dev.mine(1);
    await started;
    await first.setWeights({ netuid: 1, weights: new Map([[3, 65_535]]), versionKey: 0n });
    before.abort();
    await numbers.next();
    const kept = await readState(join(folder, 'commits.json'), { name: 'commits', migrations: [], check: (value) => value as unknown[] });
    expect(kept).toHaveLength(1);
    const after = new AbortController();
    const errors: unknown[] = [];
    const second = chainOf(client, hotkey, { statePath: folder, onError: (error) => errors.push(error) });
    const revealed = (async () => {
      for await (const _block of second.blocks(after.signal)) {
        const weights = await client.query.SubtensorModule.Weights(1, await uid());
        if (weights.length === 1) return weights;
        if (errors.length > 0) throw errors[0];
        await client.dev.mine(1);
      }
      return [];
    })();
    await client.dev.mine(1);
    expect(await revealed).toEqual([[3, 65_535]]);
    after.abort();
  });
});
