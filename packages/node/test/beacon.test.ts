import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beaconConfiguration, pulse, type Pulse } from '@taonet/abi';
import type { BittensorRuntime } from '@taonet/chain';
import { decode, encode, u16, u64 } from '@taonet/codec';
import { createBeaconKey, createHashers } from '@taonet/crypto';
import { startNode, type NodeOptions, type RunningNode } from '@taonet/node';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes, type Hashers } from '@taonet/primitives';
import type { BeaconNeeds } from '@taonet/runtime';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

/** Of drand's quicknet. source: api.drand.sh */
const QUICKNET_KEY = '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a';
const PULSE_1000 = '{"round":1000,"randomness":"fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd","signature":"b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"}';
/** When that one was signed. */
const TIME_1000 = (1_692_803_367 + 999 * 3) * 1000;
/** Timestamp and the shield's key. */
const INHERENTS = 2;

let hashers: Hashers;
beforeAll(async () => { hashers = await createHashers(); });

const folders: string[] = [];
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'taonet-test-'));
  folders.push(path);
  return path;
}
afterAll(() => { for (const path of folders) rmSync(path, { recursive: true, force: true }); });

let nodes: RunningNode[] = [];
async function start(options: Partial<NodeOptions> = {}): Promise<RunningNode> {
  const node = await startNode({ preset: 'dev', build: { fast: true, powFaucet: false }, blockTime: 'manual', ...options });
  nodes.push(node);
  return node;
}
async function stop(node: RunningNode): Promise<void> {
  nodes = nodes.filter((one) => one !== node);
  await node.close();
}
afterEach(async () => {
  await Promise.all(nodes.map((node) => node.close()));
  nodes = [];
});

const mine = (node: RunningNode, blocks = 1): Promise<unknown> => node.request('dev_mine', [blocks]);
const needsOf = ({ chain }: RunningNode): BeaconNeeds => (chain.runtime as BittensorRuntime).pulses.needs(chain.stateAt(chain.head.number));
const extrinsicsAt = ({ chain }: RunningNode, number: number): number => chain.blockAt(number)!.extrinsics.length;

const keyOf = (pallet: string, item: string, ...hashed: readonly Uint8Array[]): string =>
  `0x${bytesToHex(concatBytes(hashers.twox128(utf8ToBytes(pallet)), hashers.twox128(utf8ToBytes(item)), ...hashed))}`;
const twoxConcat = (key: Uint8Array): Uint8Array => concatBytes(hashers.twox64(key), key);
const blakeConcat = (key: Uint8Array): Uint8Array => concatBytes(hashers.blake2b128(key), key);
const write = (node: RunningNode, key: string, value: Uint8Array): Promise<unknown> => node.request('dev_setStorage', [[[key, `0x${bytesToHex(value)}`]]]);

async function pulseOf(node: RunningNode, round: bigint): Promise<Pulse | undefined> {
  const stored = await node.request('state_getStorage', [keyOf('Drand', 'Pulses', blakeConcat(encode(u64, round)))]);
  return stored === null ? undefined : decode(pulse, hexToBytes(stored as string));
}

/** Subnet 1 hides weights, or not. */
const hide = (node: RunningNode, isHidden: boolean): Promise<unknown> => write(node, keyOf('SubtensorModule', 'CommitRevealWeightsEnabled', encode(u16, 1)), Uint8Array.of(Number(isHidden)));

/** Something sealed until `round`, on subnet 1; nobody can open it. */
function seal(node: RunningNode, epoch: bigint, round: bigint): Promise<unknown> {
  const entry = concatBytes(Uint8Array.of(4), new Uint8Array(32), encode(u64, 0n), Uint8Array.of(4, 0), encode(u64, round));
  return write(node, keyOf('SubtensorModule', 'TimelockedWeightCommits', twoxConcat(encode(u16, 1)), twoxConcat(encode(u64, epoch))), entry);
}

describe('built-in beacon', () => {
  it('default: on the developer network its key stands in the state, the same for the same seed, and nothing is said while nobody listens', async () => {
    const [node, other] = [await start(), await start({ seed: 9 })];
    const { config } = needsOf(node);
    expect(bytesToHex(config.public_key)).toBe(bytesToHex(createBeaconKey(utf8ToBytes('beacon of seed 0')).publicKey));
    expect([config.period, config.genesis_time]).toEqual([0, 0]);
    expect(bytesToHex(needsOf(other).config.public_key)).toBe(bytesToHex(createBeaconKey(utf8ToBytes('beacon of seed 9')).publicKey));
    expect((await start({ rules: '2025-05' })).chain.genesisHash).not.toBe(node.chain.genesisHash);
    await mine(node, 3);
    expect([1, 2, 3].map((number) => extrinsicsAt(node, number))).toEqual([INHERENTS, INHERENTS, INHERENTS]);
    expect(needsOf(node).last).toBe(0n);
  });

  it('default: upstream\'s networks follow quicknet and have no other', async () => {
    const node = await start({ preset: 'localnet' });
    expect(bytesToHex(needsOf(node).config.public_key)).toBe(QUICKNET_KEY);
    await expect(start({ preset: 'localnet', beacon: 'builtin' })).rejects.toMatchObject({ code: 'NoBeaconHere' });
    const then = await start({ preset: 'localnet', rules: '2025-05', beacon: 'builtin' });
    expect(needsOf(then).config.period).toBe(0);
    expect(bytesToHex(needsOf(await start({ beacon: 'none' })).config.public_key)).toBe(QUICKNET_KEY);
  });

  it.each(['2026-06', '2025-05'] as const)('behavior: a round a block while a subnet hides weights, under the rules of %s', async (rules) => {
    const node = await start({ rules });
    await mine(node, 2);
    await hide(node, true);
    await mine(node, 3);
    expect([2, 3, 4, 5].map((number) => extrinsicsAt(node, number))).toEqual([INHERENTS, INHERENTS + 1, INHERENTS + 1, INHERENTS + 1]);
    expect(needsOf(node).last).toBe(5n);
    const { signature } = (await pulseOf(node, 4n))!;
    expect((node.chain.runtime as BittensorRuntime).pulses.verify(needsOf(node).config.public_key, 4n, signature)).toBe(true);
    expect(await pulseOf(node, 2n)).toBeUndefined();
    await hide(node, false);
    await mine(node);
    expect(needsOf(node).last).toBe(5n);
  });

  it('behavior: what something sealed waits for is signed in its block, and nothing else; a turn back is no matter', async () => {
    const node = await start();
    await mine(node);
    await seal(node, 90n, 4n);
    await seal(node, 91n, 6n);
    await seal(node, 92n, 30_000_000n);
    const mark = await node.request('dev_snapshot', []);
    const says = async (): Promise<readonly boolean[]> => {
      await mine(node, 6);
      return Promise.all([2n, 3n, 4n, 5n, 6n, 7n].map(async (round) => (await pulseOf(node, round)) !== undefined));
    };
    const said = [false, false, true, false, true, false];
    expect(await says()).toEqual(said);
    const signed = await pulseOf(node, 6n);
    await node.request('dev_revert', [mark]);
    expect(await pulseOf(node, 4n)).toBeUndefined();
    expect(await says()).toEqual(said);
    expect(await pulseOf(node, 6n)).toEqual(signed);
  });

  it('behavior: pulses are no transactions: they wake nobody up, and do not take the place of one', async () => {
    const node = await start({ blockTime: 'instant' });
    await hide(node, true);
    expect(node.chain.pool.readyCount).toBe(0);
    await mine(node);
    expect([node.chain.head.number, node.chain.pool.readyCount]).toEqual([1, 0]);
    await node.request('engine_createBlock', [true, true]);
    expect(needsOf(node).last).toBe(2n);
  });

  it('behavior: ends where root chooses another beacon', async () => {
    const node = await start();
    await hide(node, true);
    await mine(node);
    const other = { ...needsOf(node).config, public_key: createBeaconKey(utf8ToBytes('another')).publicKey };
    await write(node, keyOf('Drand', 'BeaconConfig'), encode(beaconConfiguration, other));
    await mine(node, 2);
    expect([needsOf(node).last, extrinsicsAt(node, 3)]).toEqual([1n, INHERENTS]);
  });

  it('behavior: a kept chain wants the seed it was begun with; one that follows quicknet is left alone unless the beacon is asked for', async () => {
    const [data, older] = [folder(), folder()];
    await stop(await start({ data, seed: 3 }));
    await expect(start({ data })).rejects.toMatchObject({ code: 'BeaconDiffers' });
    await expect(start({ data, seed: 4 })).rejects.toMatchObject({ code: 'BeaconDiffers' });
    await stop(await start({ data, beacon: 'none' }));
    const again = await start({ data, seed: 3 });
    await hide(again, true);
    await mine(again);
    expect(needsOf(again).last).toBe(1n);
    await stop(await start({ data: older, beacon: 'none' }));
    await stop(await start({ data: older }));
    await expect(start({ data: older, beacon: 'builtin' })).rejects.toMatchObject({ code: 'BeaconDiffers' });
  });
});

describe('file of pulses', () => {
  const fileOf = (text: string): string => {
    const file = join(folder(), 'pulses.jsonl');
    writeFileSync(file, text);
    return file;
  };
  const heardOf = (node: RunningNode): string[] => {
    const heard: string[] = [];
    node.onNotice((text) => heard.push(text));
    return heard;
  };

  it.each(['localnet', 'dev'] as const)('behavior: a real pulse of quicknet enters %s, verified', async (preset) => {
    const node = await start({ preset, beacon: { file: fileOf(PULSE_1000) } });
    await mine(node, 2);
    expect([extrinsicsAt(node, 1), extrinsicsAt(node, 2), needsOf(node).last]).toEqual([INHERENTS + 1, INHERENTS, 1_000n]);
    expect((await pulseOf(node, 1_000n))!.signature).toEqual(hexToBytes((JSON.parse(PULSE_1000) as { signature: string }).signature));
  });

  it('behavior: not before its time has come on the chain', async () => {
    const node = await start({ beacon: { file: fileOf(`${PULSE_1000}\n`) } });
    await node.request('dev_setTime', [TIME_1000 - 1_000]);
    await mine(node, 4);
    expect(needsOf(node).last).toBe(0n);
    await mine(node);
    expect(needsOf(node).last).toBe(1_000n);
  });

  it('behavior: what is appended is taken over; lines that are no pulses and pulses that nobody signed are told and left out', async () => {
    const file = fileOf('');
    const node = await start({ beacon: { file } });
    const heard = heardOf(node);
    await mine(node);
    appendFileSync(file, `nonsense\n\n${PULSE_1000.replace('1000', '999')}\n${PULSE_1000.slice(0, 50)}`);
    await mine(node);
    expect(heard).toEqual([`${file}: line 1 is not JSON`, `${file}: round 999 was not signed by the chain's beacon and is left out`]);
    appendFileSync(file, PULSE_1000.slice(50));
    await mine(node, 2);
    expect([needsOf(node).last, heard.length]).toEqual([1_000n, 2]);
    appendFileSync(file, '\n{}\n');
    rmSync(file, { force: false });
    await mine(node);
    writeFileSync(file, '[]\n');
    await mine(node);
    expect(heard.slice(2)).toEqual([`${file}: line 1 has no round`]);
  });

  it.each([
    ['is not JSON', `${PULSE_1000}\n{\n`], ['has no round', '{"round":0}\n'], ['has no round', '{"round":1.5}\n'], ['is no object', '7\n'], ['no signature', '{"round":1,"signature":"00"}\n'],
    ['randomness', `${PULSE_1000.replace('fe29', 'fe28')}\n`],
  ])('refuses: %s', async (why, text) => {
    await expect(start({ beacon: { file: fileOf(text) } })).rejects.toMatchObject({ code: 'BadPulses', message: expect.stringContaining(why) as string });
  });

  it('refuses: no file, and pulses of another beacon than the chain\'s', async () => {
    await expect(start({ beacon: { file: join(folder(), 'none') } })).rejects.toMatchObject({ code: 'BadPulses' });
    const data = folder();
    await stop(await start({ data }));
    await expect(start({ data, beacon: { file: fileOf(PULSE_1000) } })).rejects.toMatchObject({ code: 'BeaconDiffers' });
  });
});
