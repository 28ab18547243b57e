import { utf8ToBytes } from '@taonet/primitives';
import { walletError } from './errors.ts';
import { passwordScore } from './passwordScore.ts';
import { Secret } from './secret.ts';

/** A password, or a question to its owner that is asked only when needed. */
export type PasswordSource = string | Secret | (() => string | Secret | Promise<string | Secret>);

type Environment = Record<string, string | undefined>;

const BYTES_MIN = 6;
const SCORE_MIN = 20;

/** Name of the environment variable with the password of a key file. `path`: as given, `~` already resolved. source: btwallet src/keyfile.rs */
export function passwordVariable(path: string): string {
  return `BT_PW_${path.replace(/[/.]/g, '_').toUpperCase()}`;
}

/** The password of a key file that stands in the environment: base64 of its bytes XOR the variable's name. It hides, it does not protect. */
export function passwordFromEnvironment(path: string, environment: Environment = process.env): Secret | undefined {
  const variable = passwordVariable(path);
  const hidden = environment[variable];
  if (hidden === undefined || hidden === '') return undefined;
  return new Secret(new TextDecoder().decode(mask(Buffer.from(hidden, 'base64'), variable)));
}

/** Puts a password where official wallets and this one look for it; for this process and its children. */
export function setPasswordInEnvironment(path: string, password: string, environment: Environment = process.env): void {
  const variable = passwordVariable(path);
  environment[variable] = Buffer.from(mask(utf8ToBytes(password), variable)).toString('base64');
}

/** The password for `path`: what was passed, else what the environment holds. refuses: PasswordRequired */
export async function resolvePassword(path: string, source: PasswordSource | undefined): Promise<string> {
  const given = typeof source === 'function' ? await source() : source;
  const password = given ?? passwordFromEnvironment(path);
  if (password === undefined) throw walletError('PasswordRequired', { path, variable: passwordVariable(path) });
  return typeof password === 'string' ? password : password.reveal();
}

/**
 * For new passwords, the official rule: 6 bytes at least and a score of 20. Besides none with blanks at its ends, which official tools cut off when they ask for it.
 *
 * refuses: WeakPassword
 */
export function ensureStrongPassword(password: string): void {
  const isGood = utf8ToBytes(password).length >= BYTES_MIN && password === password.trim() && passwordScore(password) >= SCORE_MIN;
  if (!isGood) throw walletError('WeakPassword');
}

function mask(bytes: Uint8Array, variable: string): Uint8Array {
  const name = utf8ToBytes(variable);
  return bytes.map((byte, i) => byte ^ name[i % name.length]!);
}
