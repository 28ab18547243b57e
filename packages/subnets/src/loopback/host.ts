/**
 * A process that does one thing for the other processes of its machine: HTTP on loopback, for those who know the token.
 * Requests are served in the order in which they came.
 */

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Whoever has it may use the host. */
export interface HostAddress {
  readonly port: number;
  readonly token: string;
}

export interface Host {
  readonly address: HostAddress;
  close(): Promise<void>;
}

/** Answers one request with JSON lines, the last of which is the result. */
export type Handler = (body: unknown, signal: AbortSignal) => AsyncIterable<unknown>;

const MAX_BODY_BYTES = 16 << 20;

export async function startHost(handlers: Readonly<Record<string, Handler>>): Promise<Host> {
  const token = randomBytes(24).toString('hex');
  let last: Promise<unknown> = Promise.resolve();
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const handler = handlers[(request.url ?? '').slice(1)];
    if (!isToken(request.headers['x-token'], token) || handler === undefined) return void response.writeHead(handler === undefined ? 404 : 401).end();
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const body: unknown = JSON.parse(await readBody(request));
    const mine = last.then(async () => {
      for await (const line of handler(body, gone.signal)) {
        if (gone.signal.aborted) return;
        response.write(`${JSON.stringify(line)}\n`);
      }
    });
    last = mine.catch(() => undefined);
    await mine;
    response.end();
  }
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => response.headersSent ? response.destroy() : response.writeHead(400).end(String(error)));
  });
  // Clients keep their connections; one that is closed just when it is used again would look like a failure.
  server.keepAliveTimeout = 0;
  await new Promise<void>((ready, failed) => {
    server.once('error', failed).listen(0, '127.0.0.1', ready);
  });
  return {
    address: { port: (server.address() as AddressInfo).port, token },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

export async function readBody(stream: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BODY_BYTES) throw new Error(`more than ${MAX_BODY_BYTES} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function isToken(given: string | string[] | undefined, token: string): boolean {
  return typeof given === 'string' && given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token));
}
