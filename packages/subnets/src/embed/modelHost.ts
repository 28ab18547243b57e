/**
 * One process that holds a model for all the miners and validators of a machine: HTTP on loopback, for those who know the token.
 * Texts are embedded in the order in which they came.
 */

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, request as httpRequest, Agent, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vectorFromBase64, vectorToBase64, type Embedder } from './embedder.ts';

/** Where a model is served; whoever has it may use the model. */
export interface ModelAddress {
  readonly port: number;
  readonly token: string;
  readonly model: string;
  readonly dimensions: number;
}

export interface ModelHost {
  readonly address: ModelAddress;
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 16 << 20;

export async function startModelHost(embedder: Embedder): Promise<ModelHost> {
  const token = randomBytes(24).toString('hex');
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const server = createServer((request, response) => {
    const finish = (status: number, body: object) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (!isToken(request.headers['x-token'], token)) return void finish(401, { error: 'token' });
    readBody(request).then(async (body) => {
      const inputs = JSON.parse(body) as readonly string[];
      const vectors = await inTurn(() => request.destroyed && !request.complete ? Promise.resolve([]) : embedder.embed(inputs));
      finish(200, vectors.map(vectorToBase64));
    }).catch((error: unknown) => finish(400, { error: String(error) }));
  });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed).listen(0, '127.0.0.1', ready);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: { port, token, model: embedder.model, dimensions: embedder.dimensions },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await embedder.close();
    },
  };
}

/** The model of another process. */
export function createRemoteEmbedder({ port, token, model, dimensions }: ModelAddress): Embedder {
  const agent = new Agent({ keepAlive: true });
  return {
    model,
    dimensions,
    async embed(inputs, signal) {
      const body = await post(agent, port, token, JSON.stringify(inputs), signal);
      return (JSON.parse(body) as string[]).map((text) => vectorFromBase64(text, dimensions)!);
    },
    close() {
      agent.destroy();
      return Promise.resolve();
    },
  };
}

function post(agent: Agent, port: number, token: string, body: string, signal: AbortSignal | undefined): Promise<string> {
  return new Promise((done, failed) => {
    const sent = httpRequest({ agent, port, host: '127.0.0.1', method: 'POST', headers: { 'x-token': token, 'content-length': Buffer.byteLength(body) }, ...(signal && { signal }) }, (response) => {
      readBody(response).then((text) => response.statusCode === 200 ? done(text) : failed(new Error(`The model host refused: ${text}`)), failed);
    });
    sent.on('error', failed).end(body);
  });
}

async function readBody(stream: IncomingMessage): Promise<string> {
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
