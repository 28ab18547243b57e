/** What the SDK throws: one class, a closed union of codes, each with what was checked, what was there, what is needed and what to do. */

import { OperatingError, type Facts } from '@taonet/primitives';
import type { ChainErrorCode } from './typed/errorCodes.ts';

/** Every way in which the SDK itself can fail: what is said, and what to do. */
const SDK_ERRORS = {
  CannotConnect: ['The node cannot be reached.', 'Check the address and that the node runs: `taonet node` starts one on ws://127.0.0.1:9944.'],
  Disconnected: ['The connection to the node was lost.', 'Connect again; whether a transaction that was under way has arrived tells its hash.'],
  Timeout: ['The node did not answer in time.', 'Give a longer `timeout`, or ask for less at once.'],
  Aborted: ['The caller ended the work.', undefined],
  RpcError: ['The node answered with an error.', undefined],
  NoSubscriptions: ['This connection cannot carry subscriptions.', 'Connect with a ws:// address.'],
  NotOnThisChain: ['The chain does not have this item.', 'Names are the chain\'s own, letter for letter; it may be newer or older than this package.'],
  CannotDecode: ['Bytes from the node do not have the form that its metadata tells.', 'Report it with the block and the item in the facts.'],
  BadInput: ['A value does not have the form that the chain wants.', 'The facts name the argument, what was expected and what was given.'],
  NoSigner: ['Nobody is there to sign.', 'Connect with `{ wallet }`, or give `send({ signer })`.'],
  NoExtension: ['No wallet extension of this name is in the page.', 'Install it, or let the user allow it for this page.'],
  NoWeights: ['There is nothing to set: no score is above zero.', 'Give at least one score above 0. Equal weights for all are never set by default.'],
  WeightsRefused: ['The weights would be refused.', undefined],
  NothingToReveal: ['Nothing that was committed is known here.', 'Reveal with the object that committed, or give what it kept (`commit`).'],
  NotRevealed: ['The chain has not revealed the weights, though their time has come.', 'It drops what it may not set, as without a permit: `taonet why no-weights` tells more. They can be set again.'],
  Dropped: ['The node no longer knows the transaction.', 'It fell out of the pool, or another one took its nonce: look at the account\'s next nonce, then send again.'],
  NoShieldKey: ['No author has announced a key to seal for.', 'A chain that has just begun announces one within four blocks; elsewhere send without `shield`.'],
  ShieldTooSmall: ['The transaction does not fit into an envelope.', 'Put less into it, or send it without `shield`.'],
  NotOpened: ['The sealed transaction is in a block, but what is inside was not put behind it.', 'Its author did not open it, and nothing of it was done: send again.'],
  UnknownBlock: ['The node does not have this block.', 'It may not be there yet, or its state may be pruned: ask an archive node.'],
} as const satisfies Record<string, readonly [string, string | undefined]>;

/** Codes of the SDK's own errors. */
export type SdkErrorCode = keyof typeof SDK_ERRORS;

/** All codes: of the SDK, of refused calls (`SubtensorModule.NotEnoughStake`), of transactions that are not valid (`InvalidTransaction.Stale`). */
export type ErrorCode = SdkErrorCode | ChainErrorCode;

/** Chain errors by their bare name too: `is('NotEnoughStake')`. */
type BareName<C extends string> = C extends `${string}.${infer Name}` ? Name : C;
export type ErrorName = ErrorCode | BareName<ChainErrorCode>;

type FactValue = string | number | bigint | boolean | null;

export interface TaonetErrorParts {
  readonly code: ErrorCode;
  readonly message: string;
  readonly check?: string | undefined;
  readonly actual?: FactValue | undefined;
  readonly required?: FactValue | undefined;
  readonly fix?: string | undefined;
  readonly facts?: Facts | undefined;
  readonly cause?: unknown;
}

/** An error of the chain or of the way to it. `code` is closed: a switch over it can be exhaustive. */
export class TaonetError extends OperatingError {
  declare readonly code: ErrorCode;
  /** What did not hold, as the sentence that would. */
  readonly check: string | undefined;
  /** What was there; amounts in rao. */
  readonly actual: FactValue | undefined;
  /** What is needed; amounts in rao. */
  readonly required: FactValue | undefined;
  /** What to do about it. */
  readonly fix: string | undefined;

  constructor({ code, message, check, actual, required, fix, facts, cause }: TaonetErrorParts) {
    super(code, message, { ...(facts === undefined ? {} : { facts }), ...(fix === undefined ? {} : { hint: fix }), ...(cause === undefined ? {} : { cause }) });
    this.name = 'TaonetError';
    this.check = check;
    this.actual = actual;
    this.required = required;
    this.fix = fix;
  }

  /** Whether it is one of these, by whole code or by the chain's bare error name. */
  is(...names: readonly ErrorName[]): boolean {
    const bare = this.code.slice(this.code.lastIndexOf('.') + 1);
    return names.some((name) => name === this.code || name === bare);
  }

  /** For logs: plain values, u64 as decimal text. */
  toJSON(): Record<string, unknown> {
    const plain = (value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
    const { code, message, check, actual, required, fix } = this;
    const facts = Object.fromEntries(Object.entries(this.facts).map(([name, value]) => [name, plain(value)]));
    return { code, message, check, actual: plain(actual), required: plain(required), fix, facts };
  }
}

/** One of the SDK's own errors. */
export function sdkError(code: SdkErrorCode, facts: Facts = {}, more: { message?: string; check?: string; fix?: string; cause?: unknown } = {}): TaonetError {
  const [said, hint] = SDK_ERRORS[code];
  const named = Object.entries(facts).filter(([, value]) => value !== undefined).map(([name, value]) => `${name} ${String(value)}`).join(', ');
  const message = more.message ?? (named === '' ? said : `${said.slice(0, -1)} (${named}).`);
  const { actual, required } = facts;
  return new TaonetError({ code, message, check: more.check, actual, required, facts, fix: more.fix ?? hint, cause: more.cause });
}

/** A value that does not fit the chain's type. */
export function badInput(where: string, expected: string, given: unknown): TaonetError {
  return sdkError('BadInput', { where, expected, given: shown(given) }, { message: `${where}: expected ${expected}, got ${shown(given)}.` });
}

const SHOWN_CHARS = 80;

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  const text = typeof value === 'object' ? JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${one}n` : one)) : typeof value === 'string' ? `'${value}'` : typeof value === 'symbol' ? 'a symbol' : `${value as number}`;
  return text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}…` : text;
}
