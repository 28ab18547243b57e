/** Options that many commands share, with the spellings that people know from the official tools. */

import type { OptionRow } from './command.ts';

export const OUTPUT_OPTIONS: readonly OptionRow[] = [
  { flags: '--json', about: 'JSON on standard output, and nothing else', spellings: ['--json-output', '--json-out'] },
  { flags: '-q, --quiet', about: 'no words on what happens meanwhile' },
];

export const CHAIN_OPTIONS: readonly OptionRow[] = [
  { flags: '-n, --network <name>', about: 'local, finney, test, or a ws:// or wss:// address', default: 'local', spellings: ['--subtensor.network', '--subtensor.chain_endpoint', '--chain'] },
  { flags: '--timeout <seconds>', about: 'give up after so long', default: 60 },
];

export const WALLET_OPTIONS: readonly OptionRow[] = [
  { flags: '-w, --wallet-name <name>', about: 'whose keys to use: a wallet, or a development key such as //Alice', default: 'default', spellings: ['--wallet_name', '--wallet.name', '--name', '--wallet'] },
  { flags: '-H, --hotkey <name>', about: "one of the wallet's hotkeys, or an address", default: 'default', spellings: ['--wallet_hotkey', '--wallet.hotkey', '--wallet-hotkey'] },
  { flags: '-p, --wallet-path <dir>', about: 'where wallets are', spellings: ['--wallet_path', '--wallet.path'] },
];

export const WRITE_OPTIONS: readonly OptionRow[] = [
  { flags: '--dry-run', about: 'show fee, effects, price impact and warnings; send nothing' },
  { flags: '-y, --no-prompt', about: 'do not ask', spellings: ['--yes', '--no_prompt'] },
  { flags: '--wait <until>', about: 'when it counts as done', choices: ['inBlock', 'finalized'], default: 'inBlock' },
  { flags: '--period <blocks>', about: 'blocks for which the transaction stays valid', default: 64, spellings: ['--era'] },
];
