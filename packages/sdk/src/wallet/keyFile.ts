import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { decryptKeyData, encryptKeyData, encryptionOf } from './encryption.ts';
import { walletError } from './errors.ts';
import { Key } from './key.ts';
import { decodeKeyData, encodeKeyData } from './keyData.ts';
import { walletReady } from './keySource.ts';
import { ensureStrongPassword, resolvePassword } from './password.ts';
import type { PasswordSource } from './password.ts';
import type { PublicKey } from './publicKey.ts';

export interface WriteKeyFile {
  /** Encrypts the file; without it the key stands there in the clear. */
  readonly password?: PasswordSource;
  readonly overwrite?: boolean;
}

/**
 * Key of a file of any official format. `password` is asked for only when the file is encrypted; else the environment is.
 *
 * returns: a PublicKey from a public file
 * refuses: NoKeyFile, PasswordRequired, WrongPassword, BadKeyFile, KeyFileMismatch
 */
export async function readKeyFile(path: string, password?: PasswordSource): Promise<Key | PublicKey> {
  await walletReady();
  const data = await readBytes(path);
  if (encryptionOf(data) === 'none') return decodeKeyData(data);
  return decodeKeyData(await decryptKeyData(data, await resolvePassword(path, password)));
}

/** As `readKeyFile`, for files that must be able to sign. refuses: also PublicOnly */
export async function readSecretKeyFile(path: string, password?: PasswordSource): Promise<Key> {
  const key = await readKeyFile(path, password);
  if (key instanceof Key) return key;
  throw walletError('PublicOnly', { path });
}

/**
 * Writes a key file, mode 0600, at once or not at all: a crash leaves the old file or the new one.
 *
 * refuses: KeyFileExists, WeakPassword
 */
export async function writeKeyFile(path: string, key: PublicKey, { password, overwrite = false }: WriteKeyFile = {}): Promise<void> {
  const plain = encodeKeyData(key);
  if (password === undefined) return writePrivately(path, plain, overwrite);
  const text = await resolvePassword(path, password);
  ensureStrongPassword(text);
  return writePrivately(path, await encryptKeyData(plain, text), overwrite);
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw walletError('NoKeyFile', { path });
    throw cause;
  }
}

async function writePrivately(path: string, data: Uint8Array, overwrite: boolean): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    // A link never replaces: two writers at once cannot both win.
    if (overwrite) await rename(draft, path);
    else await link(draft, path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw walletError('KeyFileExists', { path });
    throw cause;
  } finally {
    await unlink(draft).catch(() => undefined); // gone already after a rename
  }
}
