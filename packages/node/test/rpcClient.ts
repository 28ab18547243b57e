/** A JSON-RPC client over a real WebSocket, for tests. */

import { WebSocket } from 'ws';

interface Waiting {
  readonly resolve: (answer: RpcAnswer) => void;
}

export interface RpcAnswer {
  readonly id: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

interface Notification {
  readonly method: string;
  readonly params: { readonly subscription: string; readonly result: unknown };
}

export class RpcClient {
  readonly socket: WebSocket;
  readonly #waiting = new Map<unknown, Waiting>();
  readonly #inbox = new Map<string, unknown[]>();
  readonly #hungry = new Map<string, (result: unknown) => void>();
  readonly #raw: string[] = [];
  #rawHungry: ((text: string) => void) | undefined;
  #next = 1;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data) => this.#take(String(data)));
  }

  static connect(port: number, options: { origin?: string; host?: string } = {}): Promise<RpcClient> {
    const socket = new WebSocket(`ws://${options.host ?? '127.0.0.1'}:${port}`, options.origin === undefined ? {} : { headers: { origin: options.origin } });
    return new Promise((done, fail) => {
      socket.once('open', () => done(new RpcClient(socket)));
      socket.once('error', fail);
    });
  }

  ask(method: string, params?: unknown): Promise<RpcAnswer> {
    const id = this.#next++;
    this.socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    return new Promise((resolve) => this.#waiting.set(id, { resolve }));
  }

  /** The result, or the error thrown as text. */
  async call<T = unknown>(method: string, ...params: unknown[]): Promise<T> {
    const { result, error } = await this.ask(method, params);
    if (error !== undefined) throw new Error(`${error.code} ${error.message}${error.data === undefined ? '' : `: ${String(error.data)}`}`);
    return result as T;
  }

  /** The next thing that subscription `id` sends. */
  next<T = unknown>(id: string): Promise<T> {
    const inbox = this.#inbox.get(id) ?? [];
    if (inbox.length > 0) return Promise.resolve(inbox.shift() as T);
    return new Promise((resolve) => this.#hungry.set(id, resolve as (result: unknown) => void));
  }

  /** How many messages of a subscription are unread. */
  unread(id: string): number {
    return this.#inbox.get(id)?.length ?? 0;
  }

  /** Sends any text and gives the next answer that has no id of ours. */
  raw(text: string | Uint8Array): Promise<string> {
    this.socket.send(text);
    const before = this.#raw.shift();
    if (before !== undefined) return Promise.resolve(before);
    return new Promise((resolve) => { this.#rawHungry = resolve; });
  }

  closed(): Promise<void> {
    return new Promise((done) => { this.socket.once('close', () => done()); });
  }

  close(): void {
    this.socket.terminate();
  }

  #take(text: string): void {
    const message = JSON.parse(text) as RpcAnswer & Notification;
    if (!Array.isArray(message) && message.method !== undefined) {
      const { subscription, result } = message.params;
      const hungry = this.#hungry.get(subscription);
      this.#hungry.delete(subscription);
      if (hungry !== undefined) hungry(result);
      else this.#inbox.set(subscription, [...(this.#inbox.get(subscription) ?? []), result]);
      return;
    }
    const waiting = Array.isArray(message) ? undefined : this.#waiting.get(message.id);
    if (waiting === undefined) {
      if (this.#rawHungry === undefined) this.#raw.push(text);
      else this.#rawHungry(text);
      this.#rawHungry = undefined;
      return;
    }
    this.#waiting.delete(message.id);
    waiting.resolve(message);
  }
}
