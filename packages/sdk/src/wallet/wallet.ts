import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { walletError } from './errors.ts';
import type { Key } from './key.ts';
import { readKeyFile, readSecretKeyFile, writeKeyFile } from './keyFile.ts';
import { createMnemonic, keyFromMnemonic, walletReady } from './keySource.ts';
import type { WordCount } from './keySource.ts';
import type { PasswordSource } from './password.ts';
import type { KeyScheme, PublicKey } from './publicKey.ts';
import type { Secret } from './secret.ts';

export interface WalletOptions {
  /** Else `BT_WALLET_NAME`, else `default`. */
  readonly name?: string;
  /** Else `BT_WALLET_HOTKEY`, else `default`. */
  readonly hotkey?: string;
  /** Folder of wallets, else `BT_WALLET_PATH`, else `~/.bittensor/wallets`. */
  readonly path?: string;
}

export interface SaveKey {
  /** Coldkeys need one, or `plain: true`. */
  readonly password?: PasswordSource;
  /** Writes a coldkey in the clear, on purpose. */
  readonly plain?: boolean;
  readonly overwrite?: boolean;
}

export interface CreateKey extends SaveKey {
  readonly words?: WordCount;
  readonly scheme?: KeyScheme;
}

/** A new key with the words that restore it; they are shown once by whoever calls `phrase.reveal()`. */
export interface CreatedKey {
  readonly key: Key;
  readonly phrase: Secret;
}

/** Files of one wallet, absolute. */
export interface WalletFiles {
  readonly coldkey: string;
  readonly coldkeypub: string;
  readonly hotkey: string;
  readonly hotkeypub: string;
}

/** A coldkey and one of its hotkeys, in the layout of the official wallet; files are read when a key is asked for. */
export class Wallet {
  readonly name: string;
  readonly hotkeyName: string;
  /** Absolute path of the folder of wallets. */
  readonly path: string;
  readonly files: WalletFiles;

  constructor({ name, hotkey, path }: WalletOptions = {}) {
    this.name = folderName(name ?? process.env['BT_WALLET_NAME'] ?? 'default');
    this.hotkeyName = folderName(hotkey ?? process.env['BT_WALLET_HOTKEY'] ?? 'default');
    this.path = walletsPath(path);
    const folder = join(this.path, this.name);
    this.files = {
      coldkey: join(folder, 'coldkey'),
      coldkeypub: join(folder, 'coldkeypub.txt'),
      hotkey: join(folder, 'hotkeys', this.hotkeyName),
      hotkeypub: join(folder, 'hotkeys', `${this.hotkeyName}pub.txt`),
    };
  }

  /** The coldkey, opened with `password` or the environment's. refuses: as `readSecretKeyFile` */
  coldkey(password?: PasswordSource): Promise<Key> {
    return readSecretKeyFile(this.files.coldkey, password);
  }

  /** The hotkey. refuses: as `readSecretKeyFile` */
  hotkey(password?: PasswordSource): Promise<Key> {
    return readSecretKeyFile(this.files.hotkey, password);
  }

  /** The coldkey's public half; needs no password. */
  coldkeypub(): Promise<PublicKey> {
    return readKeyFile(this.files.coldkeypub);
  }

  /** The hotkey's public half; wallets made before btwallet 3.1 have it in the hotkey itself only. */
  async hotkeypub(): Promise<PublicKey> {
    return readKeyFile(this.files.hotkeypub).catch((error: unknown) => {
      if ((error as { code?: string }).code === 'NoKeyFile') return readKeyFile(this.files.hotkey);
      throw error;
    });
  }

  /** A new coldkey and its files. refuses: PasswordRequired, WeakPassword, KeyFileExists */
  async createColdkey(options: CreateKey): Promise<CreatedKey> {
    const created = await newKey(options);
    await this.saveColdkey(created.key, options);
    return created;
  }

  /** A new hotkey and its files; in the clear unless a password is given, as the official wallet does it. */
  async createHotkey(options: CreateKey = {}): Promise<CreatedKey> {
    const created = await newKey(options);
    await this.saveHotkey(created.key, options);
    return created;
  }

  /** Files for a coldkey that exists (from its mnemonic, seed or URI). refuses: PasswordRequired, WeakPassword, KeyFileExists */
  async saveColdkey(key: Key, options: SaveKey): Promise<void> {
    if (options.password === undefined && options.plain !== true) {
      throw walletError('PasswordRequired', { path: this.files.coldkey });
    }
    await writeKeyFile(this.files.coldkey, key, options);
    await writeKeyFile(this.files.coldkeypub, key.toPublic(), { overwrite: true });
  }

  /** Files for a hotkey that exists. refuses: WeakPassword, KeyFileExists */
  async saveHotkey(key: Key, options: SaveKey = {}): Promise<void> {
    await writeKeyFile(this.files.hotkey, key, options);
    await writeKeyFile(this.files.hotkeypub, key.toPublic(), { overwrite: true });
  }

  toString(): string {
    return `${this.name}/${this.hotkeyName}`;
  }

  [inspect.custom](): string {
    return `Wallet(${this.toString()} in ${this.path})`;
  }
}

/** Absolute folder of wallets: `path`, else `BT_WALLET_PATH`, else `~/.bittensor/wallets`; `~` is the home folder. */
export function walletsPath(path: string = process.env['BT_WALLET_PATH'] ?? '~/.bittensor/wallets'): string {
  return resolve(path.replace(/^~(?=\/|$)/, homedir()));
}

async function newKey({ words, scheme }: CreateKey): Promise<CreatedKey> {
  await walletReady();
  const phrase = createMnemonic(words);
  return { key: keyFromMnemonic(phrase, scheme === undefined ? {} : { scheme }), phrase };
}

function folderName(name: string): string {
  if (name === '' || name === '.' || name === '..' || /[/\\\0]/.test(name)) throw walletError('BadWalletName', { name });
  return name;
}
