import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cryptoReady, keyFromUri } from '@taonet/crypto';
import { startNode, type NodeOptions, type RunningNode } from '@taonet/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RpcClient } from './rpcClient.ts';
import { signTransfer } from './signTransfer.ts';

const folders: string[] = [];
const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'taonet-test-'));
  folders.push(path);
  return path;
};
afterAll(() => { for (const path of folders) rmSync(path, { recursive: true, force: true }); });

let nodes: RunningNode[] = [];
const start = async (options: Partial<NodeOptions> = {}): Promise<{ node: RunningNode; rpc: RpcClient }> => {
  const node = await startNode({ preset: 'localnet', build: { fast: true, powFaucet: false }, blockTime: 'manual', port: 0, ...options });
  nodes.push(node);
  return { node, rpc: await RpcClient.connect(node.ports[0]!) };
};
afterEach(async () => {
  await Promise.all(nodes.map((node) => node.close()));
  nodes = [];
});

beforeAll(() => cryptoReady());

const GENESIS_LOCAL_FAST = '0x418534af2003f7f0fb361babcfb77442fb3dcd70c03088b0a43b901d4491207f';
const BOB = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48';
const freeKey = '0x26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9';

describe('startNode', () => {
  it('default: upstream\'s genesis, metadata of three versions, code that names it', async () => {
    const { node, rpc } = await start({ extraPort: 0 });
    expect(node.endpoints).toHaveLength(2);
    expect(await rpc.call('chain_getBlockHash', 0)).toBe(GENESIS_LOCAL_FAST);
    expect(await rpc.call<string>('state_getMetadata')).toMatch(/^0x6d6574610e/);
    for (const [version, byte] of [[14, '0e'], [15, '0f'], [16, '10']] as const) {
      expect(await rpc.call<string>('state_call', 'Metadata_metadata_at_version', `0x${version.toString(16).padStart(2, '0')}000000`)).toMatch(new RegExp(`^0x01.{8}6d657461${byte}`));
    }
    expect(await rpc.call('state_call', 'Metadata_metadata_at_version', '0x63000000')).toBe('0x00');
    const code = await rpc.call<string>('state_getStorage', '0x3a636f6465');
    expect(code.length).toBeGreaterThan(64);
    expect(await rpc.call('state_getStorageAt', '0x3a636f6465', GENESIS_LOCAL_FAST)).toBe(code);
    expect(await rpc.call('state_getRuntimeVersion')).toMatchObject({ specName: 'node-subtensor', specVersion: 425, transactionVersion: 1, stateVersion: 1 });
  });

  it('default: a signed transfer, watched to the end, in instant mode; fee and nonce as the runtime says', async () => {
    const { node, rpc } = await start({ blockTime: 'instant' });
    const alice = keyFromUri('//Alice');
    const extrinsic = await signTransfer(rpc, { from: alice, nonce: 0, to: BOB, rao: 5_000_000_000n });
    const info = await rpc.call<{ partialFee: string; class: string }>('payment_queryInfo', extrinsic);
    expect(info.class).toBe('normal');
    const id = await rpc.call<string>('author_submitAndWatchExtrinsic', extrinsic);
    expect(await rpc.next(id)).toBe('ready');
    const { inBlock } = await rpc.next<{ inBlock: string }>(id);
    expect(await rpc.next(id)).toEqual({ finalized: inBlock });
    const { block } = await rpc.call<{ block: { extrinsics: string[] } }>('chain_getBlock', inBlock);
    expect(block.extrinsics).toContain(extrinsic);
    expect(await rpc.call('system_accountNextIndex', alice.ss58)).toBe(1);
    const accounts = await rpc.call<string[]>('state_getKeysPaged', freeKey, 100);
    const bob = accounts.find((key) => key.endsWith(BOB))!;
    const freeOf = (hex: string): bigint => Buffer.from(hex.slice(2), 'hex').readBigUInt64LE(16);
    expect(freeOf(await rpc.call<string>('state_getStorage', bob))).toBe(1_000_005_000_000_000n);
    expect(freeOf(await rpc.call<string>('state_getStorage', bob, GENESIS_LOCAL_FAST))).toBe(1_000_000_000_000_000n);
    const second = await rpc.ask('author_submitExtrinsic', [extrinsic]);
    expect(second.error).toMatchObject({ code: 1010, data: 'Transaction is outdated' });
    const forged = extrinsic.replace(/.{8}$/, '00000001');
    expect((await rpc.ask('author_submitExtrinsic', [forged])).error).toMatchObject({ code: 1010 });
    expect(BigInt(info.partialFee)).toBe(170_041n);
    expect(node.chain.head.number).toBe(1);
  });

  it('behavior: dev_setBalance follows issuance; impersonation lets any signature pass', async () => {
    const { rpc } = await start();
    await rpc.call('dev_setBalance', `0x${'77'.repeat(32)}`, '123456789012');
    const accounts = await rpc.call<string[]>('state_getKeysPaged', freeKey, 100);
    expect(accounts.some((key) => key.endsWith('77'.repeat(32)))).toBe(true);
    const good = await signTransfer(rpc, { from: keyFromUri('//Alice'), nonce: 0, to: BOB, rao: 1n });
    const unsigned = good.replace(/(84 ?00.{64}01).{128}/, (_all, head: string) => `${head}${'00'.repeat(64)}`);
    expect((await rpc.ask('author_submitExtrinsic', [unsigned])).error).toMatchObject({ data: 'Transaction has a bad signature' });
    await rpc.call('dev_impersonate', keyFromUri('//Alice').ss58);
    const again = await signTransfer(rpc, { from: keyFromUri('//Alice'), nonce: 0, to: BOB, rao: 2n });
    await rpc.call('author_submitExtrinsic', again.replace(/(84 ?00.{64}01).{128}/, (_all, head: string) => `${head}${'00'.repeat(64)}`));
    await rpc.call('dev_mine');
    expect((await rpc.call<{ block: { extrinsics: string[] } }>('chain_getBlock')).block.extrinsics).toHaveLength(3);
  });

  it('behavior: a kept chain comes back with head, history and clock; other options are refused', async () => {
    const data = folder();
    const first = await start({ data });
    await first.rpc.call('dev_mine', 20);
    const head = await first.rpc.call('chain_getHeader');
    await first.node.close();
    nodes = [];
    const { rpc } = await start({ data });
    expect(await rpc.call('chain_getHeader')).toEqual(head);
    const old = await rpc.call<string>('chain_getBlockHash', 5);
    expect(await rpc.call('state_call', 'Core_version', '', old)).toBe(await rpc.call('state_call', 'Core_version', ''));
    await rpc.call('dev_mine', 2);
    await expect(startNode({ preset: 'dev', build: { fast: true, powFaucet: false }, blockTime: 'manual', port: 0, data: folder() }).then((node) => node.close())).resolves.toBeUndefined();
  });

  it('refuses: a data folder of another network', async () => {
    const data = folder();
    const { node } = await start({ data });
    await node.close();
    nodes = [];
    await expect(startNode({ preset: 'upstream-dev', build: { fast: true, powFaucet: false }, blockTime: 'manual', port: 0, data })).rejects.toMatchObject({ code: 'DiskHoldsOtherChain' });
    await start({ data });
  });
});
