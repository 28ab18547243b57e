/** Writes as values: looked at first, then sent. */

import { bytesToHex } from '@taonet/primitives';
import type { View } from '../client/view.ts';
import { badInput, sdkError } from '../errors.ts';
import { toAddress, type AccountLike } from '../scale/address.ts';
import type { CallValue } from '../scale/runtime.ts';
import type { Signer, WalletLike } from '../signer.ts';
import { Tao } from '../units.ts';
import { foretell, type Plan, type Quote } from './plan.ts';
import type { Receipt } from './receipt.ts';
import { signCall, type SignedTransaction, type SignOptions } from './sign.ts';
import { submit, type Submitted, type SubmitOrder, type WaitFor } from './submit.ts';

/** Which of a wallet's keys signs. */
export type Role = 'coldkey' | 'hotkey';

export interface SendOptions {
  /** Instead of the wallet's key. */
  readonly signer?: Signer;
  /** Which key of the wallet. */
  readonly as?: Role;
  /** Default: `inBlock`. */
  readonly waitFor?: WaitFor;
  /** Blocks during which it is valid (4 to 65536); default 64. */
  readonly period?: number | 'immortal';
  /** The block from which `period` counts; default: the newest final one. */
  readonly birth?: { readonly number: number; readonly hash: string };
  readonly tip?: Tao;
  readonly nonce?: number;
  /** Sealed until it is in a block, so that nobody can trade ahead of it; lives for 8 blocks at most and costs a second fee. */
  readonly shield?: boolean;
  readonly signal?: AbortSignal;
  /** Milliseconds for each request to the node. */
  readonly timeout?: number;
  /** `ready`, `broadcast`, `inBlock`, `finalized`, … as they come. */
  readonly onStatus?: (status: string) => void;
}

export type SignerOptions = Pick<SendOptions, 'signer' | 'as' | 'signal' | 'timeout'>;

/** What is needed to write: where to, and whose keys. */
export interface Writer {
  readonly view: View;
  readonly wallet: WalletLike | undefined;
  viewWith(options: { readonly signal?: AbortSignal | undefined; readonly timeout?: number | undefined }): View;
}

/** A call with what was found out while it was made. */
export interface Prepared {
  readonly call: CallValue;
  readonly quote?: Quote | undefined;
  readonly warnings?: readonly string[];
}

/** Keys of `set_weights` and the like: hotkeys. */
const BY_HOTKEY = /^(SubtensorModule\.((batch_)?(set|commit|reveal)_.*weights|serve_|associate_evm_key)|Commitments\.set_commitment$)/;

async function keyOf(wallet: WalletLike | undefined, role: Role): Promise<Signer> {
  if (wallet === undefined) throw sdkError('NoSigner');
  return wallet[role]();
}

/** Something to be written whose call is made when it is needed, as when a price has to be asked first. */
export class Write {
  protected readonly writer: Writer;
  readonly #make: (view: View) => Promise<Prepared>;
  readonly #role: Role | undefined;

  constructor(writer: Writer, make: (view: View) => Promise<Prepared>, role?: Role) {
    this.writer = writer;
    this.#make = make;
    this.#role = role;
  }

  /** The call as it would be sent now, as a transaction that can be put into others. */
  async prepare(options: Pick<SendOptions, 'signal' | 'timeout'> = {}): Promise<Transaction> {
    const { call } = await this.#make(this.writer.viewWith(options));
    return new Transaction(this.writer, call, this.#role);
  }

  /** What it would do. Nothing is signed and nothing is sent. */
  async plan(options: SendOptions = {}): Promise<Plan> {
    const view = this.writer.viewWith(options);
    const { call, quote, warnings = [] } = await this.#make(view);
    const signer = await this.#addressFor(call, options);
    const [foretold, extra] = await Promise.all([
      foretell(view, call, signer),
      options.shield === true ? import('./shielded.ts').then(({ envelopeFee }) => envelopeFee(view, signer, call)) : undefined,
    ]);
    return {
      name: `${call.type}.${call.value.type}`, call, callHex: `0x${bytesToHex(view.runtime.encodeCall(call))}`,
      signer, quote, warnings, ...foretold, fee: extra === undefined ? foretold.fee : foretold.fee.plus(extra),
      send: () => new Transaction(this.writer, call, this.#role).send(options),
    };
  }

  /** Signs, sends and waits for the block. refuses: what the chain refuses, Dropped, Timeout, Aborted, NoSigner */
  async send(options: SendOptions = {}): Promise<Receipt> {
    return (await this.submit(options)).receipt;
  }

  /** As `send`, done once the pool has taken it: the receipt comes later. */
  async submit(options: SendOptions = {}): Promise<Submitted> {
    const view = this.writer.viewWith(options);
    const { call } = await this.#make(view);
    const signer = await this.#signerFor(call, options);
    const order: SubmitOrder = { signer, call, sign: signOptions(options), waitFor: options.waitFor ?? 'inBlock', onStatus: options.onStatus };
    if (options.shield !== true) return submit(view, order);
    const { submitShielded } = await import('./shielded.ts');
    return submitShielded(view, order);
  }

  /** Signed, not sent. */
  async sign(options: Omit<SendOptions, 'shield'> = {}): Promise<SignedTransaction> {
    const view = this.writer.viewWith(options);
    const { call } = await this.#make(view);
    return signCall(view, await this.#signerFor(call, options), call, signOptions(options));
  }

  #roleFor(call: CallValue, { as }: SendOptions): Role {
    return as ?? this.#role ?? (BY_HOTKEY.test(`${call.type}.${call.value.type}`) ? 'hotkey' : 'coldkey');
  }

  #signerFor(call: CallValue, options: SendOptions): Promise<Signer> {
    return options.signer === undefined ? keyOf(this.writer.wallet, this.#roleFor(call, options)) : Promise.resolve(options.signer);
  }

  /** Without opening a key, where the wallet allows. */
  async #addressFor(call: CallValue, options: SendOptions): Promise<string> {
    if (options.signer !== undefined) return options.signer.address;
    return addressIn(this.writer.wallet, this.#roleFor(call, options));
  }
}

/** Address of one of a wallet's keys; opens it only when there is no other way. refuses: NoSigner */
export async function addressIn(wallet: WalletLike | undefined, role: Role): Promise<string> {
  if (wallet === undefined) throw sdkError('NoSigner');
  const open = role === 'coldkey' ? wallet.coldkeypub : wallet.hotkeypub;
  const key = open === undefined ? await wallet[role]() : await open.call(wallet);
  return key.address;
}

function signOptions({ period, birth, tip, nonce }: SendOptions): SignOptions {
  if (tip !== undefined && !(tip instanceof Tao)) throw badInput('tip', 'TAO', tip);
  return { period, birth, tip: tip?.rao, nonce };
}

/** A call that is known in full: it can stand inside of others. */
export class Transaction extends Write {
  readonly call: CallValue;

  constructor(writer: Writer, call: CallValue, role?: Role) {
    super(writer, () => Promise.resolve({ call }), role);
    this.call = call;
  }

  /** `Pallet.call` */
  get name(): string {
    return `${this.call.type}.${this.call.value.type}`;
  }

  /** SCALE bytes of the call, in hex. refuses: BadInput */
  get callHex(): string {
    return `0x${bytesToHex(this.writer.view.runtime.encodeCall(this.call))}`;
  }

  /** By root: the signer is the chain's sudo key. */
  sudo(): Transaction {
    return new Transaction(this.writer, { type: 'Sudo', value: { type: 'sudo', value: { call: this.call } } }, 'coldkey');
  }

  /** In the name of `real`, whose proxy the signer is. */
  asProxyOf(real: AccountLike, proxyType?: string): Transaction {
    const value = { real: { type: 'Id', value: toAddress(real, 'real') }, force_proxy_type: proxyType, call: this.call };
    return new Transaction(this.writer, { type: 'Proxy', value: { type: 'proxy', value } }, 'coldkey');
  }

  override toString(): string {
    return this.name;
  }
}
