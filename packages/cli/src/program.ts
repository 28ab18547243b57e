/** The commander program made of command rows. Only the command that is asked for gets its options: help and start stay quick. */

import { setMaxListeners } from 'node:events';
import type { Command } from 'commander';
import { Argument, Option } from 'commander';
import type { ArgumentRow, CommandRow, OptionRow, OptionValue } from './command.ts';
import { GROUPS } from './groups.ts';
import { Output } from './output.ts';
import { CHAIN_OPTIONS, OUTPUT_OPTIONS, WALLET_OPTIONS, WRITE_OPTIONS } from './sharedOptions.ts';

const SHARED = { chain: CHAIN_OPTIONS, wallet: WALLET_OPTIONS, write: WRITE_OPTIONS } as const;

/** All options of a command: its own first. */
export function optionsOf(row: CommandRow): OptionRow[] {
  return [...row.options ?? [], ...(row.needs ?? []).flatMap((need) => SHARED[need]), ...OUTPUT_OPTIONS];
}

const SECOND_WORDS: Readonly<Record<string, string>> = { children: 'child', mech: 'mechanisms', mechanism: 'mechanisms' };

/** The words with groups by their whole names: `st add` is `stake add`, `help st add` asks for help on it. */
export function wholeWords([first, second, ...rest]: readonly string[]): string[] {
  if (first === undefined) return [];
  if (first === 'help' && second !== undefined) return [...wholeWords([second, ...rest]), '--help'];
  const group = GROUPS.find(({ aliases }) => aliases.includes(first))?.name ?? first;
  return second === undefined ? [group] : [group, SECOND_WORDS[second] ?? second, ...rest];
}

/** The row whose path, or another path of it, the words begin with; the longest wins. */
export function rowFor(rows: readonly CommandRow[], words: readonly string[]): CommandRow | undefined {
  const line = `${words.join(' ')} `;
  let best: { row: CommandRow; length: number } | undefined;
  for (const row of rows) {
    for (const path of [row.path, ...row.aliases ?? []]) if (line.startsWith(`${path} `) && path.length > (best?.length ?? 0)) best = { row, length: path.length };
  }
  return best?.row;
}

/** Adds all rows; `argv` (whole words) tells which one is wanted in full. */
export function addCommands(program: Command, rows: readonly CommandRow[], argv: readonly string[]): void {
  const wanted = rowFor(rows, argv);
  if (wanted?.passThrough === true) program.enablePositionalOptions();
  for (const row of rows) for (const path of [row.path, ...row.aliases ?? []]) addAt(program, row, path, row === wanted);
}

function addAt(program: Command, row: CommandRow, path: string, whole: boolean): void {
  const words = path.split(' ');
  const name = words.pop()!;
  const hidden = row.isHidden === true || path !== row.path;
  const parent = words.reduce((at, word, depth) => groupAt(at, word, words.slice(0, depth + 1).join(' ')), program);
  const existing = parent.commands.find((command) => command.name() === name);
  const command = existing ?? parent.command(name, { hidden });
  command.description(row.about);
  if (!whole) return;
  for (const argument of row.args ?? []) command.addArgument(toArgument(argument));
  for (const option of optionsOf(row)) for (const made of toOptions(option)) command.addOption(made);
  if (row.passThrough === true) command.passThroughOptions();
  if (row.examples !== undefined) command.addHelpText('after', `\nExamples\n${row.examples.map((line) => `  ${line}`).join('\n')}`);
  command.action(async () => run(row, command));
}

function groupAt(parent: Command, name: string, path: string): Command {
  const group = GROUPS.find((one) => one.name === path);
  return parent.commands.find((command) => command.name() === name) ?? parent.command(name).description(group?.about ?? '');
}

function toArgument({ name, about, optional, many }: ArgumentRow): Argument {
  const text = many === true ? `${name}...` : name;
  return new Argument(optional === true ? `[${text}]` : `<${text}>`, about);
}

const placeholderOf = (flags: string): string => /[<[].*$/.exec(flags)?.[0] ?? '';

/** The option itself, then its other spellings, which take its value and are not shown. */
function toOptions({ flags, about, default: value, choices, spellings = [] }: OptionRow): Option[] {
  const option = new Option(flags, about);
  if (choices !== undefined) option.choices([...choices]);
  if (value !== undefined) option.default(value);
  return [option, ...spellings.map((spelling) => new Option(`${spelling} ${placeholderOf(flags)}`.trim()).hideHelp())];
}

/** What was given, under the names of the main spellings. A spelling that was typed wins over the default of the main one. */
function optionValues(row: CommandRow, command: Command): Record<string, OptionValue> {
  const given = command.opts<Record<string, OptionValue>>();
  const values: Record<string, OptionValue> = {};
  for (const { flags, spellings = [] } of optionsOf(row)) {
    const main = new Option(flags);
    const key = main.attributeName();
    values[key] = given[key];
    if (command.getOptionValueSource(key) === 'cli') continue;
    for (const spelling of spellings) {
      const other = new Option(`${spelling} ${placeholderOf(flags)}`.trim());
      if (command.getOptionValueSource(other.attributeName()) !== 'cli') continue;
      const value = given[other.attributeName()];
      values[key] = typeof value === 'boolean' && other.negate ? !value : value;
    }
  }
  return values;
}

/** By name. Where the subnet is given as an option, arguments begin with the next one. */
function argumentValues(row: CommandRow, command: Command, options: Readonly<Record<string, OptionValue>>): Record<string, string | undefined> {
  const [first, ...rest] = row.args ?? [];
  if (first === undefined) return {};
  const given = command.processedArgs as (string | readonly string[] | undefined)[];
  if (first.name !== 'netuid' || first.optional !== true || (options['netuid'] ?? options['netuids']) === undefined || rest.length === 0) {
    return Object.fromEntries([first, ...rest].map(({ name }, i) => [name, given[i] as string | undefined]));
  }
  const flat = given.flat().filter((one) => one !== undefined);
  return Object.fromEntries(rest.map(({ name, many }, i) => [name, (many === true ? flat.slice(i) : flat[i]) as string | undefined]));
}

async function run(row: CommandRow, command: Command): Promise<void> {
  const options = optionValues(row, command);
  const args = argumentValues(row, command, options);
  const output = new Output({ json: options['json'] === true, quiet: options['quiet'] === true });
  process.exitCode = await runRow(row, { args, options }, output);
}

/** Runs a row, tells its outcome or failure, and gives the exit status. */
export async function runRow(row: CommandRow, { args, options }: { args: Record<string, string | undefined>; options: Record<string, OptionValue> }, output: Output): Promise<number> {
  const stop = new AbortController();
  // Every request under way listens to it.
  setMaxListeners(0, stop.signal);
  const interrupt = (): void => stop.abort(new Error('Interrupted.'));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt).once('SIGHUP', interrupt);
  output.beginWork(row.path);
  try {
    const work = await row.load();
    const outcome = await work({ args, options, output, signal: stop.signal });
    output.endWork();
    if (outcome === undefined) return Number(process.exitCode ?? 0);
    output.data(outcome.data, outcome.words);
    return outcome.status ?? 0;
  } catch (error) {
    output.endWork();
    const { tellFailure } = await import('./failure.ts');
    return tellFailure(error, output, options['verbose'] === true);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt).off('SIGHUP', interrupt);
  }
}
