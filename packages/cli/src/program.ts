/** The commander program made of command rows. */

import type { Command} from 'commander';
import { Argument, Option } from 'commander';
import type { ArgumentRow, CommandRow, OptionRow } from './command.ts';
import { CHAIN_OPTIONS, OUTPUT_OPTIONS, WALLET_OPTIONS, WRITE_OPTIONS } from './sharedOptions.ts';
import { Output } from './output.ts';

const SHARED = { chain: CHAIN_OPTIONS, wallet: WALLET_OPTIONS, write: WRITE_OPTIONS } as const;

/** All options of a command: its own first. */
export function optionsOf(row: CommandRow): OptionRow[] {
  return [...row.options ?? [], ...(row.needs ?? []).flatMap((need) => SHARED[need]), ...OUTPUT_OPTIONS];
}

/** Adds the row at its path and at each of its aliases' (hidden from help). */
export function addCommand(program: Command, row: CommandRow): void {
  for (const path of [row.path, ...row.aliases ?? []]) {
    const words = path.split(' ');
    const name = words.pop()!;
    const parent = words.reduce((at, word) => groupAt(at, word, path !== row.path), program);
    if (parent.commands.some((command) => command.name() === name)) continue;
    const command = parent.command(name, { hidden: path !== row.path }).description(row.about);
    for (const argument of row.args ?? []) command.addArgument(toArgument(argument));
    for (const option of optionsOf(row)) for (const made of toOptions(option)) command.addOption(made);
    if (row.examples !== undefined) command.addHelpText('after', `\nExamples\n${row.examples.map((line) => `  ${line}`).join('\n')}`);
    command.action(async () => run(row, command));
  }
}

function groupAt(parent: Command, name: string, hidden: boolean): Command {
  return parent.commands.find((command) => command.name() === name) ?? parent.command(name, { hidden }).description('');
}

function toArgument({ name, about, optional, many }: ArgumentRow): Argument {
  const text = many === true ? `${name}...` : name;
  return new Argument(optional === true ? `[${text}]` : `<${text}>`, about);
}

/** The option itself, then its other spellings, which take its value and are not shown. */
function toOptions({ flags, about, default: value, choices, spellings = [] }: OptionRow): Option[] {
  const option = new Option(flags, about);
  if (choices !== undefined) option.choices([...choices]);
  if (value !== undefined) option.default(value);
  const placeholder = /[<[].*$/.exec(flags)?.[0] ?? '';
  return [option, ...spellings.map((spelling) => new Option(`${spelling} ${placeholder}`.trim()).hideHelp())];
}

async function run(row: CommandRow, command: Command): Promise<void> {
  const given = command.opts<Record<string, string | number | boolean | undefined>>();
  const options: Record<string, string | number | boolean | undefined> = {};
  for (const { flags, spellings = [] } of optionsOf(row)) {
    const key = new Option(flags).attributeName();
    const other = spellings.map((spelling) => new Option(`${spelling} <x>`).attributeName()).find((name) => given[name] !== undefined);
    // A spelling that was typed wins over the default of the main one.
    options[key] = other !== undefined && command.getOptionValueSource(key) !== 'cli' ? given[other] : given[key];
  }
  const args = Object.fromEntries((row.args ?? []).map(({ name }, i) => [name, command.processedArgs[i] as string | undefined]));
  const output = new Output({ json: options['json'] === true, quiet: options['quiet'] === true });
  const stop = new AbortController();
  const interrupt = (): void => stop.abort(new Error('Interrupted.'));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const work = await row.load();
    const outcome = await work({ args, options, output, signal: stop.signal });
    if (outcome !== undefined) output.data(outcome.data, outcome.words);
  } catch (error) {
    const { tellFailure } = await import('./failure.ts');
    process.exitCode = tellFailure(error, output);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}
