/** Runtimes that are not the one this package was declared for: mainnet's, older metadata, and one that wraps netuids. */

import { bytes, encode, metadata, Reader, type Metadata } from '@taonet/codec';
import { bytesToHex } from '@taonet/primitives';
import type { RunningNode } from '@taonet/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, DEV_ADDRESSES, Runtime, tao, wallet, type CallValue } from '../src/index.ts';
import { likeUpstream, startDevNode } from './liveNode.ts';
import { mainnetBlob, upstreamBlob } from './metadataBlobs.ts';

type V15 = Extract<Metadata, { version: 15 }>['value'];
const VERSION = { specName: 'node-subtensor', specVersion: 425, transactionVersion: 1 };

/** As upstream did in July 2026: wherever a field is called NetUid, it becomes a composite around u16. */
function wrapNetUids(blob: Uint8Array): Uint8Array {
  const value = metadata.decode(new Reader(blob)).value as V15;
  const id = value.types.length;
  const u16 = value.types.findIndex(({ def }) => def.type === 'primitive' && def.value === 'u16');
  const wrapper = {
    id, path: ['subtensor_runtime_common', 'NetUid'], params: [], docs: [],
    def: { type: 'composite', value: [{ name: undefined, type: u16, typeName: 'u16', docs: [] }] },
  } as const;
  const fieldsOf = <F extends { readonly type: number; readonly typeName: string | undefined }>(fields: readonly F[]): F[] =>
    fields.map((field) => (field.typeName === 'NetUid' ? { ...field, type: id } : field));
  const types = value.types.map((type) => {
    const { def } = type;
    if (def.type === 'composite') return { ...type, def: { ...def, value: fieldsOf(def.value) } };
    if (def.type === 'variant') return { ...type, def: { ...def, value: def.value.map((row) => ({ ...row, fields: fieldsOf(row.fields) })) } };
    return type;
  });
  const pallets = value.pallets.map((pallet) => ({
    ...pallet,
    storage: pallet.storage === undefined ? undefined : {
      ...pallet.storage,
      entries: pallet.storage.entries.map((entry) => (entry.name === 'Tempo' && entry.shape.type === 'Map' ? { ...entry, shape: { type: 'Map', value: { ...entry.shape.value, key: id } } as const } : entry)),
    },
  }));
  const apis = value.apis.map((api) => ({ ...api, methods: api.methods.map((method) => ({ ...method, inputs: method.inputs.map((input) => (input.name === 'netuid' ? { ...input, type: id } : input)) })) }));
  return encode(metadata, { version: 15, value: { ...value, types: [...types, wrapper], pallets, apis } } as Metadata);
}

const stake = (netuid: unknown): CallValue => ({ type: 'SubtensorModule', value: { type: 'add_stake', value: { hotkey: DEV_ADDRESSES.bob, netuid, amount_staked: tao('1') } } });
const STAKE_BYTES = `0702${'8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48'}0100${'00ca9a3b00000000'}`;

describe('values do not depend on who wrapped what', () => {
  const plain = new Runtime(VERSION, upstreamBlob(15));
  const wrapped = new Runtime(VERSION, wrapNetUids(upstreamBlob(15)));

  test('bare integers go in where a wrapper with one field is wanted, and the other way round', () => {
    for (const runtime of [plain, wrapped]) {
      for (const netuid of [1, 1n, { 0: 1 }, { netuid: 1 }]) {
        expect(bytesToHex(runtime.encodeCall(stake(netuid)))).toBe(STAKE_BYTES);
      }
      expect(runtime.storage('SubtensorModule', 'Tempo').key([1])).toBe(plain.storage('SubtensorModule', 'Tempo').key([1]));
      expect(runtime.storage('SubtensorModule', 'Tempo').decodeKey(plain.storage('SubtensorModule', 'Tempo').key([7]))).toEqual([7]);
    }
  });

  test('values come out the same', () => {
    const events = new Map<string, unknown>();
    for (const [name, runtime] of Object.entries({ plain, wrapped })) {
      // WeightsSet-like: NetworkAdded(netuid 5, 2) in one record
      const item = runtime.storage('System', 'Events');
      events.set(name, item.decodeValue(`0x04${'00'}${'01000000'}${'0700'}${'0500'}${'0200'}${'00'}`));
    }
    expect(events.get('wrapped')).toEqual(events.get('plain'));
    expect(JSON.stringify(events.get('plain'))).toContain('"value":[5,2]');
  });

  test('what is out of bounds or of another form is refused by name', () => {
    expect(() => wrapped.encodeCall(stake(70_000))).toThrow('SubtensorModule.add_stake.netuid: expected u16');
    expect(() => wrapped.encodeCall(stake('one'))).toThrow('got \'one\'');
  });
});

describe('all metadata versions tell the same', () => {
  const runtimes = ([14, 15, 16] as const).map((version) => new Runtime(VERSION, upstreamBlob(version)));

  test('calls, storage keys, constants', () => {
    for (const runtime of runtimes) {
      expect(bytesToHex(runtime.encodeCall(stake(1)))).toBe(STAKE_BYTES);
      expect(runtime.constant('Balances', 'ExistentialDeposit')).toBe(500n);
      expect(runtime.errorName(7, 8)).toBe('SubtensorModule.NotEnoughStake');
      expect(runtime.extensions.map(({ identifier }) => identifier)).toHaveLength(13);
    }
  });
});

describe('mainnet, spec 393', () => {
  const runtime = new Runtime({ specName: 'node-subtensor', specVersion: 393, transactionVersion: 1 }, mainnetBlob());

  test('every type has a codec; calls have the same bytes', () => {
    for (const pallet of runtime.palletNames) {
      for (const kind of ['storage', 'constants'] as const) {
        for (const name of runtime.namesOf(pallet, kind)) {
          if (kind === 'constants') runtime.constant(pallet, name);
          else runtime.storage(pallet, name).decodeValue(null);
        }
      }
    }
    expect(bytesToHex(runtime.encodeCall(stake(1)))).toBe(STAKE_BYTES);
    expect(runtime.namesOf('SubtensorModule', 'calls').length).toBe(69);
  });

  test('what it does not have is named, with its version', () => {
    expect(() => runtime.encodeCall({ type: 'LimitOrders', value: { type: 'x', value: {} } })).toThrow('393');
    expect(runtime.hasCall('SubtensorModule', 'register_limit')).toBe(false);
    expect(() => runtime.api('SwapRuntimeApi', 'no_such')).toThrow('SwapRuntimeApi.no_such');
  });
});

describe('a chain that changes its runtime while a client is there', () => {
  let node: RunningNode;
  beforeAll(async () => { node = await startDevNode(); });
  afterAll(() => node.close());

  test('reads, signs and decodes by the newer one; older blocks by theirs', async () => {
    const newer = wrapNetUids(upstreamBlob(15));
    let changed = false;
    const asked: string[] = [];
    const door = await likeUpstream(node, (method, result, params) => {
      if (method === 'state_call' && params[0] === 'Metadata_metadata_at_version') asked.push(changed && params[2] === undefined ? 'newer' : 'older');
      if (!changed) return result;
      if (method === 'state_getStorageHash' && params[0] === '0x3a636f6465') return `0x${'77'.repeat(32)}`;
      if (method === 'state_call' && params[0] === 'Metadata_metadata_at_version') return `0x01${bytesToHex(encode(bytes, newer))}`;
      return result;
    });
    const c = await connect(door, { wallet: wallet.dev('alice') });
    const before = c.runtime;
    expect(await c.query.SubtensorModule.Tempo(1)).toBe(10);
    changed = true;
    expect(await c.view.connection.refreshRuntime()).not.toBe(before);
    expect(await c.query.SubtensorModule.Tempo(1)).toBe(10);
    expect(await c.price(1)).toMatchObject({ unit: 'Tao' });
    const receipt = await c.transfer({ to: 'bob', amount: tao('1') }).send();
    expect(receipt.find('Balances.Transfer')!.amount).toBe(1_000_000_000n);
    expect(asked).toContain('newer');
    await c.close();
    door.close();
  });
});
