/** Every command as a process away from a terminal: nothing but JSON of its schema on standard output, a known exit status, nobody asked. */

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandRow } from '../../src/command.ts';
import { ROWS } from '../../src/commands/rows.ts';
import { EXIT } from '../../src/exitCodes.ts';
import { FAILURE } from '../../src/schema.ts';
import { misfits } from './schemaCheck.ts';
import { Program, wordsOf } from './program.ts';

let program: Program;
beforeAll(async () => {
  program = await Program.start();
  await program.run(['advance', '25']);
  await program.run(wordsOf('gov propose AdminUtils.sudo_set_tempo netuid=1 tempo=20 --wallet-name //Alice'));
}, 90_000);
afterAll(() => program.stop());

const PHRASE = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk';

/** What is run where the first example is not what should be seen here: words behind the path. */
const INSTEAD: Readonly<Record<string, string>> = {
  'wallet create': '--wallet-name made --no-use-password', 'wallet new-coldkey': '--wallet-name cold --no-use-password', 'wallet new-hotkey': '--wallet-name made --hotkey second',
  'wallet regen-coldkey': `--wallet-name again --mnemonic "${PHRASE}" --no-use-password`, 'wallet regen-coldkeypub': '--wallet-name seen --ss58 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
  'wallet regen-hotkey': `--wallet-name again --hotkey h --seed 0x${'11'.repeat(32)}`, 'wallet regen-hotkeypub': '--wallet-name seen --hotkey h --ss58 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
  'snap back': '1', watch: '1 --count 1', completion: 'bash', 'wallet verify': `--message a --signature 0x${'00'.repeat(64)} --address //Alice`,
};

/** Those that end otherwise than with 0 here, and why. */
const STATUS: Readonly<Record<string, number>> = {
  'wallet verify': EXIT.validation, // a signature of zeros
  'subnets start': EXIT.refused, 'subnets set-identity': EXIT.refused, 'subnets set-symbol': EXIT.refused, 'subnets mechanisms set': EXIT.refused, // Alice does not own subnet 1
  'sudo trim': EXIT.refused, 'sudo trigger-epoch': EXIT.refused,
  'gov propose': EXIT.refused, 'gov close': EXIT.refused, // it is open already, and nobody has voted
  'liquidity add': EXIT.refused, 'liquidity modify': EXIT.refused, 'liquidity remove': EXIT.refused, // pools are weighted; e2e/liquidity.ts has the others
  'weights commit': EXIT.refused, 'weights reveal': EXIT.refused, // commit-reveal is off on subnet 1
};

const OTHERS = ['up', 'role', 'subnets audit', 'models list', 'models add', 'models remove'];
const rows: readonly CommandRow[] = ROWS.filter(({ path }) => !OTHERS.includes(path) && !path.startsWith('why '));

function lineOf(row: CommandRow): string[] {
  const instead = INSTEAD[row.path];
  const words = instead === undefined ? wordsOf(row.examples![0]!).slice(1) : [...row.path.split(' '), ...wordsOf(instead)];
  const isWrite = row.needs?.includes('write') === true;
  return [...words, ...(isWrite && !words.includes('--dry-run') ? ['--dry-run'] : []), '--json'].filter((word, i, all) => word !== '--' || i === all.length);
}

describe('with --json', () => {
  it('every command has a schema and an example', () => expect(rows.filter(({ schema, examples }) => schema === undefined || examples === undefined)).toEqual([]));

  it.each(rows.map((row) => [row.path, row] as const))('%s', async (path, row) => {
    const { status, out, err, json } = await program.run(lineOf(row));
    expect({ status, err: status === (STATUS[path] ?? 0) ? '' : `${err}${out}` }).toEqual({ status: STATUS[path] ?? EXIT.done, err: '' });
    expect(misfits(row.schema!, json())).toEqual([]);
    if (row.needs?.includes('write') === true) expect(json()['dryRun']).toBe(true);
  });

  it.each([
    [['wallet', 'transfer', '//Bob', '--amount', 'x', '-w', '//Alice'], EXIT.usage],
    [['wallet', 'lst'], EXIT.usage],
    [['wallet', 'transfer', '--nonsense'], EXIT.usage],
    [['wallet', 'new-coldkey', '--wallet-name', 'unasked'], EXIT.validation],
    [['wallet', 'balance', '--wallet-name', 'nobody'], EXIT.validation],
    [['wallet', 'transfer', '//Bob', '--amount', '1e', '-w', '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'], EXIT.usage],
    [['wallet', 'transfer', '//Bob', '--amount', '1', '-w', '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'], EXIT.validation],
    [['wallet', 'transfer', '//Bob', '--amount', '9000000', '-w', '//Alice'], EXIT.refused],
    [['stake', 'remove', '--netuid', '1', '--amount', '1', '-w', '//Eve'], EXIT.refused],
    [['subnets', 'show', '77'], EXIT.validation],
    [['subnets', 'list', '--network', 'ws://127.0.0.1:9'], EXIT.network],
    [['query', 'SubtensorModule.Temop', '1'], EXIT.usage],
    [['snap', 'back', '99'], EXIT.network],
    [['explain', 'zzzzzz'], EXIT.usage],
  ] as const)('failure: %j ends with %i', async (words, expected) => {
    const { status, json, out } = await program.run([...words, '--json']);
    expect([status, out]).toEqual([expected, out]);
    expect(misfits(FAILURE, json())).toEqual([]);
  });
});

describe('for people', () => {
  it.each(rows.filter(({ needs }) => needs?.includes('chain') === true && needs.includes('write') === false).map((row) => [row.path, row] as const))('%s says something, without colours', async (_, row) => {
    const { out } = await program.run(lineOf(row).filter((word) => word !== '--json'));
    expect(out).not.toBe('');
    expect(out).not.toContain('\u001b');
    expect(() => JSON.parse(`{"no":${out}`)).toThrow();
  });

  it('mistyped words: what may have been meant', async () => {
    expect((await program.run(['wallet', 'balnce'])).err).toContain('Did you mean balance?');
    expect((await program.run(['stke', 'add'])).err).toContain('Did you mean stake?');
    expect((await program.run(['stake', 'add', '--amont', '1'])).err).toContain('--amount');
    expect((await program.run(['tx', 'SubtensorModule.ad_stake'])).err).toContain('add_stake');
    expect((await program.run(['sudo', 'set', '1', 'tempoo', '5', '-w', '//Alice'])).err).toContain('Did you mean tempo');
  });

  it('a refusal tells check, actual, required, and what to do', async () => {
    const { err, status } = await program.run(['stake', 'remove', '--netuid', '1', '--amount', '1', '-w', '//Eve']);
    expect(status).toBe(EXIT.refused);
    expect(err).toMatch(/would be refused: \w+[\s\S]*what did not hold: .+[\s\S]*what to do: .+/);
  });

  it('--quiet: words on failures only', async () => {
    const { err } = await program.run(['completion', 'bash', '--quiet']);
    expect(err).toBe('');
  });

  it('the commands of the catalogue are the rows', async () => {
    const { commands } = (await program.run(['commands', '--json'])).json<{ commands: readonly { path: string }[] }>();
    expect(commands.map(({ path }) => path)).toEqual(ROWS.map(({ path }) => path));
  });

  it('a reader that has seen enough ends nothing badly', async () => {
    const { status } = await program.run(['query', 'System.Account', '--limit', '5']);
    expect(status).toBe(EXIT.done);
    expect(join(program.home, 'made')).not.toBe('');
  });
});
