import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCrypto } from '@taonet/crypto';
import { OperatingError, type Crypto } from '@taonet/primitives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNode, type NodeOptions, type RunningNode } from '../src/index.ts';
import { readStateFile, withState } from '../src/stateFile.ts';

const EXAMPLE = new URL('../../../examples/alphaHalving.json', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'taonet-state-'));
let crypto: Crypto;
beforeAll(async () => { crypto = await createCrypto(); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(text: string): string {
  const path = join(folder, `${Math.abs(text.length)}-${text.slice(0, 4).replace(/\W/g, '')}.json`);
  writeFileSync(path, text);
  return path;
}
const itemFile = (...items: readonly object[]): string => fileOf(JSON.stringify({ items }));

function refusalOf(path: string): string {
  try {
    readStateFile(path, crypto);
  } catch (error) {
    if (error instanceof OperatingError && error.code === 'BadStateFile') return error.message;
    throw error;
  }
  return '';
}

describe('what a file may say', () => {
  it.each([
    ['no JSON', '{', /no JSON/],
    ['no list', '{"about": "x"}', /no list of items/],
    ['an item that the chain lacks', '{"items": [{"item": "SubtensorModule.Temop", "keys": [1], "value": 1}]}', /items\[0\]: the chain has no item SubtensorModule\.Temop/],
    ['too few keys', '{"items": [{"item": "SubtensorModule.Alpha", "keys": [1], "value": "1"}]}', /has 3 keys/],
    ['no value', '{"items": [{"item": "SubtensorModule.Tempo", "keys": [1]}]}', /has no value/],
    ['a value of another type', '{"items": [{"item": "SubtensorModule.Tempo", "keys": [1], "value": "often"}]}', /items\[0\]\.value/],
    ['a key that is no account', '{"items": [{"item": "SubtensorModule.Owner", "keys": ["nobody"], "value": null}]}', /keys\[0\]/],
    ['a value twice', '{"items": [{"item": "SubtensorModule.Tempo", "keys": [1], "value": 1}, {"item": "SubtensorModule.Tempo", "keys": [1], "value": 2}]}', /twice/],
  ])('not %s', (_, text, said) => expect(refusalOf(fileOf(text))).toMatch(said));

  it('not be missing', () => expect(refusalOf(join(folder, 'none.json'))).toMatch(/cannot be read/));

  it('values and their absence, over those that are there', () => {
    const { changes } = readStateFile(itemFile({ item: 'SubtensorModule.Tempo', keys: [1], value: 99 }, { item: 'SubtensorModule.Kappa', keys: [1], value: null }), crypto);
    const [[tempo], [kappa]] = changes as [[string, unknown], [string, unknown]];
    const state = new Map(withState([[kappa, Uint8Array.of(1)], ['aa', Uint8Array.of(2)]], { changes }));
    expect([...state]).toEqual([['aa', Uint8Array.of(2)], [tempo, Uint8Array.of(99, 0)]]);
  });

  it('the same in another order, and is the same beginning', () => {
    const rows = [{ item: 'SubtensorModule.Tempo', keys: [1], value: 99 }, { item: 'SubtensorModule.Tempo', keys: [2], value: 98 }];
    const mark = (...items: readonly object[]): string => readStateFile(itemFile(...items), crypto).mark;
    expect(mark(rows[1]!, rows[0]!)).toBe(mark(...rows));
    expect(mark(rows[0]!)).not.toBe(mark(...rows));
  });
});

const OPTIONS: NodeOptions = { preset: 'dev', build: { fast: true, powFaucet: false }, blockTime: 'manual' };
interface Row { readonly item: string; readonly value: string }

it('what is kept with one beginning is not opened with another', async () => {
  const data = join(folder, 'kept');
  const kept = await startNode({ ...OPTIONS, data, state: EXAMPLE });
  await kept.close();
  await expect(startNode({ ...OPTIONS, data })).rejects.toThrow(OperatingError);
  await (await startNode({ ...OPTIONS, data, state: EXAMPLE })).close();
});

it('the example\'s stakes are the alpha it says is out', () => {
  const { items } = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as { readonly items: readonly Row[] };
  const sumOf = (name: string): bigint => items.filter(({ item }) => item === `SubtensorModule.${name}`).reduce((sum, { value }) => sum + BigInt(value), 0n);
  expect([sumOf('TotalHotkeyAlpha'), sumOf('TotalHotkeyShares') >> 64n, sumOf('Alpha') >> 64n]).toEqual([sumOf('SubnetAlphaOut'), sumOf('SubnetAlphaOut'), sumOf('SubnetAlphaOut')]);
});

describe.each([['2026-06', 40], ['2025-05', 23]] as const)('alpha of an old subnet under the rules of %s', (rules, last) => {
  let node: RunningNode;
  beforeAll(async () => { node = await startNode({ ...OPTIONS, rules, state: EXAMPLE }); });
  afterAll(() => node.close());

  const alphaOf = async (item: string): Promise<bigint> => {
    const { changes } = readStateFile(itemFile({ item: `SubtensorModule.${item}`, keys: [1], value: null }), crypto);
    const hex = (await node.request('state_getStorage', [`0x${changes[0]![0]}`])) as string;
    return Buffer.from(hex.slice(2), 'hex').readBigUInt64LE();
  };

  it('halves after 10,500,000', async () => {
    await node.request('dev_mine', [last]);
    const issued = await alphaOf('SubnetAlphaIn') + await alphaOf('SubnetAlphaOut');
    expect([issued > 10_500_000_000_000_000n, await alphaOf('SubnetAlphaOutEmission')]).toEqual([true, 1_000_000_000n]);
    await node.request('dev_mine', [1]);
    expect(await alphaOf('SubnetAlphaOutEmission')).toBe(500_000_000n);
  });
});
