/** JSON-RPC without a port: requests and subscriptions of this process. Answers are those that the ports give, to the letter of their JSON. */

import { OperatingError } from '@taonet/primitives';
import type { Answer, Dispatcher } from './dispatcher.ts';
import type { Connection } from './method.ts';
import { RpcError, type RpcErrorObject } from './rpcError.ts';
import { Session } from './session.ts';

interface Listener {
  readonly next: (message: unknown) => void;
  readonly failed: ((error: unknown) => void) | undefined;
}

interface Notification {
  readonly params: { readonly subscription: string; readonly result: unknown };
}

/** After so long other work of the process gets its turn: who asks again and again in a loop would keep it from sockets, timers and threads. */
const SLICE_MS = 5;

const closed = (): OperatingError => new OperatingError('NodeClosed', 'The node was closed.');

export class InProcessDoor {
  readonly #dispatcher: Dispatcher;
  readonly #session = new Session((text) => this.#notify(text));
  readonly #connection: Connection = { trusted: true, session: this.#session, isGone: () => this.#isClosed };
  readonly #listeners = new Map<string, Listener>();
  readonly #waiting = new Set<(error: unknown) => void>();
  #isClosed = false;
  #turn = performance.now();

  constructor(dispatcher: Dispatcher) {
    this.#dispatcher = dispatcher;
  }

  /** refuses: RpcError with `object` as in JSON-RPC, NodeClosed */
  request(method: string, params: readonly unknown[] = []): Promise<unknown> {
    return this.#ask(method, params, (result) => result);
  }

  /** Calls `listener` with each message until the returned function is called; `failed` when the node ends first. refuses: as `request` */
  async subscribe(method: string, params: readonly unknown[], listener: (message: unknown) => void, failed?: (error: unknown) => void): Promise<() => void> {
    const id = await this.#ask(method, params, (result) => {
      this.#listeners.set(String(result), { next: listener, failed });
      return String(result);
    });
    return () => {
      this.#listeners.delete(id);
      this.#session.discard(id);
    };
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#session.close();
    for (const reject of this.#waiting) reject(closed());
    for (const { failed } of this.#listeners.values()) failed?.(closed());
    this.#listeners.clear();
  }

  /** `take` has the result before any message of it comes. */
  #ask<T>(method: string, params: readonly unknown[], take: (result: unknown) => T): Promise<T> {
    if (this.#isClosed) return Promise.reject(closed());
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      this.#answer(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })).then((answer) => {
        this.#waiting.delete(reject);
        if (answer === undefined) return reject(closed());
        const { result, error } = JSON.parse(answer.text) as { readonly result?: unknown; readonly error?: RpcErrorObject };
        if (error !== undefined) return reject(new RpcError(error.code, error.message, error.data));
        resolve(take(result));
        answer.sent?.();
      }).catch(reject);
    });
  }

  async #answer(text: string): Promise<Answer | undefined> {
    if (performance.now() - this.#turn > SLICE_MS) {
      await new Promise((next) => setImmediate(next));
      this.#turn = performance.now();
    }
    return this.#dispatcher.answer(text, this.#connection);
  }

  /** In a turn of its own: who listens does not hold up the chain. */
  #notify(text: string): void {
    const { params } = JSON.parse(text) as Notification;
    queueMicrotask(() => this.#listeners.get(params.subscription)?.next(params.result));
  }
}
