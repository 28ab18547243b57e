/** Where a value comes from when it is not on the command line: environment, then btcli's own `~/.bittensor/config.yml`, then the default. */

import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Invocation } from './command.ts';

const FROM: Readonly<Record<Setting, { readonly variables: readonly string[]; readonly key: string; readonly fallback: string }>> = {
  network: { variables: ['BT_SUBTENSOR_NETWORK', 'BT_NETWORK', 'BT_SUBTENSOR_CHAIN_ENDPOINT'], key: 'network', fallback: 'local' },
  walletName: { variables: ['BT_WALLET_NAME'], key: 'wallet_name', fallback: 'default' },
  hotkey: { variables: ['BT_WALLET_HOTKEY'], key: 'wallet_hotkey', fallback: 'default' },
  walletPath: { variables: ['BT_WALLET_PATH'], key: 'wallet_path', fallback: '~/.bittensor/wallets' },
};

export type Setting = 'network' | 'walletName' | 'hotkey' | 'walletPath';

export const configPath = (): string => process.env['BTCLI_CONFIG_PATH'] ?? join(homedir(), '.bittensor', 'config.yml');

/** Flat `key: value` lines of the file; nothing when there is none. */
export function readConfig(path = configPath()): Readonly<Record<string, string>> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return {};
  }
  const found = [...text.matchAll(/^(\w+):[ \t]*(.+?)[ \t]*$/gm)].map(([, key, value]) => [key!, value!.replace(/^(['"])(.*)\1$/, '$2')] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== 'null' && value !== '~'));
}

export function setting(name: Setting, { options }: Pick<Invocation, 'options'>): string {
  return given(name, { options }) ?? FROM[name].fallback;
}

/** The same, undefined when nobody has said anything. */
export function given(name: Setting, { options }: Pick<Invocation, 'options'>): string | undefined {
  const flag = options[name];
  if (typeof flag === 'string') return flag;
  const { variables, key } = FROM[name];
  for (const variable of variables) if (process.env[variable]) return process.env[variable];
  return readConfig()[key];
}
