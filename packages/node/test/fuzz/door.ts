/** The client side: requests over HTTP and WebSocket, each with a limit of time, every message looked at. */

import { request as httpRequest } from 'node:http';
import { WebSocket } from 'ws';
import { trapIn, wrongIn } from './answers.ts';

/** A node that has not answered by then has halted. */
export const ANSWER_MS = 20_000;
/** What nodes take; no character of a request is longer than a byte here, but in texts, which do not come near. */
const MAX_REQUEST_CHARS = 15 * 1024 * 1024;

export interface Answered {
  readonly text: string;
  readonly ms: number;
}

export class Late extends Error {}

/** `promise`, or Late when it takes too long. */
export function within<T>(promise: Promise<T>, what: string, ms = ANSWER_MS): Promise<T> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Late(`${what}: nothing after ${ms} ms`)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(limit));
  });
}

export class Door {
  readonly port: number;
  readonly host: string;
  /** What was wrong in messages that no case waited for. */
  readonly wrong: string[] = [];
  /** Traps met, by name, with one example each. */
  readonly traps = new Map<string, string>();
  readonly #waiting = new Map<string, { readonly resolve: (text: string) => void; readonly reject: (error: Error) => void }>();
  #socket: Promise<WebSocket> | undefined;
  #ids = 0;

  constructor(port: number, host = '127.0.0.1') {
    this.port = port;
    this.host = host;
  }

  /** The answer to one request, over the common socket; over HTTP when the request is too long, for which a socket is closed. */
  async ask(method: string, params: unknown): Promise<Answered> {
    const id = `fuzz-${this.#ids++}`;
    const request = JSON.stringify({ jsonrpc: '2.0', id, method, params });
    if (request.length > MAX_REQUEST_CHARS) return (await this.post(request)) ?? { text: '', ms: 0 };
    const socket = await this.#connected();
    const answer = new Promise<string>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    const begun = performance.now();
    socket.send(request);
    const text = await within(answer, method).finally(() => this.#waiting.delete(id));
    return this.#seen(text, performance.now() - begun, () => JSON.stringify({ method, params }));
  }

  /** The result; throws what the node answered instead. */
  async call<T>(method: string, ...params: unknown[]): Promise<T> {
    const { text } = await this.ask(method, params);
    const { result, error } = JSON.parse(text) as { result?: T; error?: unknown };
    if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return result as T;
  }

  /** The body of a POST's answer; undefined when the node closed the connection instead. */
  async post(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<Answered | undefined> {
    const begun = performance.now();
    const answer = new Promise<string | undefined>((resolve) => {
      const sent = httpRequest({ host: this.host, port: this.port, method: 'POST', headers: { 'content-type': 'application/json', ...headers }, agent: false }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve(response.statusCode === 200 ? Buffer.concat(parts).toString() : ''));
        response.on('error', () => resolve(undefined));
      });
      sent.on('error', () => resolve(undefined));
      sent.end(body);
    });
    const text = await within(answer, 'POST');
    return text === undefined ? undefined : this.#seen(text, performance.now() - begun, () => String(body));
  }

  /** A socket of one's own. */
  connect(): Promise<WebSocket> {
    return within(new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://${this.host}:${this.port}`, { perMessageDeflate: false });
      socket.on('error', () => undefined);
      socket.once('open', () => resolve(socket));
      socket.once('error', reject);
    }), 'a WebSocket');
  }

  close(): void {
    void this.#socket?.then((socket) => socket.terminate(), () => undefined);
    this.#socket = undefined;
  }

  #seen(text: string, ms: number, request: () => string): Answered {
    const trap = trapIn(text);
    if (trap !== undefined && !this.traps.has(trap)) this.traps.set(trap, request().slice(0, 2000));
    return { text, ms };
  }

  #connected(): Promise<WebSocket> {
    this.#socket ??= this.connect().then((socket) => {
      socket.on('message', (data: Buffer) => this.#take(data.toString()));
      socket.on('close', () => {
        this.#socket = undefined;
        for (const { reject } of this.#waiting.values()) reject(new Error('the node closed a connection that kept to the rules'));
      });
      return socket;
    }, (error: unknown) => {
      this.#socket = undefined;
      throw error;
    });
    return this.#socket;
  }

  #take(text: string): void {
    const id = /^\{"jsonrpc":"2.0","id":"(fuzz-\d+)"/.exec(text)?.[1];
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (waiting !== undefined) return waiting.resolve(text);
    const wrong = wrongIn(text);
    if (wrong !== undefined) this.wrong.push(wrong);
  }
}
