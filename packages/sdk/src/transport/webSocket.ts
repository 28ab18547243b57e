/** JSON-RPC over a WebSocket: the platform's own, or package `ws` on Node 20. */

import { sdkError } from '../errors.ts';
import { withDeadline } from './deadline.ts';
import { rpcError, type RpcErrorObject } from './rpcAnswer.ts';
import type { RequestOptions, SubscribeTo, Transport, Unsubscribe } from './transport.ts';

/** The part of a WebSocket that is used; browsers', Node's and `ws` have it. */
interface Socket {
  onopen: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  send(text: string): void;
  close(): void;
}
type SocketClass = new (url: string) => Socket;

async function socketClass(): Promise<SocketClass> {
  const platform = (globalThis as { WebSocket?: SocketClass }).WebSocket;
  if (platform !== undefined) return platform;
  const { WebSocket } = await import('ws');
  return WebSocket as unknown as SocketClass;
}

interface Waiting {
  readonly method: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Message {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: RpcErrorObject;
  readonly params?: { readonly subscription: string | number; readonly result: unknown };
}

/** Notifications that came before the answer with their subscription's name. */
const EARLY_LIMIT = 1000;

class WebSocketTransport implements Transport {
  readonly name: string;
  readonly canSubscribe = true;
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #subscriptions = new Map<string, SubscribeTo>();
  readonly #early = new Map<string, unknown[]>();
  readonly #timeout: number | undefined;
  #nextId = 1;
  #closed = false;

  constructor(url: string, socket: Socket, timeout: number | undefined) {
    this.name = url;
    this.#socket = socket;
    this.#timeout = timeout;
    socket.onmessage = ({ data }) => this.#take(String(data));
    socket.onclose = () => this.#lost();
    socket.onerror = () => undefined;
  }

  request(method: string, params: readonly unknown[], options: RequestOptions = {}): Promise<unknown> {
    return this.#ask(method, params, options, (result) => result);
  }

  async subscribe(to: SubscribeTo, options: RequestOptions = {}): Promise<Unsubscribe> {
    // Entered while the answer is taken apart, so that no notification falls between.
    const id = await this.#ask(to.method, to.params, options, (result) => {
      const name = String(result);
      this.#subscriptions.set(name, to);
      return name;
    });
    for (const message of this.#early.get(id) ?? []) to.next(message);
    this.#early.delete(id);
    return () => {
      if (!this.#subscriptions.delete(id) || this.#closed) return;
      this.request(to.unsubscribe, [id]).catch(() => undefined);
    };
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    const gone = new Promise<void>((resolve) => { this.#socket.onclose = () => resolve(); });
    this.#lost();
    this.#socket.close();
    await gone;
  }

  #ask<T>(method: string, params: readonly unknown[], options: RequestOptions, made: (result: unknown) => T): Promise<T> {
    if (this.#closed) return Promise.reject(sdkError('Disconnected', { node: this.name }));
    const id = this.#nextId++;
    const limits = { timeout: this.#timeout, ...options };
    return withDeadline<T>(method, limits.timeout === undefined ? { signal: limits.signal } : limits, (resolve, reject) => {
      this.#waiting.set(id, { method, resolve: (result) => resolve(made(result)), reject });
      this.#socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    }).finally(() => this.#waiting.delete(id));
  }

  #take(text: string): void {
    const message = JSON.parse(text) as Message;
    if (message.params !== undefined) return this.#notify(String(message.params.subscription), message.params.result);
    const waiting = message.id === undefined ? undefined : this.#waiting.get(message.id);
    if (waiting === undefined) return;
    if (message.error === undefined) waiting.resolve(message.result);
    else waiting.reject(rpcError(waiting.method, message.error));
  }

  #notify(id: string, result: unknown): void {
    const to = this.#subscriptions.get(id);
    if (to !== undefined && !this.#early.has(id)) return to.next(result);
    const list = this.#early.get(id) ?? [];
    if (list.length < EARLY_LIMIT) list.push(result);
    if (this.#early.size < EARLY_LIMIT) this.#early.set(id, list);
  }

  #lost(): void {
    if (this.#closed) return;
    this.#closed = true;
    const error = sdkError('Disconnected', { node: this.name });
    for (const { reject } of this.#waiting.values()) reject(error);
    for (const { failed } of this.#subscriptions.values()) failed(error);
    this.#waiting.clear();
    this.#subscriptions.clear();
  }
}

/** An open connection. refuses: CannotConnect, Timeout, Aborted */
export async function openWebSocket(url: string, options: RequestOptions): Promise<Transport> {
  const Socket = await socketClass();
  const socket = await withDeadline<Socket>(`connecting to ${url}`, options, (resolve, reject) => {
    const opening = new Socket(url);
    opening.onopen = () => resolve(opening);
    const refused = (event: unknown): void => reject(sdkError('CannotConnect', { node: url }, { cause: (event as { error?: unknown }).error }));
    opening.onerror = refused;
    opening.onclose = refused;
    options.signal?.addEventListener('abort', () => opening.close(), { once: true });
  });
  return new WebSocketTransport(url, socket, options.timeout);
}
