import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { runtimeCall } from '@taonet/abi';
import { encode } from '@taonet/codec';
import { cryptoReady, encodeSs58, keyFromUri } from '@taonet/crypto';
import { startNode, type RunningNode } from '@taonet/node';
import { bytesToHex } from '@taonet/primitives';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RpcClient } from './rpcClient.ts';
import { signCall, signTransfer, transfer } from './signTransfer.ts';

beforeAll(() => cryptoReady());

let node: RunningNode;
let rpc: RpcClient;
beforeEach(async () => {
  node = await startNode({ preset: 'localnet', build: { fast: true, powFaucet: false }, blockTime: 'manual', port: 0 });
  rpc = await RpcClient.connect(node.ports[0]!);
});
afterEach(() => node.close());

const BOB = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48';
const POOR = '77'.repeat(32);
const [bobSs58, poorSs58] = [BOB, POOR].map((id) => encodeSs58(id)) as [string, string];
const ALL = 1_000_000_000_000_000n;

interface Mined {
  readonly hash: string;
  readonly number: number;
}

/** Alice's next transaction with `call`, in a block of its own; its index there. */
async function mine(call: { readonly type: string; readonly value: unknown }): Promise<Mined & { readonly index: number }> {
  const alice = keyFromUri('//Alice');
  const nonce = await rpc.call<number>('system_accountNextIndex', alice.ss58);
  const extrinsic = await signCall(rpc, { from: alice, nonce, call });
  await rpc.call('author_submitExtrinsic', extrinsic);
  const mined = await rpc.call<Mined>('dev_mine');
  const { block } = await rpc.call<{ block: { extrinsics: string[] } }>('chain_getBlock', mined.hash);
  return { ...mined, index: block.extrinsics.indexOf(extrinsic) };
}

const why = (mined: Mined, index: number): Promise<unknown> => rpc.call('why_refusal', mined.hash, index);

describe('why_refusal', () => {
  it('tells what was checked, what was there and what is needed; null for what went through', async () => {
    const failed = await mine(transfer(BOB, 2n * ALL));
    expect(await why(failed, failed.index)).toEqual({
      error: 'Token.FundsUnavailable', call: 'Balances.transfer_keep_alive', check: 'The account has what is to be taken.',
      actual: expect.stringMatching(/^99999\d{10}$/), required: '2000000000000000', facts: { who: keyFromUri('//Alice').ss58 },
      fix: expect.stringContaining('Fund the account'),
    });
    const done = await mine(transfer(BOB, 1n));
    expect([await why(done, 0), await why(done, done.index), await why(failed, 0)]).toEqual([null, null, null]);
  });

  it('executes old blocks again, from the state that they had, changed by hand or not', async () => {
    await rpc.call('dev_setBalance', POOR, '1000');
    const failed = await mine({ type: 'Sudo', value: { type: 'sudo', value: { call: {
      type: 'Balances', value: { type: 'force_transfer', value: { source: { type: 'Id', value: POOR }, dest: { type: 'Id', value: BOB }, value: 1_001n } },
    } } } });
    await rpc.call('dev_setBalance', POOR, '5000000');
    await rpc.call('dev_mine', 3);
    expect(await why(failed, failed.index)).toMatchObject({
      error: 'Token.FundsUnavailable', call: 'Balances.force_transfer', within: 'Sudo.sudo', actual: '1000', required: '1001', facts: { who: poorSs58 },
    });
  });

  it('names the call inside of a batch', async () => {
    const remark = { type: 'System', value: { type: 'remark', value: { remark: new Uint8Array(1) } } };
    const failed = await mine({ type: 'Utility', value: { type: 'batch_all', value: { calls: [remark, transfer(BOB, 2n * ALL)] } } });
    expect(await why(failed, failed.index)).toMatchObject({ error: 'Token.FundsUnavailable', call: 'Balances.transfer_keep_alive', within: 'Utility.batch_all' });
  });

  it('refuses: blocks and places that are not there', async () => {
    const genesis = await rpc.call<string>('chain_getBlockHash', 0);
    await expect(rpc.call('why_refusal', `0x${'00'.repeat(32)}`, 0)).rejects.toThrow(/UnknownBlock/);
    await expect(rpc.call('why_refusal', genesis, 0)).rejects.toThrow(/block 0 .* has 0 extrinsics/);
    const { hash } = await rpc.call<Mined>('dev_mine');
    await expect(rpc.call('why_refusal', hash, 9)).rejects.toThrow(/-32602 .*has 2 extrinsics/);
  });
});

describe('why_validity', () => {
  const explain = (extrinsic: string): Promise<unknown> => rpc.call('why_validity', extrinsic);

  it('of a valid one: what the pool would know', async () => {
    const extrinsic = await signTransfer(rpc, { from: keyFromUri('//Alice'), nonce: 1, to: BOB, rao: 1n });
    expect(await explain(extrinsic)).toMatchObject({ valid: { requires: [expect.stringMatching(/^0x/)], provides: [expect.stringMatching(/^0x/)], propagate: true } });
    expect(await rpc.call('author_pendingExtrinsics')).toEqual([]);
  });

  it('stale, unpaid, badly signed and custom: reason, code and text of the pool, what to do', async () => {
    const alice = keyFromUri('//Alice');
    await mine(transfer(BOB, 1n));
    const stale = await signTransfer(rpc, { from: alice, nonce: 0, to: BOB, rao: 1n });
    expect(await explain(stale)).toMatchObject({ error: 'InvalidTransaction.Stale', code: 1010, text: 'Transaction is outdated', actual: 0, required: 1, facts: { who: alice.ss58 } });
    expect((await rpc.ask('author_submitExtrinsic', [stale])).error).toEqual({ code: 1010, message: 'Invalid Transaction', data: 'Transaction is outdated' });
    const good = await signTransfer(rpc, { from: alice, nonce: 1, to: BOB, rao: 1n });
    const forged = good.replace(/(84 ?00.{64}01).{128}/, (_all, head: string) => `${head}${'00'.repeat(64)}`);
    expect(await explain(forged)).toMatchObject({ error: 'InvalidTransaction.BadProof', text: 'Transaction has a bad signature' });
    expect(await explain(await signTransfer(rpc, { from: keyFromUri('//Nobody'), nonce: 0, to: BOB, rao: 1n }))).toMatchObject({ error: 'InvalidTransaction.Payment' });
    const axon = { netuid: 1, version: 0, ip: 0n, port: 0, ip_type: 4, protocol: 0, placeholder1: 0, placeholder2: 0 };
    const custom = await explain(await signCall(rpc, { from: alice, nonce: 1, call: { type: 'SubtensorModule', value: { type: 'serve_axon', value: axon } } }));
    expect(custom).toMatchObject({ code: 1010, error: expect.stringMatching(/^InvalidTransaction\.Custom\(\d+\)$/), text: expect.stringMatching(/^Custom error: \d+$/), refusal: { error: expect.stringMatching(/^SubtensorModule\./) } });
    expect(custom).toHaveProperty('custom');
  });

  it('of bytes that are no extrinsic', async () => {
    expect(await explain('0x0800ff')).toMatchObject({ error: 'Undecodable', code: 1002 });
    await expect(explain('0x08')).rejects.toThrow(/1001/);
  });
});

describe('dev_dryRun', () => {
  interface Outcome {
    readonly ok: boolean;
    readonly fee: string | null;
    readonly events: readonly { readonly name: string; readonly fields: unknown }[];
    readonly changes: readonly unknown[];
  }
  const alice = (): string => keyFromUri('//Alice').ss58;

  it('tells events, changes and the fee, and changes nothing', async () => {
    const call = { name: 'Balances.transfer_keep_alive', args: { dest: bobSs58, value: '5000000000' } };
    const done = await rpc.call<Outcome>('dev_dryRun', call, alice());
    expect(done).toEqual({
      ok: true,
      events: [{ name: 'Balances.Transfer', fields: { from: alice(), to: bobSs58, amount: '5000000000' } }],
      fee: expect.stringMatching(/^\d+$/),
      changes: expect.arrayContaining([
        { account: bobSs58, kind: 'free', before: String(ALL), after: String(ALL + 5_000_000_000n) },
        { account: alice(), kind: 'free', before: String(ALL), after: String(ALL - 5_000_000_000n) },
      ]),
    });
    const hex = `0x${bytesToHex(encode(runtimeCall, transfer(BOB, 5_000_000_000n) as never))}`;
    expect(await rpc.call('dev_dryRun', hex, alice())).toEqual(done);
    const extrinsic = await signCall(rpc, { from: keyFromUri('//Alice'), nonce: 0, call: transfer(BOB, 5_000_000_000n), period: 64 });
    expect(done.fee).toBe((await rpc.call<{ partialFee: string }>('payment_queryInfo', extrinsic)).partialFee);
    const free = await rpc.call<string>('state_getStorageHash', (await rpc.call<string[]>('state_getKeysPaged', '0x26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9', 100)).find((key) => key.endsWith(BOB)));
    await rpc.call('dev_dryRun', call, alice());
    expect(await rpc.call('state_getStorageHash', (await rpc.call<string[]>('state_getKeysPaged', '0x26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9', 100)).find((key) => key.endsWith(BOB)))).toBe(free);
  });

  it('tells refusals, of the call and inside of it', async () => {
    const tooMuch = { name: 'Balances.transfer_keep_alive', args: { dest: bobSs58, value: String(2n * ALL) } };
    expect(await rpc.call('dev_dryRun', tooMuch, poorSs58)).toMatchObject({ ok: false, events: [], changes: [], refusal: { error: 'Token.FundsUnavailable', actual: '0', required: String(2n * ALL) } });
    expect(await rpc.call('dev_dryRun', { name: 'Balances.force_set_balance', args: { who: bobSs58, new_free: 1 } }, alice())).toMatchObject({ ok: false, refusal: { error: 'BadOrigin', actual: 'signed', required: 'root' } });
    const inner = { Balances: { transfer_keep_alive: { dest: bobSs58, value: String(2n * ALL) } } };
    expect(await rpc.call('dev_dryRun', { name: 'Utility.batch', args: { calls: [inner] } }, alice())).toMatchObject({
      ok: true, events: [{ name: 'Utility.BatchInterrupted', fields: { index: 0, error: 'Token.FundsUnavailable' } }], refusal: { within: 'Utility.batch', call: 'Balances.transfer_keep_alive' },
    });
  });

  it('root pays nothing; a block of the past has its own state', async () => {
    const genesis = await rpc.call<string>('chain_getBlockHash', 0);
    const set = { name: 'Balances.force_set_balance', args: { who: bobSs58, new_free: '7000' } };
    await rpc.call('dev_setBalance', POOR, '123456');
    await rpc.call('dev_mine', 2);
    const clear = { name: 'Balances.force_set_balance', args: { who: poorSs58, new_free: 0 } };
    expect(await rpc.call('dev_dryRun', set, 'root', genesis)).toMatchObject({ ok: true, fee: null, changes: [{ account: bobSs58, before: String(ALL), after: '7000' }] });
    expect(await rpc.call('dev_dryRun', clear, 'root')).toMatchObject({ changes: [{ account: poorSs58, before: '123456', after: '0' }] });
  });

  it('stake: what was staked', async () => {
    await mine({ type: 'Sudo', value: { type: 'sudo', value: { call: { type: 'AdminUtils', value: { type: 'sudo_set_subtoken_enabled', value: { netuid: 0, subtoken_enabled: true } } } } } });
    const done = await rpc.call<Outcome>('dev_dryRun', { name: 'Utility.batch_all', args: { calls: [
      { SubtensorModule: { root_register: { hotkey: alice() } } },
      { SubtensorModule: { add_stake: { hotkey: alice(), netuid: 0, amount_staked: '10000000000' } } },
    ] } }, alice());
    expect(done).toMatchObject({ ok: true });
    expect(done.changes).toContainEqual({ account: alice(), kind: 'stake', hotkey: alice(), netuid: 0, before: '0', after: '10000000000' });
  });

  it('makes every call there is, without a mistake of ours', async () => {
    const file = new URL('../../../fixtures/runtime/metadata/wire.json.gz', import.meta.url);
    const { calls } = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as { readonly calls: Readonly<Record<string, string>> };
    const odd: string[] = [];
    node.onDefect((where, thrown) => odd.push(`${where}: ${String(thrown)}`));
    for (const [name, hex] of Object.entries(calls)) {
      for (const origin of ['root', alice()]) {
        const { error } = await rpc.ask('dev_dryRun', [hex, origin]);
        // the call is not part of this build
        if (error !== undefined && name !== 'SubtensorModule.faucet') odd.push(`${name}: ${error.message}`);
      }
    }
    expect(odd).toEqual([]);
  }, 60_000);

  it.each([
    ['no such pallet', { name: 'Nothing.at_all', args: {} }, /no pallet with calls named Nothing/],
    ['no such call', { name: 'Balances.give', args: {} }, /no call of Balances named give/],
    ['a missing argument', { name: 'Balances.burn', args: { value: 1 } }, /keep_alive: expected bool/],
    ['an argument too many', { name: 'Balances.burn', args: { value: 1, keep_alive: true, more: 1 } }, /has no more/],
    ['a number too large', { name: 'Balances.burn', args: { value: '99999999999999999999999', keep_alive: true } }, /args of Balances\.burn/],
    ['bytes that are no call', '0xffff', /not a call/],
  ])('refuses: %s', async (_what, call, message) => {
    await expect(rpc.call('dev_dryRun', call, 'root')).rejects.toThrow(message);
  });
});
