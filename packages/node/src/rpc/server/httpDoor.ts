/** JSON-RPC over HTTP POST, and the health page that load balancers ask for. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Dispatcher } from '../dispatcher.ts';
import type { Connection } from '../method.ts';
import { OVERSIZED_REQUEST } from '../rpcError.ts';
import type { OriginCheck } from './originCheck.ts';

/** Substrate's limit for requests. */
export const MAX_REQUEST_BYTES = 15 * 1024 * 1024;

/** All bodies that are coming in, together. */
const MAX_COMING_BYTES = 256 * 1024 * 1024;

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

export interface HttpDoorOptions {
  readonly dispatcher: Dispatcher;
  readonly connection: Connection;
  readonly isAllowed: OriginCheck;
}

export function httpDoor({ dispatcher, connection, isAllowed }: HttpDoorOptions) {
  const coming: Coming = { bytes: 0 };
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { origin } = request.headers;
    if (!isAllowed(origin)) return refuse(response, 403, 'Origin of the website is not whitelisted.');
    if (origin !== undefined) {
      response.setHeader('access-control-allow-origin', origin);
      response.setHeader('access-control-allow-headers', 'content-type');
      response.setHeader('vary', 'origin');
    }
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (request.method === 'GET' && request.url === '/health') return health(dispatcher, connection, response);
    if (request.method !== 'POST') return refuse(response, 405, 'Used HTTP Method is not allowed. POST or OPTIONS is required');
    if (coming.bytes > MAX_COMING_BYTES) return refuse(response, 503, 'Too many requests at a time.');
    const asked: Connection = { ...connection, isGone: () => response.destroyed };
    readBody(request, coming).then(async (body) => {
      if (body === undefined) return tooBig(request, response);
      const answer = await dispatcher.answer(body, asked);
      response.writeHead(200, JSON_TYPE).end(answer?.text ?? '');
      answer?.sent?.();
    }).catch(() => response.destroy());
  };
}

/** Bytes of bodies of which not all is here yet. */
interface Coming {
  bytes: number;
}

function health(dispatcher: Dispatcher, connection: Connection, response: ServerResponse): void {
  const ask = '{"jsonrpc":"2.0","id":0,"method":"system_health"}';
  void dispatcher.answer(ask, connection).then((answer) => {
    const { result } = JSON.parse(answer!.text) as { result: unknown };
    response.writeHead(200, JSON_TYPE).end(JSON.stringify(result));
  });
}

/** The whole text; undefined when it is too long. */
function readBody(request: IncomingMessage, coming: Coming): Promise<string | undefined> {
  return new Promise((done, fail) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      coming.bytes += part.length;
      if (length > MAX_REQUEST_BYTES) {
        request.pause();
        done(undefined);
      } else parts.push(part);
    });
    request.on('end', () => done(Buffer.concat(parts).toString('utf8')));
    request.on('error', fail);
    request.on('close', () => {
      coming.bytes -= length;
      fail(new DOMException('closed', 'AbortError'));
    });
  });
}

function tooBig(request: IncomingMessage, response: ServerResponse): void {
  const body = JSON.stringify({ jsonrpc: '2.0', id: null, error: { ...OVERSIZED_REQUEST, data: `Exceeded max limit of ${MAX_REQUEST_BYTES}` } });
  response.writeHead(413, { ...JSON_TYPE, connection: 'close' }).end(body, () => request.destroy());
}

function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' }).end(`${why}\n`);
}
