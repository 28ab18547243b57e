import type { IncomingMessage } from 'node:http';
import { refuse } from './refuse.ts';

/** The raw body of a request. refuses: 413 above `maxBytes`, as soon as that is known */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) throw refuse(413, `The body is larger than ${maxBytes} bytes`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
