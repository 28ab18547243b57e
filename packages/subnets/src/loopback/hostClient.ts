/** Asks a host of this machine. */

import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { readBody, type HostAddress } from './host.ts';

export interface HostClient {
  /** The lines of the answer as they come. */
  stream(route: string, body: unknown, signal?: AbortSignal): AsyncIterable<unknown>;
  /** The last line. */
  ask(route: string, body: unknown, signal?: AbortSignal): Promise<unknown>;
  close(): void;
}

export function createHostClient({ port, token }: HostAddress): HostClient {
  const agent = new Agent({ keepAlive: true });
  function send(route: string, body: string, signal: AbortSignal | undefined): Promise<IncomingMessage> {
    return new Promise((done, failed) => {
      const headers = { 'x-token': token, 'content-length': Buffer.byteLength(body) };
      httpRequest({ agent, port, host: '127.0.0.1', method: 'POST', path: `/${route}`, headers, ...(signal && { signal }) }, done).on('error', failed).end(body);
    });
  }
  async function* stream(route: string, body: unknown, signal?: AbortSignal): AsyncIterable<unknown> {
    const response = await send(route, JSON.stringify(body), signal);
    if (response.statusCode !== 200) throw new Error(`The model host refused: ${response.statusCode ?? ''} ${await readBody(response)}`.trim());
    for await (const line of createInterface({ input: response })) yield JSON.parse(line) as unknown;
    if (!response.complete) throw new Error('The model host broke off.');
  }
  return {
    stream,
    async ask(route, body, signal) {
      let last: unknown;
      for await (const line of stream(route, body, signal)) last = line;
      return last;
    },
    close: () => agent.destroy(),
  };
}
