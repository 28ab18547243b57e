/** What commands that make key files have in common. */

import type { Key, SaveKey, Secret, WordCount } from '@taonet/sdk/wallet';
import { askPassword, askText } from '../../ask.ts';
import type { Invocation } from '../../command.ts';
import { UsageError, ValidationError } from '../../failure.ts';

const WORD_COUNTS: readonly number[] = [12, 15, 18, 21, 24];

export function wordCountOf({ options }: Invocation): WordCount {
  const count = Number(options['nWords'] ?? 12);
  if (!WORD_COUNTS.includes(count)) throw new UsageError(`A mnemonic has ${WORD_COUNTS.join(', ')} words, not ${String(options['nWords'])}.`, '--n-words 12');
  return count as WordCount;
}

export const schemeOf = ({ options }: Invocation): 'sr25519' | 'ed25519' => (options['scheme'] === 'ed25519' ? 'ed25519' : 'sr25519');

/**
 * How a key file is written. Coldkeys get a password: the terminal's, or the environment's; `--no-use-password` leaves it out. Hotkeys get
 * one only with `--use-password`.
 */
export async function savingOf(invocation: Invocation, role: 'coldkey' | 'hotkey', file: string): Promise<SaveKey> {
  const { options, output } = invocation;
  const overwrite = options['overwrite'] === true;
  const wanted = options['usePassword'] ?? role === 'coldkey';
  if (wanted === false) return { plain: true, overwrite };
  const { passwordFromEnvironment, passwordVariable } = await import('@taonet/sdk/wallet');
  const kept = passwordFromEnvironment(file);
  if (kept !== undefined) return { password: kept, overwrite };
  if (!output.isTerminal) throw new ValidationError('This key file needs a password, and nobody is there to be asked.', `Add --no-use-password to write it in the clear, or set ${passwordVariable(file)}.`);
  const password = await askPassword(invocation, `New password for ${file}`);
  if (password !== await askPassword(invocation, 'Once more')) throw new ValidationError('The passwords differ.');
  return { password, overwrite };
}

/** The key that mnemonic, seed, private key, polkadot.js file or URI give. */
export async function restoredKey(invocation: Invocation): Promise<Key> {
  const { options } = invocation;
  const sdk = await import('@taonet/sdk/wallet');
  await sdk.walletReady();
  const scheme = schemeOf(invocation);
  const uri = options['uri'];
  if (typeof uri === 'string') return sdk.keyFromUri(uri.includes(' ') || uri.includes('/') || uri.startsWith('0x') ? uri : `//${uri}`, scheme);
  if (typeof options['seed'] === 'string') return sdk.keyFromSeed(options['seed'], scheme);
  if (typeof options['privateKey'] === 'string') return sdk.keyFromPrivateKey(options['privateKey'], scheme);
  if (typeof options['json'] === 'string') throw new UsageError('Name the file with --json-file.');
  if (typeof options['jsonFile'] === 'string') {
    const { readFile } = await import('node:fs/promises');
    const text = await readFile(options['jsonFile'], 'utf8');
    const password = typeof options['jsonPassword'] === 'string' ? options['jsonPassword'] : '';
    return sdk.keyFromPolkadotJson(text, password);
  }
  const mnemonic = typeof options['mnemonic'] === 'string' ? options['mnemonic'] : await askText(invocation, 'Mnemonic', '--mnemonic "word word …", --seed 0x…, --uri //Alice or --json-file FILE');
  return sdk.keyFromMnemonic(mnemonic, { scheme });
}

export interface MadeKey {
  readonly role: 'coldkey' | 'hotkey';
  readonly name: string;
  readonly address: string;
  readonly file: string;
  /** Of a key that was made now: shown once. */
  readonly mnemonic?: string;
}

export function madeKey(role: MadeKey['role'], name: string, key: { readonly address: string }, file: string, phrase?: Secret): MadeKey {
  return { role, name, address: key.address, file, ...(phrase === undefined ? {} : { mnemonic: phrase.reveal() }) };
}

/** The same for people. */
export function madeWords(keys: readonly MadeKey[]): string {
  return keys.map(({ role, name, address, file, mnemonic }) => [
    `${role} ${name}  ${address}`,
    `  ${file}`,
    ...(mnemonic === undefined ? [] : [`  ${mnemonic}`, '  These words restore the key. They are shown this once: keep them where no computer reads them.']),
  ].join('\n')).join('\n');
}
