import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { subtensorModule } from '@taonet/abi';
import { startNode, type RunningNode } from '@taonet/node';
import { bytesToHex } from '@taonet/primitives';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COPIED_AS_NEURONS, COPIED_AT_THE_END, COPIED_PARAMETERS, copySubnet, followEpochs, NOT_COPIED, onClient, type SubnetCopy } from '../src/copy/index.ts';
import { KNOWN_ROUND } from '../src/copy/knownRound.ts';
import { connect, devKey, tao, wallet, type DevClient } from '../src/index.ts';

const FIRST = 1;
const VALIDATORS = ['//Alice//validator', '//Bob//validator', '//Charlie//validator'];

test('each item that a subnet has is copied or said not to be, once', () => {
  const keyed = [subtensorModule.storage.Tempo.keys[0]!.codec, subtensorModule.storage.Weights.keys[0]!.codec] as readonly unknown[];
  const ofSubnets = Object.entries(subtensorModule.storage).filter(([, { keys }]) => keys.some(({ codec }) => keyed.includes(codec))).map(([name]) => name);
  const told = [...COPIED_PARAMETERS, COPIED_AT_THE_END, ...COPIED_AS_NEURONS, ...Object.values(NOT_COPIED).flat()];
  expect(told.filter((name, i) => told.indexOf(name) !== i)).toEqual([]);
  expect([...told].sort()).toEqual([...ofSubnets].sort());
});

test('the known round is the beacon\'s, of which the official library\'s seals are kept', () => {
  const file = JSON.parse(gunzipSync(readFileSync(new URL('../../../fixtures/crypto/timelock.json.gz', import.meta.url))).toString('utf8')) as { readonly round: number; readonly signature: string; readonly publicKey: string };
  const { round, signature, publicKey } = KNOWN_ROUND;
  expect([Number(round), bytesToHex(signature), bytesToHex(publicKey)]).toEqual([file.round, file.signature, file.publicKey]);
});

describe.each([['2026-06'], ['2025-05']] as const)('a copy on a node under the rules of %s', (rules) => {
  let node: RunningNode;
  let c: DevClient;
  let copy: SubnetCopy;
  beforeAll(async () => {
    node = await startNode({ preset: 'dev', rules, build: { fast: true, powFaucet: false }, blockTime: 'instant', seed: 1 });
    c = await connect(node, { wallet: wallet.dev('alice') });
    for (const name of ['//Miner1', '//Miner2']) {
      const miner = await devKey(name);
      await c.dev.setBalance(miner.address, tao('10'));
      await c.tx.SubtensorModule.burned_register({ netuid: FIRST, hotkey: miner.address }).send({ signer: miner });
      await c.dev.mine(1);
    }
    for (const name of VALIDATORS) await c.tx.SubtensorModule.set_weights({ netuid: FIRST, dests: [5, 6], weights: [65_535, 20_000], version_key: 0n }).send({ signer: await devKey(name) });
    await c.dev.set('SubtensorModule.Kappa', [FIRST], 30_000);
    await c.dev.mineUntil({ epochOf: FIRST });
    const signer = await devKey('//Alice');
    copy = await onClient(c, copySubnet({ netuid: FIRST, owner: signer.address, hotkey: (await devKey('//Copy')).address, name: 'again' }), { signer });
  });
  afterAll(async () => {
    await c.close();
    await node.close();
  });

  test('works as the original does: settings, hotkeys, weights', async () => {
    for (const name of [...COPIED_PARAMETERS, COPIED_AT_THE_END]) {
      const item = c.runtime.storage('SubtensorModule', name);
      const [here, there] = await Promise.all([FIRST, copy.netuid].map((netuid) => c.rpc<string | null>('state_getStorage', item.key([netuid]))));
      expect([name, there]).toEqual([name, here]);
    }
    const [original, graph] = await Promise.all([c.metagraph(FIRST), c.metagraph(copy.netuid)]);
    expect([copy.uids.size, copy.left.length, copy.weightRows, copy.weightsLost, copy.ownerRow]).toEqual([6, 1, 3, 0, true]);
    for (const [uid, there] of copy.uids) expect(graph.neurons[there]!.hotkey).toBe(original.neurons[uid]!.hotkey);
    const rowOf = (netuid: number, uid: number): Promise<unknown> => c.query.SubtensorModule.Weights(netuid, uid);
    expect(await rowOf(copy.netuid, copy.uids.get(1)!)).toEqual(await rowOf(FIRST, 1));
    expect((await c.subnet(copy.netuid))!.identity!.name).toBe('again');
    expect((await c.subnet(copy.netuid))!.identity!.additional).toMatch(/^copied from subnet 1 at block \d+$/);
  });

  test('has nothing of what the original is worth, and paid for what it has', async () => {
    const { SubtensorModule: S } = c.query;
    const dear = (await c.metagraph(FIRST)).neurons.map(({ hotkey }) => hotkey);
    expect(await Promise.all(dear.map((hotkey) => S.TotalHotkeyAlpha(hotkey, copy.netuid)))).toEqual(dear.map(() => 0n));
    expect(copy.cost.lockRao).toBe(1_000_000_000_000n);
    expect(copy.cost.placesRao).toBeGreaterThan(5_900_000_000n);
    expect(copy.cost.totalRao).toBe(copy.cost.lockRao + copy.cost.placesRao + copy.cost.feesRao);
    expect(await S.SubnetTAO(copy.netuid)).toBeLessThan(1_007_000_000_000n);
    expect(await S.SubnetTAO(FIRST)).toBeGreaterThan(10_000_000_000_000n);
    // Who came along has what it had: its place was a gift of exactly so much.
    expect((await c.balance('bob')).free.rao).toBe(1_000_000_000_000_000n);
  });

  test('earns no TAO from no history, and its participants the alpha of any subnet', async () => {
    const { subnets: [original, second] } = await onClient(c, followEpochs({ netuids: [FIRST, copy.netuid], epochs: 4 }));
    expect(second!.epochs).toBe(4);
    expect(second!.taoInRao).toBeLessThan(1_000n);
    expect(original!.shareMillionths).toBeGreaterThan(999_990n);
    expect(second!.alpha.miners).toBeGreaterThan(original!.alpha.miners / 2n);
    // Who sells all of it gets less than the price.
    expect(second!.exit.miners * 1_000_000_000n).toBeLessThan(second!.alpha.miners * second!.priceAfterRao);
    expect([original!.alpha.owner, second!.alpha.owner > 5_000_000_000n]).toEqual([0n, true]);
    expect(second!.rootRao > 0n).toBe(rules === '2025-05');
  });
});
