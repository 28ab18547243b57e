/** `wallet regen-…`: key files again, from what restores the key. */

import { PublicKey, writeKeyFile } from '@taonet/sdk/wallet';
import type { Invocation, Outcome, Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { walletFiles } from '../../wallets.ts';
import { madeKey, madeWords, restoredKey, savingOf, schemeOf, type MadeKey } from './keyOptions.ts';

const outcome = (keys: readonly MadeKey[]): Outcome => ({ data: { success: true, keys }, words: madeWords(keys) });

export const runColdkey: Run = async (invocation) => {
  const wallet = await walletFiles(invocation);
  const key = await restoredKey(invocation);
  await wallet.saveColdkey(key, await savingOf(invocation, 'coldkey', wallet.files.coldkey));
  return outcome([madeKey('coldkey', wallet.name, key, wallet.files.coldkey)]);
};

export const runHotkey: Run = async (invocation) => {
  const wallet = await walletFiles(invocation);
  const key = await restoredKey(invocation);
  await wallet.saveHotkey(key, await savingOf(invocation, 'hotkey', wallet.files.hotkey));
  return outcome([madeKey('hotkey', wallet.toString(), key, wallet.files.hotkey)]);
};

async function publicHalf(invocation: Invocation, role: 'coldkey' | 'hotkey'): Promise<Outcome> {
  const { ss58, publicKey, overwrite } = invocation.options;
  const wallet = await walletFiles(invocation);
  if (typeof ss58 !== 'string' && typeof publicKey !== 'string') throw new UsageError('The public half comes from an address or a public key.', '--ss58 5… or --public-key 0x…');
  const scheme = schemeOf(invocation);
  const key = typeof ss58 === 'string' ? PublicKey.of(ss58, scheme) : new PublicKey(String(publicKey).replace(/^0x/, '').toLowerCase(), scheme);
  const file = role === 'coldkey' ? wallet.files.coldkeypub : wallet.files.hotkeypub;
  await writeKeyFile(file, key, { overwrite: overwrite === true });
  return outcome([madeKey(role, role === 'coldkey' ? wallet.name : wallet.toString(), key, file)]);
}

export const runColdkeypub: Run = (invocation) => publicHalf(invocation, 'coldkey');
export const runHotkeypub: Run = (invocation) => publicHalf(invocation, 'hotkey');
