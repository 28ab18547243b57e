/** Whose keys a command uses: a wallet's files, a development key, an address that can only be looked at, or an impersonated account. */

import type { Key, Wallet as WalletFilesOf } from '@taonet/sdk/wallet';
import { askPassword } from './ask.ts';
import type { Invocation } from './command.ts';
import { ValidationError } from './failure.ts';
import { DEV_ADDRESSES } from './names.ts';
import { given, setting } from './settings.ts';

/** What names an account that `taonet as` acts for. */
export const IMPERSONATED = 'impersonate:';

const FAKE_SIGNATURE_BYTES = 64;

interface Signing {
  readonly address: string;
  readonly accountId: string;
  readonly scheme: 'sr25519' | 'ed25519' | 'ecdsa';
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** Fits the SDK's `WalletLike`; keys are opened when something is signed. */
export interface CommandWallet {
  /** As it was named. */
  readonly name: string;
  readonly hotkeyName: string;
  coldkey(): Promise<Signing>;
  hotkey(): Promise<Signing>;
  coldkeypub(): Promise<{ readonly address: string }>;
  hotkeypub(): Promise<{ readonly address: string }>;
}

type Asked = Pick<Invocation, 'options' | 'output'>;

export const isAddress = (text: string): boolean => /^[1-9A-HJ-NP-Za-km-z]{46,50}$/.test(text) || /^0x[0-9a-fA-F]{64}$/.test(text);
const isUri = (text: string): boolean => text.startsWith('//');

/** The wallet that a command's options name. */
export function walletOf(invocation: Asked): CommandWallet {
  const name = setting('walletName', invocation);
  const hotkeyName = given('hotkey', invocation);
  const cold = sourceOf(name, invocation, 'coldkey', name);
  const isFiles = !isUri(name) && !name.startsWith(IMPERSONATED) && !isAddress(name);
  // A key without a wallet is its own hotkey unless another is named.
  const hot = hotkeyName === undefined && !isFiles ? cold : sourceOf(hotkeyName ?? 'default', invocation, 'hotkey', name);
  return { name, hotkeyName: hotkeyName ?? (isFiles ? 'default' : name), coldkey: cold.open, hotkey: hot.open, coldkeypub: cold.look, hotkeypub: hot.look };
}

/** The wallet of this name with its files. */
export async function walletFiles(invocation: Asked, name = setting('walletName', invocation), hotkey = setting('hotkey', invocation)): Promise<WalletFilesOf> {
  const { Wallet } = await import('@taonet/sdk/wallet');
  return new Wallet({ name, hotkey, path: setting('walletPath', invocation) });
}

interface Source {
  open(): Promise<Signing>;
  look(): Promise<{ readonly address: string }>;
}

function sourceOf(text: string, invocation: Asked, role: 'coldkey' | 'hotkey', wallet: string): Source {
  if (text.startsWith(IMPERSONATED)) return impersonated(text.slice(IMPERSONATED.length));
  if (isUri(text)) return ofUri(text);
  if (isAddress(text)) return addressOnly(text);
  const files = (): Promise<WalletFilesOf> => walletFiles(invocation, wallet, role === 'hotkey' ? text : 'default');
  return {
    open: async () => (await files())[role](passwordFor(invocation, `${wallet}${role === 'hotkey' ? `/${text}` : ''}`)),
    look: async () => {
      const found = await files();
      return role === 'coldkey' ? found.coldkeypub() : found.hotkeypub();
    },
  };
}

/** Asked for when a key file is encrypted and its owner is there; else the environment's, or the refusal that tells how. */
function passwordFor({ output }: Asked, whose: string): (() => Promise<string>) | undefined {
  if (!output.isTerminal) return undefined;
  return () => askPassword({ output }, `Password of ${whose}`);
}

function ofUri(uri: string): Source {
  const key = async (): Promise<Key> => {
    const { keyFromUri, walletReady } = await import('@taonet/sdk/wallet');
    await walletReady();
    return keyFromUri(uri);
  };
  return { open: key, look: async () => ({ address: await devAddress(uri) }) };
}

/** The named ones are known by heart: looking at //Alice needs no cryptography. */
async function devAddress(uri: string): Promise<string> {
  const known = DEV_ADDRESSES[uri];
  if (known !== undefined) return known;
  const { keyFromUri, walletReady } = await import('@taonet/sdk/wallet');
  await walletReady();
  return keyFromUri(uri).address;
}

async function normalised(address: string): Promise<{ address: string; accountId: string }> {
  const { decodeSs58, encodeSs58 } = await import('@taonet/crypto/ss58');
  if (address.startsWith('0x')) return { address: encodeSs58(address.slice(2).toLowerCase()), accountId: address.slice(2).toLowerCase() };
  const decoded = decodeSs58(address);
  if (!decoded.ok) throw new ValidationError(`${address} is not an address: ${decoded.problem}.`, 'Bittensor addresses begin with 5; look for a letter that was changed.');
  return { address: encodeSs58(decoded.accountId), accountId: decoded.accountId };
}

function addressOnly(text: string): Source {
  return {
    open: () => Promise.reject(new ValidationError(`${text} is an address: it cannot sign.`, 'Name a wallet whose key it is, or a development key; on a network of your own: taonet as ADDRESS …')),
    look: () => normalised(text),
  };
}

/** The node takes any signature of it. */
function impersonated(text: string): Source {
  return {
    open: async () => ({ ...await normalised(text), scheme: 'sr25519', sign: () => Promise.resolve(new Uint8Array(FAKE_SIGNATURE_BYTES)) }),
    look: () => normalised(text),
  };
}

/**
 * SS58 of an account in any way of writing it: address, hex, `//Alice`, the name of a wallet, `wallet/hotkey`, or (as a hotkey) the name of
 * one of the wallet's hotkeys. refuses: ValidationError
 */
export async function accountAddress(text: string, invocation: Asked, role: 'coldkey' | 'hotkey' = 'coldkey'): Promise<string> {
  if (isUri(text)) return devAddress(text);
  if (isAddress(text)) return (await normalised(text)).address;
  const [name, hotkey] = text.split('/');
  const own = setting('walletName', invocation);
  const tries: (readonly [string, string | undefined])[] = hotkey !== undefined ? [[name!, hotkey]] : role === 'hotkey' && !isUri(own) && !isAddress(own) ? [[own, text], [text, 'default']] : [[text, undefined]];
  for (const [wallet, hot] of tries) {
    const files = await walletFiles(invocation, wallet, hot ?? 'default');
    const key = await (hot === undefined ? files.coldkeypub() : files.hotkeypub()).catch(() => undefined);
    if (key !== undefined) return key.address;
  }
  const dev = DEV_ADDRESSES[`//${text.slice(0, 1).toUpperCase()}${text.slice(1)}`];
  if (dev !== undefined) return dev;
  throw new ValidationError(`${text} is no address, and no ${role === 'hotkey' ? 'hotkey or ' : ''}wallet of this name is in ${setting('walletPath', invocation)}.`, 'Give an address (5…), a wallet that `taonet wallet list` shows, wallet/hotkey, or a development key such as //Alice.');
}
