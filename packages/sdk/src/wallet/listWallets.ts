import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { walletError } from './errors.ts';
import { readKeyFile } from './keyFile.ts';
import { Wallet, walletsPath } from './wallet.ts';

/** A hotkey of a wallet; no address when its file is encrypted and has no public half, or cannot be read. */
export interface ListedHotkey {
  readonly name: string;
  readonly address: string | undefined;
}

export interface ListedWallet {
  readonly name: string;
  readonly coldkey: string | undefined;
  readonly hotkeys: readonly ListedHotkey[];
}

/** Wallets of a folder with their addresses, by name; asks for no password. An absent folder has none. */
export async function listWallets(path?: string): Promise<readonly ListedWallet[]> {
  const root = walletsPath(path);
  const names = await foldersOf(root);
  return Promise.all(names.map(async (name) => {
    const hotkeys = (await filesOf(join(root, name, 'hotkeys'))).filter((file) => !file.endsWith('pub.txt') && !file.endsWith('.tmp'));
    const listed = hotkeys.map(async (hotkey) => {
      const wallet = new Wallet({ name, hotkey, path: root });
      return { name: hotkey, address: (await addressOf(wallet.files.hotkeypub)) ?? (await addressOf(wallet.files.hotkey)) };
    });
    return { name, coldkey: await addressOf(join(root, name, 'coldkeypub.txt')), hotkeys: await Promise.all(listed) };
  }));
}

async function addressOf(file: string): Promise<string | undefined> {
  try {
    return (await readKeyFile(file, () => Promise.reject(walletError('PasswordRequired')))).address;
  } catch {
    return undefined;
  }
}

async function foldersOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name).sort();
}
