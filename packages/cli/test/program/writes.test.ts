/** Commands that write, sent: what they do, what they ask, how they end. */

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/exitCodes.ts';
import { RECEIPT } from '../../src/writeSchema.ts';
import { misfits } from './schemaCheck.ts';
import { Program, wordsOf } from './program.ts';

let program: Program;
beforeAll(async () => {
  program = await Program.start();
  await program.run(['advance', '25']);
}, 90_000);
afterAll(() => program.stop());

const VALIDATOR = '--wallet-name //Alice --hotkey //Alice//validator';

/** Sends it; gives what came of it. */
async function done(line: string): Promise<Record<string, unknown>> {
  const { status, out, err, json } = await program.run([...wordsOf(line), '--json']);
  expect({ status, said: status === 0 ? '' : out + err }).toEqual({ status: EXIT.done, said: '' });
  expect(misfits(RECEIPT, json())).toEqual([]);
  return json<{ result: Record<string, unknown> }>().result;
}

const free = async (account: string): Promise<bigint> => BigInt((await program.run(['wallet', 'balance', account, '--json'])).json<{ total: { freeRao: string } }>().total.freeRao);
const value = async (name: string, ...keys: string[]): Promise<unknown> => (await program.run(['query', name, ...keys, '--json'])).json()['value'];

describe('writes', () => {
  it('transfer: moves what it says', async () => {
    const before = await free('//Ferdie');
    await done('wallet transfer --dest //Ferdie --amount 1.25 --wallet-name //Alice');
    expect(await free('//Ferdie') - before).toBe(1_250_000_000n);
  });

  it('a dry run changes nothing', async () => {
    const before = await free('//Ferdie');
    expect((await program.run(wordsOf('wallet transfer --dest //Ferdie --amount 1 --wallet-name //Alice --dry-run --json'))).json()['dryRun']).toBe(true);
    expect(await free('//Ferdie')).toBe(before);
  });

  it('a wallet of files: made, funded, and it pays', async () => {
    await program.run(wordsOf('wallet create --wallet-name payer --no-use-password'));
    expect((await stat(join(program.home, '.bittensor/wallets/payer/coldkey'))).mode & 0o777).toBe(0o600);
    await program.run(wordsOf('fund payer 10'));
    expect(await free('payer')).toBe(10_000_000_000n);
    await done('wallet transfer //Ferdie --amount 1 --wallet-name payer');
    expect(await free('payer')).toBeLessThan(9_000_000_000n);
  });

  it('the fast balance is the slow one', async () => {
    // over WebSocket there is no fast way: the path is the same, the chain is asked by its metadata
    const quick = (await program.run(wordsOf('wallet balance //Alice,//Bob --json'))).json();
    const slow = await program.run(['wallet', 'inspect', '-w', '//Alice', '--json']);
    const stakes = (await program.run(wordsOf('stake list --wallet-name //Alice --json'))).json<{ totalWorthRao: string }>();
    const [alice] = (quick as { balances: { freeRao: string; stakedRao: string }[] }).balances;
    expect(alice!.freeRao).toBe(slow.json<{ wallets: { freeRao: string }[] }>().wallets[0]!.freeRao);
    expect(alice!.stakedRao).toBe(stakes.totalWorthRao);
  });

  it('stake: added, listed, removed', async () => {
    const { added } = await done(`stake add --netuid 1 --amount 0.1 ${VALIDATOR}`) as { added: { alphaRao: string; netuid: number }[] };
    expect(added[0]).toMatchObject({ netuid: 1, taoRao: '100000000' });
    const { removed } = await done(`stake remove --netuid 1 --amount 0.05 ${VALIDATOR}`) as { removed: { alphaRao: string }[] };
    // the pool's fee is taken from it
    expect(removed[0]!.alphaRao).toMatch(/^49\d{6}$/);
  });

  it('with protection it comes sealed, and costs two fees', async () => {
    const line = `stake add --netuid 1 --amount 0.1 --mev-protection ${VALIDATOR} --json`;
    const plan = (await program.run(wordsOf(`${line} --dry-run`))).json<{ feeRao: string; call: string }>();
    const { status, json } = await program.run(wordsOf(line));
    const receipt = json<{ call: string; hash: string; feeRao: string; block: { number: number }; extrinsic: number; envelope: { hash: string; feeRao: string; block: { number: number }; extrinsic: number } }>();
    expect([status, misfits(RECEIPT, receipt)]).toEqual([EXIT.done, []]);
    expect([receipt.call, plan.call]).toEqual(['SubtensorModule.add_stake_limit', 'SubtensorModule.add_stake_limit']);
    expect([receipt.envelope.block, receipt.envelope.extrinsic + 1]).toEqual([receipt.block, receipt.extrinsic]);
    expect(BigInt(receipt.feeRao) + BigInt(receipt.envelope.feeRao)).toBe(BigInt(plan.feeRao));
    expect((await program.run(wordsOf(line.replace('--mev', '--no-mev')))).json()['envelope']).toBeUndefined();
  });

  it('sudo set: by name, unit and share', async () => {
    expect(await done('sudo set 1 tempo 33 --wallet-name //Alice')).toEqual({ netuid: 1, name: 'tempo', before: 10, after: 33 });
    expect(await value('SubtensorModule.Tempo', '1')).toBe(33);
    await done('sudo set --netuid 1 --param kappa --value 50% --wallet-name //Alice');
    expect(await value('SubtensorModule.Kappa', '1')).toBe(32_767);
    await done('sudo set 1 min_burn 0.001tao --wallet-name //Alice');
    expect(await value('SubtensorModule.MinBurn', '1')).toBe('1000000');
    await done('sudo set 1 weights_rate_limit 0 --wallet-name //Alice');
    await done('sudo set 1 commit_reveal_weights_enabled off --wallet-name //Alice');
    expect(await value('SubtensorModule.CommitRevealWeightsEnabled', '1')).toBe(false);
  });

  it('weights: set, committed, kept and revealed', async () => {
    expect(await done(`weights set 1 2=1 //Charlie//validator=3 ${VALIDATOR}`)).toMatchObject({ path: 'plain', uids: [2, 3], values: [21_845, 65_535] });
    await done('sudo set 1 commit_reveal_weights_enabled on --wallet-name //Alice');
    const { keptIn, revealsAt } = await done(`weights commit 1 --uids 2,3 --weights 0.5,0.5 ${VALIDATOR}`) as { keptIn: string; revealsAt: number };
    expect(JSON.parse(await readFile(keptIn, 'utf8'))).toMatchObject({ netuid: 1, uids: [2, 3] });
    expect((await stat(keptIn)).mode & 0o777).toBe(0o600);
    await program.run(['advance', '--to-block', String(revealsAt)]);
    expect(await done(`weights reveal 1 ${VALIDATOR}`)).toMatchObject({ uids: [2, 3] });
    const shown = (await program.run(['weights', 'show', '1', '--json'])).json<{ rows: { uid: number; weights: object[] }[] }>();
    expect(shown.rows.find(({ uid }) => uid === 1)?.weights).toEqual([{ uid: 2, value: 65_535 }, { uid: 3, value: 65_535 }]);
  });

  it('a subnet: created, started, joined; a claim of hardware shown beside the minimum', async () => {
    const { netuid } = await done('subnets create --wallet-name //Bob --subnet-name mine --additional-info "minimum: 1 core"') as { netuid: number };
    await done(`subnets start ${netuid} --wallet-name //Bob`);
    expect((await program.run(['subnets', 'check-start', String(netuid), '--json'])).json()).toMatchObject({ started: true });
    const { uid } = await done(`subnets register ${netuid} --wallet-name //Dave`) as { uid: number };
    await done(`subnets claim-hardware ${netuid} --text "64 cores, honestly" --wallet-name //Dave`);
    const { out } = await program.run(['subnets', 'show', String(netuid)]);
    expect(out).toContain('published minimum of hardware: 1 core');
    expect(out).toMatch(/hardware \(claimed\)\n/);
    const shown = (await program.run(['subnets', 'show', String(netuid), '--json'])).json<{ neurons: { uid: number; claimedHardware: string | null }[] }>();
    expect(shown.neurons.find((one) => one.uid === uid)?.claimedHardware).toBe('64 cores, honestly');
  });

  it('as: any account, without its key', async () => {
    const before = await free('//Eve');
    await done('as //Eve wallet transfer //Ferdie --amount 2');
    expect(before - await free('//Eve')).toBeGreaterThanOrEqual(2_000_000_000n);
    expect((await program.run(wordsOf('as //Eve wallet list'))).status).toBe(EXIT.usage);
  });

  it('snap: back to what was', async () => {
    const { snapshot } = (await program.run(['snap', '--json'])).json<{ snapshot: number }>();
    const before = await free('//Ferdie');
    await program.run(wordsOf('fund //Ferdie 5'));
    expect(await free('//Ferdie')).toBe(before + 5_000_000_000n);
    await program.run(['snap', 'back', String(snapshot)]);
    expect(await free('//Ferdie')).toBe(before);
  });

  it('trigger: an epoch, and the place of the neuron that was foretold', async () => {
    expect((await program.run(['trigger', 'epoch', '1', '--json'])).json()).toMatchObject({ dryRun: false, netuid: 1 });
    const foretold = (await program.run(['trigger', 'prune', '1', '--dry-run', '--json'])).json<{ uid: number; hotkey: string }>();
    const { uid, hotkey } = (await program.run(['trigger', 'prune', '1', '--json'])).json<{ uid: number; hotkey: string }>();
    expect({ uid, hotkey }).toEqual({ uid: foretold.uid, hotkey: foretold.hotkey });
    expect(await value('SubtensorModule.MaxAllowedUids', '1')).toBe(256);
  });
});

describe('trades far from the price', () => {
  const trade = (tao: string, more = ''): ReturnType<Program['run']> => program.run(wordsOf(`stake add --netuid 1 --amount ${tao} --unsafe ${VALIDATOR} ${more}`));

  /** TAO in the pool of subnet 1. */
  const pool = async (): Promise<number> => Number(await value('SubtensorModule.SubnetTAO', '1')) / 1e9;

  it('from 5 % on: a warning', async () => {
    const { err, status } = await trade((await pool() * 0.1).toFixed(4));
    expect(status).toBe(EXIT.done);
    expect(err).toContain('Warning: The trade is large for its pool');
  });

  it('from 15 % on: a yes, which nobody gives away from a terminal', async () => {
    const much = (await pool() * 0.4).toFixed(4);
    const refused = await trade(much);
    expect(refused.status).toBe(EXIT.validation);
    expect(refused.err).toContain('--yes');
    const plan = (await trade(much, '--dry-run --json')).json<{ quote: { priceImpact: number }; warnings: string[] }>();
    expect(plan.quote.priceImpact).toBeGreaterThan(0.15);
    expect(plan.warnings.join()).toContain('large for its pool');
    expect((await trade(much, '--yes')).status).toBe(EXIT.done);
  });

  it('with the usual limit of 5 % the chain would refuse it: told before it is sent', async () => {
    const { err, status } = await program.run(wordsOf(`stake add --netuid 1 --amount ${(await pool()).toFixed(4)} ${VALIDATOR} --yes`));
    expect(status).toBe(EXIT.refused);
    expect(err).toContain('SlippageTooHigh');
  });
});

describe('time', () => {
  it('a transaction that is in no block in time ends with its own status', async () => {
    const slow = await Program.start(['--block-time', 'manual']);
    try {
      const { status, err } = await slow.run(wordsOf('wallet transfer //Bob --amount 1 --wallet-name //Alice --timeout 2'));
      expect(status).toBe(EXIT.timeout);
      expect(err).toContain('taonet advance 1');
      expect(err).toMatch(/… \d s\n/);
    } finally {
      await slow.stop();
    }
  }, 90_000);
});
