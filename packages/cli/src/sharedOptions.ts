/** Options that many commands share, with the spellings that people know from the official tools. */

import type { OptionRow } from './command.ts';

export const OUTPUT_OPTIONS: readonly OptionRow[] = [
  { flags: '--json', about: 'JSON on standard output, and nothing else', spellings: ['--json-output', '--json-out'] },
  { flags: '-q, --quiet', about: 'no words on what happens meanwhile' },
  { flags: '--verbose', about: 'failures with all their facts' },
];

export const CHAIN_OPTIONS: readonly OptionRow[] = [
  { flags: '--network <name>', about: 'local (unless set otherwise), finney, test, archive, or a ws:// or http:// address', spellings: ['--subtensor.network', '--subtensor.chain_endpoint', '--chain'] },
  { flags: '--timeout <seconds>', about: 'give up after so long', default: 60 },
];

export const WALLET_OPTIONS: readonly OptionRow[] = [
  { flags: '-w, --wallet-name <name>', about: 'whose keys to use: a wallet, or a development key such as //Alice', spellings: ['--wallet_name', '--wallet.name', '--name', '--wallet'] },
  { flags: '-H, --hotkey <name>', about: "one of the wallet's hotkeys, an address, or a development key", spellings: ['--wallet_hotkey', '--wallet.hotkey', '--wallet-hotkey'] },
  { flags: '-p, --wallet-path <dir>', about: 'folder of wallets', spellings: ['--wallet_path', '--wallet.path'] },
];

export const WRITE_OPTIONS: readonly OptionRow[] = [
  { flags: '--dry-run', about: 'show fee, effects, price impact and warnings; send nothing' },
  { flags: '-y, --yes', about: 'do not ask', spellings: ['--no-prompt', '--no_prompt'] },
  { flags: '--wait <until>', about: 'when it counts as done', choices: ['inBlock', 'finalized'], default: 'inBlock' },
  { flags: '--period <blocks>', about: 'blocks for which the transaction stays valid', default: 64, spellings: ['--era'] },
  { flags: '--tip <tao>', about: 'for the author of the block' },
  { flags: '--proxy <account>', about: 'act for this account, as its proxy' },
  { flags: '--mev-protection', about: 'send it sealed, so that nobody can trade ahead of it; costs a second fee', spellings: ['--no-mev-protection'] },
];
