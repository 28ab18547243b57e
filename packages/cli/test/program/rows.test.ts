/** What holds of all rows, and the words that people know from btcli 9. */

import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import type { CommandRow } from '../../src/command.ts';
import { ROWS } from '../../src/commands/rows.ts';
import { addCommands, optionsOf, rowFor, wholeWords } from '../../src/program.ts';
import { wordsOf } from './program.ts';

/** Parses `words` as the program would; gives the row and what its command got. */
async function parsed(words: readonly string[]): Promise<{ readonly path: string; readonly args: Readonly<Record<string, unknown>>; readonly options: Readonly<Record<string, unknown>> }> {
  const whole = wholeWords(words);
  const row = rowFor(ROWS, whole);
  if (row === undefined) throw new Error(`no row: ${words.join(' ')}`);
  let got: { args: Readonly<Record<string, unknown>>; options: Readonly<Record<string, unknown>> } | undefined;
  const probe: CommandRow = { ...row, load: () => Promise.resolve(({ args, options }) => { got = { args, options }; return Promise.resolve(); }) };
  const program = new Command('taonet').exitOverride().configureOutput({ writeErr: () => undefined });
  addCommands(program, ROWS.map((one) => (one === row ? probe : one)), whole);
  const before = process.exitCode;
  await program.parseAsync(whole, { from: 'user' });
  process.exitCode = before;
  if (got === undefined) throw new Error(`not run: ${words.join(' ')}`);
  return { path: row.path, ...got };
}

describe('rows', () => {
  it('paths are different', () => {
    const paths = ROWS.flatMap(({ path, aliases = [] }) => [path, ...aliases]);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it.each(ROWS.map((row) => [row.path, row] as const))('%s can be added, with every spelling of its options once', (_, row) => {
    expect(() => addCommands(new Command('taonet'), [row], row.path.split(' '))).not.toThrow();
    const flags = optionsOf(row).flatMap(({ flags: main, spellings = [] }) => [...main.replace(/[<[].*$/, '').split(',').map((flag) => flag.trim()), ...spellings]);
    expect(new Set(flags).size).toBe(flags.length);
  });

  it.each(ROWS.filter(({ needs }) => needs?.includes('write')).map((row) => [row.path, row] as const))('%s writes, so it can be looked at first', (_, row) => {
    expect(optionsOf(row).map(({ flags }) => flags)).toContain('--dry-run');
  });

  it.each(ROWS.flatMap(({ path, examples = [] }) => examples.filter((line) => line.startsWith('taonet ')).map((line) => [line, path])))('example: %s', async (line, path) => {
    const { path: found } = await parsed(wordsOf(line!).slice(1));
    expect(found).toBe(path);
  });
});

const WALLET = '--wallet-name mine --wallet-path /w --hotkey h --network local --json-output';
const QUIET = `${WALLET} --no-prompt`;

/** The thirty most used commands of btcli 9, as it documents them: words, then the row and the options that they must mean here. */
const MUSCLE_MEMORY: readonly (readonly [line: string, path: string, meaning: Readonly<Record<string, unknown>>])[] = [
  ['wallet list --wallet-path /w', 'wallet list', { walletPath: '/w' }],
  ['wallet create --wallet-name mine --n-words 12 --no-use-password --overwrite', 'wallet create', { walletName: 'mine', nWords: '12', usePassword: false, overwrite: true }],
  ['w new-coldkey --wallet.name mine --n_words 24 --use-password', 'wallet new-coldkey', { walletName: 'mine', nWords: '24', usePassword: true }],
  ['wallet new-hotkey --name mine -H miner', 'wallet new-hotkey', { walletName: 'mine', hotkey: 'miner' }],
  ['wallet regen-coldkey --wallet_name mine --mnemonic "a b"', 'wallet regen-coldkey', { mnemonic: 'a b' }],
  ['wallet regen-coldkeypub --wallet-name mine --ss58-address 5abc', 'wallet regen-coldkeypub', { ss58: '5abc' }],
  ['wallet regen-hotkey --wallet-name mine --wallet.hotkey h --seed 0x00', 'wallet regen-hotkey', { hotkey: 'h', seed: '0x00' }],
  [`wallet balance ${WALLET}`, 'wallet balance', { network: 'local', json: true }],
  ['w balance --all -p /w --subtensor.network finney', 'wallet balance', { all: true, walletPath: '/w', network: 'finney' }],
  [`wallet overview ${WALLET}`, 'wallet overview', {}],
  [`wallet inspect ${WALLET}`, 'wallet inspect', {}],
  [`wallet transfer --dest 5abc --amount 10 ${QUIET}`, 'wallet transfer', { dest: '5abc', amount: '10', yes: true }],
  ['wallet sign --wallet-name mine --message hello --no-use-hotkey --json-out', 'wallet sign', { message: 'hello', useHotkey: false, json: true }],
  ['wallet verify --message hello --signature 0xaa --address 5abc', 'wallet verify', { signature: '0xaa', address: '5abc' }],
  [`wallet set-identity --id-name n --web-url u --image-url i --discord d --description x --additional a --github g ${QUIET}`, 'wallet set-identity', { idName: 'n', webUrl: 'u' }],
  ['wallet get-identity --key 5abc --network local', 'wallet get-identity', { key: '5abc' }],
  [`stake add --netuid 1 --hotkey-ss58-address 5abc --amount 300 --unsafe --no-mev-protection ${QUIET}`, 'stake add', { netuids: '1', includeHotkeys: '5abc', amount: '300', unsafe: true, mevProtection: false }],
  [`stake add --netuid 1 --amount 300 --mev-protection ${QUIET}`, 'stake add', { mevProtection: true }],
  [`stake add --netuid 1 --amount 300 ${QUIET}`, 'stake add', { mevProtection: undefined }],
  [`st add -n 1,2 -a 10 --safe --tolerance 0.1 --partial --period 16 -y ${WALLET}`, 'stake add', { netuids: '1,2', amount: '10', tolerance: '0.1', partial: true, period: '16', yes: true }],
  [`stake remove --netuid 1 --hotkey-ss58-address 5abc --amount 10 --unsafe ${QUIET}`, 'stake remove', { amount: '10' }],
  [`stake list ${QUIET.replace(' --no-prompt', '')}`, 'stake list', {}],
  [`stake move --origin-netuid 1 --dest-netuid 2 --origin-hotkey 5a --dest-hotkey 5b --amount 1 ${QUIET}`, 'stake move', { originNetuid: '1', destNetuid: '2', originHotkey: '5a', destHotkey: '5b' }],
  [`stake swap --origin-netuid 1 --dest-netuid 2 --amount 1 ${QUIET}`, 'stake swap', { originNetuid: '1', destNetuid: '2' }],
  [`stake transfer --origin-netuid 1 --dest-netuid 1 --dest 5b --amount 1 ${QUIET}`, 'stake transfer', { dest: '5b' }],
  [`st child set --netuid 1 -c 5b --prop 0.5 ${QUIET}`, 'stake child set', { children: '5b', proportions: '0.5' }],
  ['stake children get --netuid 1 --wallet-name mine', 'stake child get', { netuid: '1' }],
  ['subnets list --network local --json-output', 'subnets list', { json: true }],
  ['s metagraph --netuid 1 --network local', 'subnets show', { netuid: '1' }],
  ['subnets show --netuid 1 --json-output', 'subnets show', { netuid: '1', json: true }],
  [`subnets create --subnet-name x --repo r --contact c --url u --discord d --description e --logo-url l --additional-info i --no-mev-protection ${QUIET}`, 'subnets create', { subnetName: 'x', repo: 'r', logoUrl: 'l', additionalInfo: 'i' }],
  [`subnets register --netuid 1 ${QUIET}`, 'subnets register', { netuid: '1', yes: true }],
  ['subnets hyperparameters --netuid 1 --json-output', 'sudo get', { netuid: '1' }],
  ['subnets burn-cost --network local', 'subnets burn-cost', {}],
  ['subnets price --netuid 1 --current', 'subnets price', { netuids: '1', current: true }],
  [`subnet start --netuid 1 ${QUIET}`, 'subnets start', { netuid: '1' }],
  ['subnets check-start --netuid 1', 'subnets check-start', { netuid: '1' }],
  ['sudo get --netuid 1 --json-output', 'sudo get', { netuid: '1' }],
  [`su set --netuid 1 --param tempo --value 20 ${QUIET}`, 'sudo set', { netuid: '1', param: 'tempo', value: '20' }],
  ['sudo get-take --wallet-name mine', 'sudo get-take', {}],
  [`sudo set-take --take 0.1 ${QUIET}`, 'sudo set-take', { take: '0.1' }],
  [`wt commit --netuid 1 --uids 0,1 --weights 0.5,0.5 ${QUIET}`, 'weights commit', { uids: '0,1', weights: '0.5,0.5' }],
  [`weights reveal --netuid 1 --uids 0,1 --weights 0.5,0.5 --salt 1,2 ${QUIET}`, 'weights reveal', { salt: '1,2' }],
  [`axon set --netuid 1 --ip 203.0.113.7 --port 8091 ${QUIET}`, 'axon set', { ip: '203.0.113.7', port: '8091' }],
  ['utils convert --tao 1', 'utils convert', { tao: '1' }],
  ['utils convert --rao 1', 'utils convert', { rao: '1' }],
];

describe('words of btcli 9', () => {
  it('thirty commands at least', () => expect(new Set(MUSCLE_MEMORY.map(([, path]) => path)).size).toBeGreaterThanOrEqual(30));

  it.each(MUSCLE_MEMORY)('%s', async (line, path, meaning) => {
    const { path: found, options } = await parsed(wordsOf(line));
    expect(found).toBe(path);
    expect(options).toMatchObject(meaning);
  });

  it('the subnet may stand in front or behind', async () => {
    expect((await parsed(['sudo', 'set', '1', 'tempo', '20'])).args).toEqual({ netuid: '1', name: 'tempo', value: '20' });
    expect((await parsed(['sudo', 'set', '--netuid', '1', 'tempo', '20'])).args).toEqual({ name: 'tempo', value: '20' });
    expect((await parsed(['weights', 'set', '-n', '1', '0=1', '1=2'])).args).toEqual({ scores: ['0=1', '1=2'] });
  });
});
