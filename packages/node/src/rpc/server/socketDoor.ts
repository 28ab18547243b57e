/** JSON-RPC over WebSocket: requests, subscriptions, slow and vanished clients. */

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { Dispatcher } from '../dispatcher.ts';
import { Session } from '../session.ts';
import { MAX_REQUEST_BYTES } from './httpDoor.ts';
import type { OriginCheck } from './originCheck.ts';

/** A client that leaves so much unread is cut off. */
const MAX_UNREAD_BYTES = 64 * 1024 * 1024;
/** Who has this much unread is cut off when all clients together have more than the other. */
const MUCH_UNREAD_BYTES = 1024 * 1024;
const MAX_UNREAD_BY_ALL_BYTES = 512 * 1024 * 1024;
/** A client that does not answer a ping within one round is gone. */
const PING_MS = 30_000;
/** Requests of one client that may wait for their answer at a time; more are answered in turn. */
const MAX_IN_WORK = 256;
const MAX_IN_WORK_BYTES = MAX_REQUEST_BYTES;
export const MAX_CONNECTIONS = 10_000;

export interface SocketDoorOptions {
  readonly dispatcher: Dispatcher;
  readonly trusted: boolean;
  readonly isAllowed: OriginCheck;
}

export class SocketDoor {
  readonly #options: SocketDoorOptions;
  readonly #server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_REQUEST_BYTES });
  readonly #answering = new WeakSet<WebSocket>();
  readonly #pings: NodeJS.Timeout;

  constructor(options: SocketDoorOptions) {
    this.#options = options;
    this.#pings = setInterval(() => this.#pingAll(), PING_MS).unref();
  }

  get connections(): number {
    return this.#server.clients.size;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (!this.#options.isAllowed(request.headers.origin)) return void socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
    if (this.connections >= MAX_CONNECTIONS) return void socket.end('HTTP/1.1 429 Too Many Requests\r\nconnection: close\r\n\r\n');
    this.#server.handleUpgrade(request, socket, head, (client) => this.#serve(client));
  }

  close(): void {
    clearInterval(this.#pings);
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }

  #serve(client: WebSocket): void {
    const session = new Session((text) => this.#send(client, text));
    const connection = { trusted: this.#options.trusted, session, isGone: () => client.readyState !== client.OPEN };
    let inWork = 0;
    let inWorkBytes = 0;
    const isBusy = (): boolean => inWork >= MAX_IN_WORK || inWorkBytes >= MAX_IN_WORK_BYTES;
    this.#answering.add(client);
    client.on('pong', () => this.#answering.add(client));
    client.on('error', () => client.terminate());
    client.on('close', () => session.close());
    client.on('message', (data: RawData) => {
      const text = textOf(data);
      inWork += 1;
      inWorkBytes += text.length;
      if (isBusy()) client.pause();
      this.#options.dispatcher.answer(text, connection).then((answer) => {
        if (answer !== undefined) this.#send(client, answer.text);
        answer?.sent?.();
        inWork -= 1;
        inWorkBytes -= text.length;
        if (client.isPaused && !isBusy()) client.resume();
      }).catch(() => client.terminate());
    });
  }

  #send(client: WebSocket, text: string): void {
    if (client.readyState !== client.OPEN) return;
    client.send(text);
    const unread = client.bufferedAmount;
    if (unread > MAX_UNREAD_BYTES || (unread > MUCH_UNREAD_BYTES && this.#unread() > MAX_UNREAD_BY_ALL_BYTES)) client.terminate();
  }

  #unread(): number {
    let bytes = 0;
    for (const client of this.#server.clients) bytes += client.bufferedAmount;
    return bytes;
  }

  #pingAll(): void {
    for (const client of this.#server.clients) {
      if (!this.#answering.delete(client)) client.terminate();
      else client.ping();
    }
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data as ArrayBuffer).toString('utf8');
}
