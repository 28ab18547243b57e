/** `sudo get`, `sudo set`: hyperparameters, from the rows that the chain itself runs on. */

import type { Client, Hyperparams, Reads } from '@taonet/sdk';
import { hyperparameterRows, type HyperparameterRow } from '@taonet/runtime';
import { netuidOf, withChain } from '../../chain.ts';
import type { Invocation, Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { toJson } from '../../output.ts';
import { shownValue } from '../../shownValue.ts';
import { pick } from '../../suggest.ts';
import { renderTable, type Column } from '../../table.ts';
import { toValue } from '../../values.ts';
import { runWrite } from '../../write.ts';
import { argumentsOf } from '../chain/tx.ts';

/** Other names that official tools have for some. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  max_weights_limit: 'max_weight_limit', weights_version_key: 'weights_version', weights_set_rate_limit: 'weights_rate_limit', commit_reveal_weights_interval: 'commit_reveal_period',
  max_registrations_per_block: 'max_regs_per_block', target_registrations_per_interval: 'target_regs_per_interval', toggle_transfer: 'transfers_enabled', max_allowed_validators: 'max_validators',
  network_registration_allowed: 'registration_allowed', bonds_moving_average: 'bonds_moving_avg', yuma_version: 'yuma3_enabled', subnet_is_active: 'subtoken_enabled',
};

/** What the chain's own list calls some of them. */
const VALUE_NAMES: Readonly<Record<string, readonly string[]>> = { yuma3_enabled: ['yuma3_enabled', 'yuma_version'], subtoken_enabled: ['subtoken_enabled', 'subnet_is_active'] };

interface Shown extends HyperparameterRow {
  readonly value: unknown;
}

async function valueOf(reads: Reads, row: HyperparameterRow, netuid: number, listed: Hyperparams): Promise<unknown> {
  for (const name of VALUE_NAMES[row.name] ?? [row.name]) if (name in listed) return listed[name];
  if (row.item === undefined) return undefined;
  const [pallet, item] = row.item.split('.') as [string, string];
  if (!reads.runtime.palletNames.includes(pallet) || !reads.runtime.namesOf(pallet, 'storage').includes(item)) return undefined;
  const query = (reads.query as unknown as Record<string, Record<string, (...keys: unknown[]) => Promise<unknown>>>)[pallet]![item]!;
  return query(...(reads.runtime.storage(pallet, item).keyCount === 0 ? [] : [netuid]));
}

const alphaValues = (listed: Hyperparams): unknown => (listed['alpha_low'] === undefined ? undefined : [listed['alpha_low'], listed['alpha_high']]);

async function read(client: Client, netuid: number, rows: readonly HyperparameterRow[]): Promise<readonly Shown[]> {
  const reads = await client.at();
  const listed = await reads.hyperparams(netuid);
  return Promise.all(rows.map(async (row) => ({ ...row, value: row.name === 'alpha_values' ? alphaValues(listed) : await valueOf(reads, row, netuid, listed) })));
}

export const runGet: Run = (invocation) => withChain(invocation, async ({ client }) => {
  const { options, output } = invocation;
  const netuid = netuidOf(invocation);
  const named = (invocation.args['name'] ?? options['param']) as string | undefined;
  const all = hyperparameterRows().filter(({ scope }) => scope === 'subnet' || options['global'] === true);
  const rows = named === undefined ? all : hyperparameterRows().filter(({ name }) => name === pickName(named));
  const shown = await read(client, netuid, rows);
  const table = renderTable(shown, [
    { head: 'name', cell: ({ name }) => name },
    { head: 'value', align: 'right', cell: ({ value }) => valueText(value) },
    { head: 'unit', cell: ({ unit }) => unit },
    { head: 'who may', cell: ({ who }) => who },
    { head: 'call', cell: ({ call }) => call.replace('AdminUtils.', ''), dropFirst: 2 },
    { head: 'what it is', cell: ({ docs }) => docs, dropFirst: 1 },
  ] satisfies readonly Column<Shown>[], output.columns);
  const one = shown.length === 1 && named !== undefined ? shown[0]! : undefined;
  const words = one === undefined ? table : [`${one.name} of subnet ${netuid}: ${valueText(one.value)} (${one.unit})`, one.docs, ...(one.effect === undefined ? [] : [one.effect]), `Set by ${one.who}${one.window ? ', not in the last blocks before an epoch' : ''}: taonet sudo set ${netuid} ${one.name} VALUE`, ...one.checks.map((check) => `  ${check}`)].join('\n');
  return { data: { netuid, hyperparameters: shown.map(({ name, value, unit, who, call, docs }) => ({ name, value: toJson(value ?? null), unit, who, call, docs })) }, words };
});

const valueText = (value: unknown): string => (value === undefined ? '-' : typeof value === 'boolean' ? (value ? 'on' : 'off') : Array.isArray(value) ? value.map((one) => String(one)).join(', ') : typeof value === 'object' && value !== null && 'rao' in value ? `${String((value as { rao: bigint }).rao)}` : shownValue(value));

function pickName(word: string): string {
  const plain = word.replaceAll('-', '_').replace(/^sudo_set_/, '');
  return pick(OTHER_NAMES[plain] ?? plain, hyperparameterRows().map(({ name }) => name), 'hyperparameter');
}

export const runSet: Run = (invocation) => withChain(invocation, async (chain) => {
  const { args, options } = invocation;
  const { client } = chain;
  const netuid = netuidOf(invocation);
  const name = pickName(String(args['name'] ?? options['param'] ?? missing('Which hyperparameter?', 'taonet sudo set 1 tempo 20')));
  const text = args['value'] ?? options['value'] ?? missing('Which value?', `taonet sudo set ${netuid} ${name} VALUE`);
  const isSudo = await client.query.Sudo.Key().then(async (key) => key === (await chain.wallet.coldkeypub()).address);
  const row = rowFor(name, isSudo);
  const [pallet, call] = row.call.split('.') as [string, string];
  const value = await callValue(client, invocation, row, netuid, String(text));
  const made = client.call({ type: pallet, value: { type: call, value } });
  const [before] = await read(client, netuid, [row]);
  return runWrite(invocation, chain, {
    what: `Sets ${name}${row.scope === 'subnet' ? ` of subnet ${netuid}` : ''} from ${valueText(before?.value)} to ${String(text)}`,
    write: isSudo && row.who !== 'owner only' ? made.sudo() : made,
    warnings: [...(row.effect === undefined ? [] : [row.effect])],
    tell: async () => {
      const [after] = await read(client, netuid, [row]);
      return { result: { netuid, name, before: before?.value ?? null, after: after?.value ?? null }, words: `${name} is ${valueText(after?.value)} (${row.unit}).` };
    },
  });
});

function missing(message: string, fix: string): never {
  throw new UsageError(message, fix);
}

/** Some have a call of the owner and one of root. */
function rowFor(name: string, isSudo: boolean): HyperparameterRow {
  const rows = hyperparameterRows().filter((row) => row.name === name);
  return rows.find(({ who }) => (isSudo ? who !== 'owner only' : who !== 'root')) ?? rows[0]!;
}

/** Arguments of the call: the subnet where it has one, the value's parts in order. */
async function callValue(client: Client, invocation: Invocation, row: HyperparameterRow, netuid: number, text: string): Promise<Record<string, unknown>> {
  const [pallet, call] = row.call.split('.') as [string, string];
  const wantedArgs = argumentsOf(client, pallet, call).filter(({ name }) => name !== 'netuid');
  const parts = wantedArgs.length === 1 ? [text] : text.split(',').map((part) => part.trim());
  if (parts.length !== wantedArgs.length) throw new UsageError(`${row.name} is ${wantedArgs.map(({ name }) => name).join(', ')}.`, `taonet sudo set ${netuid} ${row.name} ${wantedArgs.map(() => 'N').join(',')}`);
  const values = await Promise.all(wantedArgs.map(async ({ name, type }, i) => [name, await toValue({ types: client.runtime.types, invocation }, type, inUnits(parts[i]!, row.unit), row.name)] as const));
  return { ...(argumentsOf(client, pallet, call).some(({ name }) => name === 'netuid') ? { netuid } : {}), ...Object.fromEntries(values) };
}

const WHOLE: readonly (readonly [RegExp, bigint])[] = [[/^parts of 65535$/, 65_535n], [/^parts of 2\^64 - 1$/, 2n ** 64n - 1n], [/^parts of 10\^18$/, 10n ** 18n], [/^millionths$/, 1_000_000n], [/^thousandths/, 1000n], [/^hundredths$/, 100n]];
const PERCENT_PARTS = 10n ** 9n;

/** `50%` of what a share is counted in; other texts as they are. */
function inUnits(text: string, unit: string): string {
  const found = /^(\d+(?:\.\d{1,7})?)%$/.exec(text);
  const whole = WHOLE.find(([pattern]) => pattern.test(unit))?.[1];
  if (found === null || whole === undefined) return text;
  return String((whole * BigInt(Math.round(Number(found[1]) * Number(PERCENT_PARTS / 100n)))) / PERCENT_PARTS);
}

