/** `completion SHELL` prints what a shell needs; `complete` answers it: what can follow the words so far. */

import type { OptionRow, Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { optionsOf, rowFor, wholeWords } from '../../program.ts';
import { setting } from '../../settings.ts';
import { ROWS } from '../rows.ts';

const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_taonet() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(taonet complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _taonet taonet
`,
  zsh: `#compdef taonet
_taonet() {
  local -a found
  found=("\${(@f)$(taonet complete -- "\${words[@]:1:$((CURRENT - 1))}" 2>/dev/null)}")
  compadd -a found
}
compdef _taonet taonet
`,
  fish: `function __taonet
  set -l words (commandline -opc) (commandline -ct)
  taonet complete -- $words[2..-1] 2>/dev/null
end
complete -c taonet -f -a '(__taonet)'
`,
};

const HOW: Readonly<Record<string, string>> = { bash: 'eval "$(taonet completion bash)"    in ~/.bashrc', zsh: 'eval "$(taonet completion zsh)"    in ~/.zshrc, after compinit', fish: 'taonet completion fish | source    in config.fish' };

export const runCompletion: Run = async ({ args, output }) => {
  const shell = String(args['shell']);
  const script = SCRIPTS[shell];
  if (script === undefined) throw new UsageError(`${shell} is not a shell that is known.`, Object.keys(SCRIPTS).join(', '));
  output.word(`# ${HOW[shell]!}`);
  return { data: { shell, script }, words: script };
};

/** Flags of an option, its other spellings not among them. */
const flagsOf = ({ flags }: OptionRow): readonly string[] => flags.replace(/[<[].*$/, '').split(',').map((flag) => flag.trim());

export const runComplete: Run = async (invocation) => {
  const given = (invocation.args['words'] ?? []) as readonly string[];
  const words = wholeWords(given.slice(0, -1));
  const last = given.at(-1) ?? '';
  const candidates = await candidatesFor(words, last, (name) => setting(name, invocation));
  const found = candidates.filter((one) => one.startsWith(last));
  return { data: { candidates: found }, words: found.join('\n') };
};

type SettingOf = (name: 'walletPath' | 'network') => string;

async function candidatesFor(words: readonly string[], last: string, settingOf: SettingOf): Promise<readonly string[]> {
  const row = rowFor(ROWS, words);
  const before = words.at(-1);
  const option = row === undefined || before === undefined ? undefined : optionsOf(row).find((one) => flagsOf(one).includes(before) && one.flags.includes('<'));
  if (option !== undefined) return valuesOf(option, settingOf);
  if (last.startsWith('-')) return row === undefined ? ['--help', '--version'] : [...optionsOf(row).flatMap(flagsOf).filter((flag) => flag.startsWith('--')), '--help'];
  const deeper = nextWords(words);
  if (deeper.length > 0) return deeper;
  if (row === undefined) return [];
  const place = words.length - row.path.split(' ').length;
  if (['query', 'tx', 'explain'].includes(row.path) && place === 0) return chainNames(row.path);
  return row.args?.[place]?.name === 'shell' ? Object.keys(SCRIPTS) : [];
}

/** Words that follow in paths of commands. */
function nextWords(words: readonly string[]): readonly string[] {
  const line = words.map((word) => `${word} `).join('');
  const paths = ['node', ...ROWS.filter(({ isHidden }) => isHidden !== true).map(({ path }) => path)].filter((path) => path.startsWith(line) && path !== line.trim());
  return [...new Set(paths.map((path) => path.slice(line.length).split(' ')[0]!))];
}

async function valuesOf({ flags, choices }: OptionRow, settingOf: SettingOf): Promise<readonly string[]> {
  if (choices !== undefined) return choices;
  if (flags.includes('--network')) return ['local', 'finney', 'test', 'archive'];
  if (!flags.includes('--wallet-name') && !flags.includes('--hotkey')) return [];
  const { listWallets } = await import('@taonet/sdk/wallet');
  const wallets = await listWallets(settingOf('walletPath'));
  return flags.includes('--hotkey') ? wallets.flatMap(({ hotkeys }) => hotkeys.map(({ name }) => name)) : [...wallets.map(({ name }) => name), '//Alice', '//Bob', '//Charlie'];
}

/** From our own declarations: no chain is asked while somebody types. */
async function chainNames(path: string): Promise<readonly string[]> {
  const { pallets, apis } = await import('@taonet/abi');
  const of = (section: 'calls' | 'storage' | 'constants' | 'errors'): string[] => pallets.flatMap((pallet) => Object.keys(pallet[section]).map((name) => `${pallet.name}.${name}`));
  if (path === 'tx') return of('calls');
  if (path === 'explain') return [...of('errors'), ...of('calls'), ...of('storage')];
  return [...of('storage'), ...of('constants'), ...apis.flatMap(({ name, methods }) => Object.keys(methods).map((method) => `${name}.${method}`))];
}
