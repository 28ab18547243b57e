/** A transaction that one client wants in the chain: handed in again after each block until it is there or given up. */

import type { TransactionEvent } from '@taonet/chain';
import { bytesToHex, type Hash } from '@taonet/primitives';
import type { NodeContext } from '../../nodeContext.ts';
import type { Session } from '../session.ts';

/** At most so many of one connection are under way. */
export const MAX_BROADCASTS = 128;

export class Broadcast {
  readonly #node: NodeContext;
  readonly #extrinsic: Uint8Array;
  readonly #hash: Hash;
  readonly #unlisten: () => void;
  #unwatch: (() => void) | undefined;
  #over = false;

  constructor(node: NodeContext, extrinsic: Uint8Array) {
    this.#node = node;
    this.#extrinsic = extrinsic;
    this.#hash = bytesToHex(node.chain.hashers.blake2b256(extrinsic));
    this.#unlisten = node.chain.events.on('imported', () => this.#handIn());
    this.#handIn();
  }

  /** Whether it is in a final block, replaced by another one, no extrinsic at all, or stopped. */
  get over(): boolean { return this.#over; }

  /** No more attempts; what is in the pool stays there. */
  stop(): void {
    this.#over = true;
    this.#unlisten();
    this.#forget();
  }

  /** Nothing to do while the pool has it or a block holds it. */
  #handIn(): void {
    if (this.#unwatch !== undefined) return;
    const { chain } = this.#node;
    this.#unwatch = chain.pool.watch(this.#hash, (event) => this.#onEvent(event));
    chain.submit(this.#extrinsic).then(
      (result) => {
        if (!('refused' in result) || result.refused.kind === 'AlreadyImported') return;
        if (result.refused.kind === 'Undecodable') this.stop();
        else this.#forget();
      },
      (thrown: unknown) => {
        this.#node.onDefect('transaction_v1_broadcast', thrown);
        this.stop();
      },
    );
  }

  #onEvent({ type }: TransactionEvent): void {
    if (type === 'finalized' || type === 'usurped') this.stop();
    else if (type === 'invalid' || type === 'dropped' || type === 'retracted') this.#forget();
  }

  #forget(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
  }
}

const GROUP = Symbol('transaction_v1');

/** The broadcasts of one connection; they end with it. */
export function broadcastsOf(session: Session): Map<string, Broadcast> {
  return session.kept(GROUP, () => {
    const broadcasts = new Map<string, Broadcast>();
    session.onClosed(() => { for (const one of broadcasts.values()) one.stop(); });
    return broadcasts;
  });
}
