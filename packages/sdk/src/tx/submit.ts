/** Hands transactions in and follows them. Transactions of one account go one after the other up to the pool, so that nonces never clash. */

import type { View } from '../client/view.ts';
import type { HeaderJson } from '../client/connection.ts';
import { messages } from '../client/messages.ts';
import { sdkError } from '../errors.ts';
import type { CallValue } from '../scale/runtime.ts';
import type { Signer } from '../signer.ts';
import { withDeadline } from '../transport/deadline.ts';
import { submissionError } from './explain.ts';
import { receiptOf } from './inclusion.ts';
import type { Receipt } from './receipt.ts';
import { signCall, type SignedTransaction, type SignOptions } from './sign.ts';

/** How far to wait: until the transaction is in a block, or that block is final. */
export type WaitFor = 'inBlock' | 'finalized';

/** A transaction that the pool has taken. */
export interface Submitted {
  readonly hash: string;
  readonly nonce: number;
  /** Resolves when it is where the caller waits for; fails when it is refused there. */
  readonly receipt: Promise<Receipt>;
}

export interface SubmitOrder {
  readonly signer: Signer;
  readonly call: CallValue;
  readonly sign: SignOptions;
  readonly waitFor: WaitFor;
  readonly onStatus?: ((status: string) => void) | undefined;
}

/** By connection and account: the last hand-in, which the next one waits for. */
const queues = new WeakMap<object, Map<string, Promise<unknown>>>();

/** Does `work` when all that the account did before is done. */
export function inTurn<T>(view: View, account: string, work: () => Promise<T>): Promise<T> {
  let byAccount = queues.get(view.connection);
  if (byAccount === undefined) queues.set(view.connection, byAccount = new Map<string, Promise<unknown>>());
  const turn = (byAccount.get(account) ?? Promise.resolve()).then(work, work);
  const settled = turn.catch(() => undefined);
  byAccount.set(account, settled);
  void settled.then(() => { if (byAccount.get(account) === settled) byAccount.delete(account); });
  return turn;
}

/** `Pallet.call` */
export const nameOf = ({ type, value }: CallValue): string => `${type}.${value.type}`;

export async function submit(view: View, order: SubmitOrder): Promise<Submitted> {
  const call = nameOf(order.call);
  const { signed, place } = await inTurn(view, order.signer.accountId, async () => {
    const one = await signCall(view, order.signer, order.call, order.sign);
    try {
      return { signed: one, ...(await enter(view, order, one)) };
    } catch (error) {
      throw await submissionError(view, error, call, one.hex);
    }
  });
  const receipt = place.then(({ blockHash, isFinal }) => receiptOf(view, { call, signed, blockHash, isFinal }));
  // Whoever does not wait for it must not be told of its failure by the process.
  receipt.catch(() => undefined);
  return { hash: signed.hash, nonce: signed.nonce, receipt };
}

/** The block that a transaction is in. */
export interface Place {
  readonly blockHash: string;
  readonly isFinal: boolean;
}

/** The pool has it; where it will be. */
interface Entered {
  readonly place: Promise<Place>;
}

/** Hands it in. refuses: what the pool refuses, as the node says it */
export function enter(view: View, order: SubmitOrder, signed: SignedTransaction): Promise<Entered> {
  return view.connection.transport.canSubscribe ? enterAndFollow(view, order, signed) : enterAndLook(view, order, signed);
}

type Status = 'future' | 'ready' | 'dropped' | 'invalid' | { readonly [Name in 'inBlock' | 'finalized' | 'retracted' | 'usurped' | 'finalityTimeout']?: string };

async function enterAndFollow(view: View, { waitFor, onStatus }: SubmitOrder, signed: SignedTransaction): Promise<Entered> {
  const statuses = messages(view.connection, { method: 'author_submitAndWatchExtrinsic', unsubscribe: 'author_unwatchExtrinsic', params: [signed.hex] }, view.options);
  const first = await statuses.next();
  const follow = async (): Promise<Place> => {
    try {
      for (let one = first; one.done !== true; one = await statuses.next()) {
        const status = one.value as Status;
        onStatus?.(typeof status === 'string' ? status : Object.keys(status)[0]!);
        const place = placeOf(status, waitFor, signed);
        if (place !== undefined) return place;
      }
      throw sdkError('Dropped', { hash: signed.hash });
    } finally {
      await statuses.return();
    }
  };
  return { place: quiet(follow()) };
}

/** Failures of it are told by whoever waits for it later. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

function placeOf(status: Status, waitFor: WaitFor, { hash }: SignedTransaction): Place | undefined {
  if (status === 'dropped' || status === 'invalid') throw sdkError('Dropped', { hash, status });
  if (typeof status === 'string') return undefined;
  if (status.usurped !== undefined || status.finalityTimeout !== undefined) throw sdkError('Dropped', { hash, status: Object.keys(status)[0]! });
  if (status.finalized !== undefined) return { blockHash: status.finalized, isFinal: true };
  if (status.inBlock !== undefined && waitFor === 'inBlock') return { blockHash: status.inBlock, isFinal: false };
  return undefined;
}

/** How often connections without subscriptions look for new blocks. */
const LOOK_EVERY_MS = 200;
/** A mortal transaction that is in none of so many blocks will be in none. */
const LOOK_BLOCKS = 128;

const headsOf = (isFinal: boolean): string => (isFinal ? 'chain_getFinalizedHead' : 'chain_getBlockHash');

async function enterAndLook(view: View, { waitFor, onStatus }: SubmitOrder, signed: SignedTransaction): Promise<Entered> {
  const isFinal = waitFor === 'finalized';
  const before = await numberOf(view, await view.request<string>(headsOf(isFinal)));
  await view.request('author_submitExtrinsic', [signed.hex]);
  onStatus?.('ready');
  const find = async (): Promise<Place> => {
    const place = await look(view, { before, blocks: LOOK_BLOCKS, signed, isFinal });
    if (place === undefined) throw sdkError('Dropped', { hash: signed.hash });
    return place;
  };
  return { place: quiet(find()) };
}

const numberOf = async (view: View, hash: string): Promise<number> => Number((await view.request<HeaderJson>('chain_getHeader', [hash])).number);

export interface LookFor {
  /** The blocks after this one, so many. */
  readonly before: number;
  readonly blocks: number;
  readonly signed: SignedTransaction;
  /** Among final blocks only. */
  readonly isFinal: boolean;
}

/** Waits for blocks and looks into each; undefined when it is in none. */
export async function look(view: View, { before, blocks, signed, isFinal }: LookFor): Promise<Place | undefined> {
  let next = before + 1;
  for (;;) {
    const head = await numberOf(view, await view.request<string>(headsOf(isFinal)));
    for (; next <= Math.min(head, before + blocks); next++) {
      const blockHash = await view.request<string>('chain_getBlockHash', [next]);
      const { block } = await view.request<{ block: { extrinsics: readonly string[] } }>('chain_getBlock', [blockHash]);
      if (block.extrinsics.includes(signed.hex)) return { blockHash, isFinal };
    }
    if (next > before + blocks) return undefined;
    await pause(LOOK_EVERY_MS, view.options.signal);
  }
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return withDeadline('waiting', { signal, timeout: Infinity }, (resolve) => { setTimeout(resolve, milliseconds); });
}
