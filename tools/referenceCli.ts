/**
 * Writes docs/reference/cli.md from the rows of the program's commands; with --check it only compares.
 * usage: node tools/run.mjs tools/referenceCli.ts [--check]
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { CommandRow, OptionRow } from '../packages/cli/src/command.ts';
import { ROWS } from '../packages/cli/src/commands/rows.ts';
import { EXIT } from '../packages/cli/src/exitCodes.ts';
import { GROUPS } from '../packages/cli/src/groups.ts';
import { CHAIN_OPTIONS, OUTPUT_OPTIONS, WALLET_OPTIONS, WRITE_OPTIONS } from '../packages/cli/src/sharedOptions.ts';

const PATH = 'docs/reference/cli.md';

const MEANINGS: Readonly<Record<keyof typeof EXIT, string>> = {
  done: 'done', usage: 'what was typed is no command', network: 'the node cannot be reached, or answers with an error', validation: 'refused here, before anything was sent',
  refused: 'refused by the chain, or would be (`--dry-run`)', disk: 'the disk', timeout: 'time is up', defect: 'a mistake of ours',
};

const INTRO = `# The program taonet

Made from the rows in \`packages/cli/src\` by \`node tools/run.mjs tools/referenceCli.ts\`; do not edit. \`taonet node --help\` tells of the node's own options.

Data goes to standard output, words to standard error. With \`--json\` there is JSON on standard output and nothing else: the outcome in the form of its schema
(\`taonet commands --json\` has all of them), or \`{ "error": { code, message, check, actual, required, fix, facts } }\`. Amounts in JSON are decimal texts of rao, with
their unit in the name. Nobody is asked anything without a terminal. Every command that writes has \`--dry-run\`: fee, effects, price impact and warnings.
Trades more than 5 % from the present price are warned of, from 15 % on they need a yes.

Amounts: \`1.5\`, \`1.5tao\`, \`2alpha\`, \`1500000000rao\`. Accounts: an address, the name of a wallet, \`wallet/hotkey\`, a development key such as \`//Alice\`.
Values come from the command line, then the environment (\`BT_NETWORK\`, \`BT_WALLET_NAME\`, \`BT_WALLET_HOTKEY\`, \`BT_WALLET_PATH\`), then \`~/.bittensor/config.yml\`.
`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

function optionLines(options: readonly OptionRow[]): string {
  return options.map(({ flags, about, default: value, choices, spellings = [] }) => {
    const more = [...(choices === undefined ? [] : [`one of ${choices.join(', ')}`]), ...(value === undefined ? [] : [`default ${String(value)}`]), ...(spellings.length === 0 ? [] : [`also ${spellings.map((one) => `\`${one}\``).join(', ')}`])];
    return `| \`${flags.replaceAll('|', '\\|')}\` | ${cell(about)}${more.length === 0 ? '' : `; ${more.join('; ')}`} |`;
  }).join('\n');
}

const optionTable = (options: readonly OptionRow[]): string => `| option | meaning |\n| --- | --- |\n${optionLines(options)}\n`;

function section(row: CommandRow): string {
  const args = (row.args ?? []).map(({ name, optional, many }) => (optional === true ? `[${name}${many === true ? '…' : ''}]` : `<${name}${many === true ? '…' : ''}>`)).join(' ');
  const shared = (row.needs ?? []).map((need) => ({ chain: 'chain', wallet: 'wallet', write: 'writing' })[need]);
  return [
    `### taonet ${row.path}${args === '' ? '' : ` ${args}`}`.replaceAll('<', '&lt;'),
    `${cell(row.about.charAt(0).toUpperCase() + row.about.slice(1))}.${row.aliases === undefined ? '' : ` Also ${row.aliases.map((alias) => `\`${alias}\``).join(', ')}.`}${shared.length === 0 ? '' : ` Takes the options of ${shared.join(', ')}.`}`,
    ...(row.args === undefined ? [] : [`| argument | meaning |\n| --- | --- |\n${row.args.map(({ name, about }) => `| \`${name}\` | ${cell(about)} |`).join('\n')}`]),
    ...(row.options === undefined || row.options.length === 0 ? [] : [optionTable(row.options).trimEnd()]),
    ...(row.examples === undefined ? [] : [`\`\`\`sh\n${row.examples.join('\n')}\n\`\`\``]),
  ].join('\n\n');
}

const text = `${[
  INTRO.trimEnd(),
  `| exit status | meaning |\n| --- | --- |\n${Object.entries(EXIT).map(([name, status]) => `| ${status} | ${MEANINGS[name as keyof typeof EXIT]} |`).join('\n')}`,
  `Short names: ${GROUPS.filter(({ aliases }) => aliases.length > 0).map(({ name, aliases }) => `\`${name}\` is also ${aliases.map((alias) => `\`${alias}\``).join(', ')}`).join('; ')}.`,
  '## Options that many share', '### Of all commands', optionTable(OUTPUT_OPTIONS).trimEnd(), '### Chain', optionTable(CHAIN_OPTIONS).trimEnd(), '### Wallet', optionTable(WALLET_OPTIONS).trimEnd(), '### Writing', optionTable(WRITE_OPTIONS).trimEnd(),
  '## Commands', ...ROWS.map(section),
].join('\n\n')}\n`;

const same = existsSync(PATH) && readFileSync(PATH, 'utf8') === text;
if (process.argv.includes('--check')) {
  console.log(same ? `${PATH} is up to date` : `${PATH} is out of date: node tools/run.mjs tools/referenceCli.ts`);
  process.exitCode = same ? 0 : 1;
} else if (!same) {
  writeFileSync(PATH, text);
  console.log(`${PATH} written`);
}
