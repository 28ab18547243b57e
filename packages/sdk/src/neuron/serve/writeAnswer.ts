import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Written } from './arrival.ts';

/** Sends a whole answer. */
export function writeAnswer(response: ServerResponse, { status, headers, body }: Written, retryAfterS?: number): void {
  const retry = retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) };
  response.writeHead(status, { ...headers, ...retry, 'content-length': body.length });
  response.end(body);
}

/** Sends a piece and waits while the caller reads more slowly than the handler writes. */
export async function writePiece(response: ServerResponse, bytes: Uint8Array, gone: AbortSignal): Promise<void> {
  if (response.write(bytes) || gone.aborted) return;
  await once(response, 'drain', { signal: gone });
}
