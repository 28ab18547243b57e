import { afterAll, beforeAll, expect, test } from 'vitest';
import { WHY_ROWS } from '../../src/why/rows.ts';
import { Output } from '../../src/output.ts';
import { show } from '../../src/why/show.ts';
import { Network, UID } from './network.ts';

let network: Network;
beforeAll(async () => { network = await Network.start(); });
afterAll(() => network.close());

const FIELDS = ['block', 'blockHash', 'cause', 'hotkey', 'netuid', 'nextEpochBlock', 'passed', 'question', 'uid', 'well'];

test('a cause is told with its values, its place and a command', async () => {
  await network.sudo(network.client.tx.AdminUtils.sudo_set_subtoken_enabled({ netuid: 2, subtoken_enabled: false }));
  const { words, data, status } = show(await network.ask('no-emission'));
  expect(status).toBeUndefined();
  expect(words).toContain('ok  the owner has started the subnet');
  expect(words).toContain('Cause: subtoken-disabled');
  expect(words).toContain('SubtensorModule.SubtokenEnabled(2)');
  expect(words).toContain('taonet tx AdminUtils.sudo_set_subtoken_enabled netuid=2 subtoken_enabled=true --sudo --wallet-name //Alice');
  expect(data).toMatchObject({ question: 'no-emission', netuid: 2, cause: { cause: 'subtoken-disabled', actual: false, required: true, read: [{ item: 'SubtensorModule.SubtokenEnabled', keys: [2] }] }, well: null });
  const { cause } = data as { cause: { read: readonly { storageKey: string }[] } };
  const stored = await network.client.rpc('state_getStorage', cause.read[0]!.storageKey);
  expect(stored).toBe('0x00');
});

test('every question answers as a command, in the form of its schema', async () => {
  await network.heal();
  for (const row of WHY_ROWS.filter(({ path }) => path !== 'why price')) {
    const run = await row.load();
    const outcome = await run({
      args: { netuid: '2', neuron: String(row.path.endsWith('dividends') ? UID.alice : UID.miner1) }, options: { network: network.node.endpoints[0]!, timeout: 20, walletName: '//Eve' },
      output: new Output({ json: true, quiet: true }), signal: new AbortController().signal,
    });
    expect(Object.keys(outcome!.data as object).sort()).toEqual(FIELDS);
    expect(Object.keys((row.schema as { properties: object }).properties).sort()).toEqual(FIELDS);
    expect(outcome!.words).toContain(row.path);
  }
});

test('why price tells what moved it, in the form of its schema', async () => {
  await network.heal();
  const row = WHY_ROWS.find(({ path }) => path === 'why price')!;
  const outcome = await (await row.load())({
    args: { netuid: '1' }, options: { network: network.node.endpoints[0]!, timeout: 20, blocks: 5 }, output: new Output({ json: true, quiet: true }), signal: new AbortController().signal,
  });
  const data = outcome!.data as { readonly priceBefore: number; readonly priceAfter: number; readonly parts: Readonly<Record<string, { readonly movesPrice: number }>> };
  expect(Object.keys(data).sort()).toEqual(Object.keys((row.schema as { properties: object }).properties).sort());
  const whole = Object.values(data.parts).reduce((product, { movesPrice }) => product * (1 + movesPrice), 1);
  expect(whole).toBeCloseTo(data.priceAfter / data.priceBefore, 9);
});
