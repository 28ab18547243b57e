/** The development keys that every local chain funds. Known to all: never for a live chain. */

import type { AccountId } from '@taonet/primitives';
import { badInput } from '../errors.ts';
import { accountIdOf } from '../scale/address.ts';
import type { Signer, WalletLike } from '../signer.ts';

/** Addresses of the named ones: they need no cryptography to be known. */
export const DEV_ADDRESSES = {
  alice: '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
  bob: '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty',
  charlie: '5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y',
  dave: '5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy',
  eve: '5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw',
  ferdie: '5CiPPseXPECbkjWCa6MnjNokrgYjMqmKndv2rSnekmSK2DjL',
} as const;
export type DevName = keyof typeof DEV_ADDRESSES;

const uriOf = (name: string): string => (name.startsWith('//') ? name : `//${name.slice(0, 1).toUpperCase()}${name.slice(1)}`);

/** Derives it when something is signed; the code for that is loaded then. */
class DevKey implements Signer {
  readonly scheme = 'sr25519';
  readonly address: string;
  readonly accountId: AccountId;
  readonly #uri: string;

  constructor(uri: string, address: string) {
    this.#uri = uri;
    this.address = address;
    this.accountId = accountIdOf(address, uri);
  }

  async sign(message: Uint8Array): Promise<Uint8Array> {
    const { keyFromUri, cryptoReady } = await import('./derive.ts');
    await cryptoReady();
    return keyFromUri(this.#uri).sign(message);
  }

  toString(): string {
    return this.address;
  }

  toJSON(): string {
    return this.address;
  }
}

/** `alice` … `ferdie`. Other names and URIs (`//Alice//stash`): `await devKey(uri)`. */
export function dev(name: DevName): Signer {
  const address = Object.hasOwn(DEV_ADDRESSES, name) ? DEV_ADDRESSES[name] : undefined;
  if (address === undefined) throw badInput('name', Object.keys(DEV_ADDRESSES).join(', '), name);
  return new DevKey(uriOf(name), address);
}

/** The key of any URI below the development phrase: `//Alice`, `//miner//1`, or a name. */
export async function devKey(uri: string): Promise<Signer> {
  const { keyFromUri, cryptoReady } = await import('./derive.ts');
  await cryptoReady();
  const whole = uriOf(uri);
  return new DevKey(whole, keyFromUri(whole).ss58);
}

export interface DevWalletOptions {
  /** Another development key as hotkey; by default it is the coldkey itself. */
  readonly hotkey?: DevName | Signer;
}

/** Wallets without files. Entry `./wallet` has those with. */
export const wallet = {
  /** Of development keys. */
  dev(name: DevName, { hotkey = name }: DevWalletOptions = {}): WalletLike & { readonly address: string } {
    return wallet.of(dev(name), typeof hotkey === 'string' ? dev(hotkey) : hotkey);
  },
  /** Of signers, such as an extension's account; the hotkey is the coldkey unless another is given. */
  of(coldkey: Signer, hotkey: Signer = coldkey): WalletLike & { readonly address: string } {
    return { address: coldkey.address, coldkey: () => coldkey, hotkey: () => hotkey };
  },
};
