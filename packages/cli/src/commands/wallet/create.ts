/** `wallet create`, `new-coldkey`, `new-hotkey`. */

import { keyFromUri, walletReady } from '@taonet/sdk/wallet';
import type { Wallet } from '@taonet/sdk/wallet';
import type { Invocation, Outcome, Run } from '../../command.ts';
import { walletFiles } from '../../wallets.ts';
import { madeKey, madeWords, savingOf, schemeOf, wordCountOf, type MadeKey } from './keyOptions.ts';

async function makeKey(invocation: Invocation, wallet: Wallet, role: 'coldkey' | 'hotkey'): Promise<MadeKey> {
  const file = wallet.files[role];
  const name = role === 'coldkey' ? wallet.name : wallet.toString();
  const save = await savingOf(invocation, role, file);
  const { uri } = invocation.options;
  if (typeof uri === 'string') {
    await walletReady();
    const key = keyFromUri(uri.includes('/') || uri.includes(' ') ? uri : `//${uri}`, schemeOf(invocation));
    await (role === 'coldkey' ? wallet.saveColdkey(key, save) : wallet.saveHotkey(key, save));
    return madeKey(role, name, key, file);
  }
  const made = { ...save, words: wordCountOf(invocation), scheme: schemeOf(invocation) };
  const { key, phrase } = await (role === 'coldkey' ? wallet.createColdkey(made) : wallet.createHotkey(made));
  return madeKey(role, name, key, file, phrase);
}

const outcome = (keys: readonly MadeKey[]): Outcome => ({ data: { success: true, keys }, words: madeWords(keys) });

export const runCreate: Run = async (invocation) => {
  const wallet = await walletFiles(invocation);
  const coldkey = await makeKey(invocation, wallet, 'coldkey');
  // `--use-password` is about the coldkey here, as in the official tool.
  const hotkey = await makeKey({ ...invocation, options: { ...invocation.options, usePassword: false } }, wallet, 'hotkey');
  return outcome([coldkey, hotkey]);
};

export const runNewColdkey: Run = async (invocation) => outcome([await makeKey(invocation, await walletFiles(invocation), 'coldkey')]);
export const runNewHotkey: Run = async (invocation) => outcome([await makeKey(invocation, await walletFiles(invocation), 'hotkey')]);
