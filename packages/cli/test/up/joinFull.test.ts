/** Who loses its place to a newcomer, on a network whose blocks the test makes. */

import { startNode, type RunningNode } from '@taonet/node';
import { connect, devKey, type DevClient, type Signer } from '@taonet/sdk';
import type { SubnetKind } from '@taonet/subnets';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bootstrap } from '../../src/up/bootstrap.ts';
import { createCast } from '../../src/up/cast.ts';
import { joinFull } from '../../src/up/joinFull.ts';
import { readSeats } from '../../src/up/seats.ts';

const cast = createCast({ subnets: ['store'], miners: 3, validators: 2 });
const [{ miners }] = cast.subnets as [typeof cast.subnets[0]];
const kinds = new Map([['store', { name: 'store', title: 'Store', purpose: '', minimumHardware: '' } as unknown as SubnetKind]]);
const newcomer = miners.find(({ isNewcomer }) => isNewcomer)!;

let node: RunningNode;
let client: DevClient;
let netuid: number;
let allBuilt: () => Promise<Awaited<ReturnType<typeof bootstrap>>>;
let well: number;
const hotkeys: Record<string, Signer> = {};
/** Of the first ones. */
const uids: Record<string, number> = {};

/** Requests for which there is time between two blocks. */
const REQUESTS = 20;

/** Makes blocks until `work` is over. */
async function mining<T>(work: Promise<T>): Promise<T> {
  let isOver = false;
  const over = work.finally(() => { isOver = true; });
  over.catch(() => undefined);
  while (!isOver) {
    for (let i = 0; i < REQUESTS && !isOver; i += 1) await client.block();
    await client.dev.mine();
  }
  return over;
}

beforeAll(async () => {
  node = await startNode({ preset: 'dev', build: { fast: true, powFaucet: false }, blockTime: 'manual', port: 0, seed: 1, unsafeRpc: true });
  client = await connect(node.endpoints[0]!, { dev: true });
  allBuilt = () => bootstrap({ client, cast, kinds, tell: () => undefined });
  netuid = (await mining(allBuilt()))[0]!.netuid;
  const names: Record<string, string> = { owner: cast.subnets[0]!.ownerHotkey, validator: cast.validators[0]!.hotkey, liar: cast.validators[1]!.hotkey, best: miners[0]!.hotkey, good: miners[1]!.hotkey, bad: miners[2]!.hotkey, newcomer: newcomer.hotkey, guest: '//guest' };
  for (const [name, uri] of Object.entries(names)) hotkeys[name] = await devKey(uri);
  await client.dev.mine(125);
  for (const { uid, hotkey } of (await client.metagraph(netuid)).neurons) uids[Object.keys(hotkeys).find((name) => hotkeys[name]!.address === hotkey)!] = uid;
  await client.dev.mineUntil({ epochOf: netuid });
  well = await client.dev.snapshot();
}, 120_000);
afterAll(async () => {
  await client.close();
  await node.close();
});
beforeEach(async () => {
  await client.dev.revert(well);
  well = await client.dev.snapshot();
});

type Pay = Readonly<Record<'owner' | 'validator' | 'liar' | 'best' | 'good' | 'bad', bigint>>;
const WELL: Pay = { owner: 0n, validator: 400n, liar: 20n, best: 300n, good: 100n, bad: 0n };

/** What the last epoch paid. */
async function paid(pay: Pay): Promise<void> {
  const byUid = (value: (name: keyof Pay) => bigint): bigint[] => {
    const list = Array.from({ length: Object.keys(uids).length }, () => 0n);
    for (const [name, uid] of Object.entries(uids)) list[uid] = value(name as keyof Pay);
    return list;
  };
  await client.dev.set('SubtensorModule.Emission', [netuid], byUid((name) => pay[name]));
  await client.dev.set('SubtensorModule.Dividends', [netuid], byUid((name) => (['validator', 'liar'].includes(name) ? pay[name] : 0n)).map(Number));
}

const join = (): Promise<void> => mining(joinFull(client, { cast, miner: { ...newcomer, netuid }, signal: new AbortController().signal }));
const holderOf = async (uid: number): Promise<string | undefined> => {
  const hotkey = (await client.metagraph(netuid)).neurons[uid]?.hotkey;
  return Object.keys(hotkeys).find((name) => hotkeys[name]!.address === hotkey);
};
const room = (): Promise<number> => client.query.SubtensorModule.MaxAllowedUids(netuid);

describe('a newcomer on a full subnet', () => {
  it('takes the place of the worst miner; the next start leaves it there', async () => {
    await paid(WELL);
    await join();
    expect(await holderOf(uids['bad']!)).toBe('newcomer');
    expect(await room()).toBe(6);
    const seats = (await client.metagraph(netuid)).neurons.map(({ hotkey }) => hotkey);
    const built = await mining(allBuilt());
    expect((await client.metagraph(netuid)).neurons.map(({ hotkey }) => hotkey)).toEqual(seats);
    const playing = await readSeats(client, cast, built);
    expect(playing.miners.map(({ hotkey }) => hotkey)).toEqual(miners.filter((one) => one !== miners[2]).map(({ hotkey }) => hotkey));
    expect(playing.validators).toHaveLength(3);
  });

  it('takes the place of a liar, if that is worth least', async () => {
    await paid({ ...WELL, liar: 0n, bad: 10n });
    await join();
    expect(await holderOf(uids['liar']!)).toBe('newcomer');
  });

  it.each<[string, Pay, () => Promise<unknown>]>([
    ['an honest validator', { ...WELL, validator: 0n, bad: 10n, liar: 20n }, () => Promise.resolve()],
    ['the owner, where the chain does not protect it,', { ...WELL, bad: 10n }, () => client.dev.set('SubtensorModule.ImmuneOwnerUidsLimit', [netuid], 0)],
    ["somebody else's validator that earns", { ...WELL, good: 5n, bad: 10n }, () => client.dev.set('SubtensorModule.Dividends', [netuid], Array.from({ length: 6 }, (_, uid) => (uid === uids['good'] ? 100 : 0)))],
  ])('waits rather than displace %s and leaves the subnet as it was', async (_, pay, plant) => {
    await paid(pay);
    await plant();
    const [before, seats] = [await room(), (await client.metagraph(netuid)).neurons.map(({ hotkey }) => hotkey)];
    await expect(join()).rejects.toMatchObject({ code: 'MustWait' });
    expect(await room()).toBe(before);
    expect((await client.metagraph(netuid)).neurons.map(({ hotkey }) => hotkey)).toEqual(seats);
  });

  it('waits for an epoch that may change who is the worst', async () => {
    const { SubtensorModule: S } = client.query;
    const epoch = Number(await S.LastEpochBlock(netuid)) + await S.Tempo(netuid);
    await client.dev.mine(epoch - 3 - (await client.block()).number);
    // Nobody has set weights: the epoch pays by stake alone.
    await paid({ ...WELL, validator: 0n, bad: 10n });
    await join();
    expect(Number(await S.LastEpochBlock(netuid))).toBe(epoch);
    expect(await holderOf(uids['validator']!)).toBe('validator');
  });

  it('waits for the end of an immunity, after which a validator would be the worst', async () => {
    await paid({ ...WELL, validator: 0n, bad: 10n });
    const { number } = await client.block();
    await client.dev.set('SubtensorModule.BlockAtRegistration', [netuid, uids['validator']!], BigInt(number - 120 + 4));
    await expect(join()).rejects.toMatchObject({ code: 'MustWait' });
    expect((await client.block()).number).toBeGreaterThanOrEqual(number + 4);
    expect(await holderOf(uids['validator']!)).toBe('validator');
  });

  it('does not push out the second worst when somebody takes the place before it', async () => {
    await paid({ ...WELL, validator: 5n });
    const guest = await devKey('//Bob');
    const ask = client.rpc.bind(client);
    const first = vi.spyOn(client, 'rpc').mockImplementation(async (method, ...args) => {
      if (method !== 'author_submitExtrinsic') return ask(method, ...args);
      first.mockRestore();
      const { receipt } = await client.tx.SubtensorModule.burned_register({ netuid, hotkey: hotkeys['guest']!.address }).submit({ signer: guest });
      await client.dev.mine();
      await receipt;
      return ask(method, ...args);
    });
    await expect(join()).rejects.toMatchObject({ code: 'MustWait' });
    expect(await holderOf(uids['bad']!)).toBe('guest');
    expect(await holderOf(uids['validator']!)).toBe('validator');
  });
});
