/** Wallet extensions in web pages, by the injected-signer contract (`window.injectedWeb3`). They show each transaction and sign it; keys never leave them. */

import { tryHexToBytes, type AccountId } from '@taonet/primitives';
import { sdkError } from '../errors.ts';
import { accountIdOf, addressOf } from '../scale/address.ts';
import type { SignatureScheme, Signer, TransactionPayload } from '../signer.ts';

interface InjectedAccount {
  readonly address: string;
  readonly name?: string;
  readonly type?: string;
}

interface InjectedSigner {
  signPayload?(payload: TransactionPayload): Promise<{ readonly signature: string }>;
  signRaw?(payload: { readonly address: string; readonly data: string; readonly type: 'bytes' }): Promise<{ readonly signature: string }>;
}

interface Injected {
  readonly accounts: { get(): Promise<readonly InjectedAccount[]> };
  readonly signer: InjectedSigner;
}

interface InjectedWindow {
  readonly injectedWeb3?: Readonly<Record<string, { readonly enable?: (origin: string) => Promise<Injected>; readonly version?: string } | undefined>>;
}

const SCHEMES: readonly SignatureScheme[] = ['ed25519', 'sr25519', 'ecdsa'];
const EXTENSION_SIZES: readonly number[] = [65, 66];

/** An account that an extension keeps. */
export class ExtensionAccount implements Signer {
  readonly address: string;
  readonly accountId: AccountId;
  readonly scheme: SignatureScheme;
  /** As its user calls it. */
  readonly name: string | undefined;
  readonly #signer: InjectedSigner;
  readonly #given: string;

  constructor({ address, name, type }: InjectedAccount, signer: InjectedSigner) {
    this.accountId = accountIdOf(address, 'extension account');
    this.address = addressOf(this.accountId);
    this.#given = address;
    this.name = name;
    this.scheme = SCHEMES.find((scheme) => scheme === type) ?? 'sr25519';
    this.#signer = signer;
  }

  /** Over the bytes between `<Bytes>` and `</Bytes>`, as extensions do it: they sign no bare bytes that could be a transaction. */
  async sign(message: Uint8Array): Promise<Uint8Array> {
    if (this.#signer.signRaw === undefined) throw sdkError('NoSigner', { address: this.address }, { message: 'This extension does not sign plain bytes.' });
    const data = `0x${Array.from(message, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
    const { signature } = await this.#signer.signRaw({ address: this.#given, data, type: 'bytes' });
    return tryHexToBytes(signature)!;
  }

  async signTransaction(payload: TransactionPayload): Promise<{ readonly scheme: SignatureScheme; readonly signature: Uint8Array }> {
    if (this.#signer.signPayload === undefined) throw sdkError('NoSigner', { address: this.address }, { message: 'This extension does not sign transactions.' });
    const { signature } = await this.#signer.signPayload({ ...payload, address: this.#given });
    const bytes = tryHexToBytes(signature)!;
    const scheme = EXTENSION_SIZES.includes(bytes.length) ? SCHEMES[bytes[0]!] : undefined;
    if (scheme === undefined) return { scheme: this.scheme, signature: bytes };
    return { scheme, signature: bytes.slice(1) };
  }

  toJSON(): string {
    return this.address;
  }
}

const injectedIn = (window: unknown): NonNullable<InjectedWindow['injectedWeb3']> => (window as InjectedWindow).injectedWeb3 ?? {};

/** Names of the extensions in this page: `polkadot-js`, `talisman`, `subwallet-js`, `bittensor`, … */
export function extensions(window: unknown = globalThis): string[] {
  return Object.keys(injectedIn(window));
}

export interface ExtensionOptions {
  /** Name of this page or app, which the extension shows. */
  readonly app?: string;
  /** Where extensions announce themselves; the page's own window. */
  readonly window?: unknown;
}

/** Asks an extension for its accounts; its user is asked for leave. refuses: NoExtension */
export async function extensionAccounts(name: string, { app = 'taonet', window = globalThis }: ExtensionOptions = {}): Promise<ExtensionAccount[]> {
  const found = injectedIn(window)[name];
  if (found?.enable === undefined) throw sdkError('NoExtension', { name, present: extensions(window).join(', ') });
  const { accounts, signer } = await found.enable(app).catch((error: unknown) => { throw sdkError('NoExtension', { name }, { cause: error, message: `The extension ${name} gave no leave.` }); });
  const list = await accounts.get();
  return list.filter(({ type }) => type !== 'ethereum').map((account) => new ExtensionAccount(account, signer));
}
