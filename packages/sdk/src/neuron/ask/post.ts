import { request } from 'node:http';
import type { Agent, IncomingMessage } from 'node:http';

export interface Post {
  readonly agent: Agent;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly signal: AbortSignal;
}

/** Sends a POST. returns: the response once its headers are there; rejects when there is none */
export function post({ agent, host, port, path, headers, body, signal }: Post): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host, port, path, method: 'POST', signal, headers: { ...headers, 'content-type': headers['content-type'] ?? 'application/json', 'content-length': body.length } });
    sent.once('response', resolve);
    sent.once('error', reject);
    sent.end(body);
  });
}

/** A response's whole body, at most `maxBytes`; rejects above. */
export async function readAll(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) {
      response.destroy();
      throw new RangeError(`answer of more than ${maxBytes} bytes`);
    }
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
