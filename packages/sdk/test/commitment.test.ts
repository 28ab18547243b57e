import type { RunningNode } from '@taonet/node';
import { utf8ToBytes } from '@taonet/primitives';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, dev, devKey, wallet, type DevClient, type Signer } from '../src/index.ts';
import { QUICKNET, roundAt } from '../src/timelock/index.ts';
import { startDevNode } from './liveNode.ts';

const nodes: RunningNode[] = [];
let hotkey: Signer;
beforeAll(async () => { hotkey = await devKey('//Alice//validator'); });
afterAll(async () => { await Promise.all(nodes.map((node) => node.close())); });

async function start(options: Parameters<typeof startDevNode>[0] = {}): Promise<DevClient> {
  const node = await startDevNode(options);
  nodes.push(node);
  return connect(node, { wallet: wallet.of(dev('alice'), hotkey) });
}

const SECRET = utf8ToBytes('a secret');

describe('commitments', () => {
  test('in the open', async () => {
    const c = await start();
    expect(await c.commitment(1)).toBeUndefined();
    const { block } = await c.setCommitment({ netuid: 1, data: 'http://me' }).send();
    expect(await c.commitment(1)).toEqual({ block: block.number, data: [utf8ToBytes('http://me')], sealedUntil: [] });
    await expect(c.setCommitment({ netuid: 1, data: new Uint8Array(129) }).send()).rejects.toMatchObject({ code: 'BadInput' });
  });

  test.each(['2026-06', '2025-05'] as const)('sealed until a block, opened there by the chain with the node\'s own beacon; rules of %s', async (rules) => {
    const c = await start({ rules });
    await c.dev.mine(3);
    const { number } = await c.block();
    const revealAt = number + 6;
    const { block } = await c.setCommitment({ netuid: 1, data: SECRET, revealAt }).send();
    expect(await c.commitment(1, hotkey)).toEqual({ block: block.number, data: [], sealedUntil: [BigInt(revealAt - 1)] });
    await c.dev.mine(revealAt - 1 - block.number);
    expect(await c.revealedCommitments(1)).toEqual([]);
    await c.dev.mine();
    expect(await c.revealedCommitments(1)).toEqual([{ data: SECRET, block: revealAt }]);
    expect(await c.commitment(1)).toBeUndefined();
  });

  test('for a beacon of times, the first round at the block\'s time', async () => {
    const c = await start({ beacon: 'none' });
    await c.dev.mine(3);
    const { number } = await c.block();
    await c.setCommitment({ netuid: 1, data: SECRET, revealAt: number + 40 }).send();
    const time = Number(await (await c.at(number)).query.Timestamp.Now()) + 40 * 250;
    expect((await c.commitment(1))!.sealedUntil).toEqual([roundAt(QUICKNET, time / 1000)]);
  });

  test('refuses blocks that are past, and more than the chain takes', async () => {
    const c = await start();
    const [{ number }, sealed] = [await c.block(), (data: Uint8Array, revealAt: number) => c.setCommitment({ netuid: 1, data, revealAt }).plan()];
    await expect(sealed(SECRET, number + 1)).rejects.toMatchObject({ code: 'BadInput' });
    await expect(sealed(new Uint8Array(1_000), number + 5)).rejects.toMatchObject({ code: 'BadInput', message: expect.stringContaining('at most 778 bytes') as string });
    await sealed(new Uint8Array(778), number + 5);
  });
});
