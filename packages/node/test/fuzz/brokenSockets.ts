/** Connections that break the rules below JSON-RPC: half of an HTTP request, frames that no WebSocket sends, sudden ends. */

import { connect, type Socket } from 'node:net';
import { within, type Door } from './door.ts';
import type { Random } from './random.ts';

const UPGRADE = 'GET / HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';
const HEALTH = '{"jsonrpc":"2.0","id":1,"method":"system_health"}';

/** What is written on a fresh TCP connection, piece by piece. */
export type Pieces = readonly (string | Uint8Array)[];

function brokenHttp(random: Random): Pieces {
  return random.pick<Pieces>([
    ['POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n', HEALTH],
    ['POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999999999\r\n\r\n', HEALTH],
    ['POST / HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n', HEALTH],
    ['POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n', 'ffffffffffffffff\r\n', HEALTH],
    ['POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\ncontent-length: 4\r\n\r\n', '0\r\n\r\n', 'GET /health HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['POST / HTTP/1.1\r\n', 'x: '.repeat(20_000), '\r\n\r\n'],
    [`GET /${'a'.repeat(100_000)} HTTP/1.1\r\n\r\n`],
    ['GET /health HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(1 + random.below(200))],
    [`POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${HEALTH.length}\r\n\r\n${HEALTH}`.repeat(1 + random.below(100))],
    ['\r\n\r\n\r\n', 'HTTP/1.1 200 OK\r\n\r\n'],
    ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['CONNECT example.org:80 HTTP/1.1\r\n\r\n'],
    [UPGRADE, random.pick(['\r\n', 'sec-websocket-key: x\r\n\r\n', 'origin: https://evil.example\r\n\r\n', 'sec-websocket-extensions: permessage-deflate; bogus=1\r\n\r\n', ''])],
    [UPGRADE.replace('13', '99'), '\r\n'],
    [random.bytes(1 + random.size(3000))],
  ]);
}

/** A WebSocket frame with any header; `claimed` is the length it says. */
function frame(random: Random, opcode: number, body: Uint8Array, claimed: number | bigint = body.length): Uint8Array {
  const first = opcode | (random.oneIn(4) ? 0 : 0x80) | (random.oneIn(8) ? 0x40 : 0);
  const mask = random.oneIn(6) ? 0 : 0x80;
  const length = claimed < 126 ? [mask | Number(claimed)]
    : claimed < 65_536 ? [mask | 126, Number(claimed) >> 8, Number(claimed) & 0xff]
      : [mask | 127, ...Array.from({ length: 8 }, (_, i) => Number((BigInt(claimed) >> BigInt(56 - 8 * i)) & 0xffn))];
  return Uint8Array.from([first, ...length, ...(mask === 0 ? [] : [0, 0, 0, 0]), ...body]);
}

function brokenFrames(random: Random): Pieces {
  const text = Buffer.from(HEALTH);
  const frames = Array.from({ length: 1 + random.size(6) }, () => random.pick([
    () => frame(random, 1, text),
    () => frame(random, 1, text.subarray(0, 10)),
    () => frame(random, 0, text),
    () => frame(random, random.below(16), random.bytes(random.size(200))),
    () => frame(random, 1, text, random.pick<number | bigint>([126, 65_535, 2 ** 31, 2n ** 63n, 2n ** 64n - 1n, 15 * 1024 * 1024 + 1])),
    () => frame(random, 8, Uint8Array.of(random.below(256), random.below(256))),
    () => frame(random, 9, random.bytes(random.below(200))),
    () => frame(random, 1, Uint8Array.of(0xff, 0xfe, 0xc0, 0x80)),
  ])());
  return [UPGRADE, '\r\n', ...frames];
}

export function brokenPieces(random: Random): Pieces {
  return random.oneIn(2) ? brokenHttp(random) : brokenFrames(random);
}

/** Writes the pieces, waits until the node has had its turn, and is gone: with a farewell, without, or left open for the node to end. */
export async function breakIn(door: Door, pieces: Pieces, ending: 'end' | 'reset' | 'linger', linger: (socket: Socket) => void): Promise<void> {
  const socket = connect(door.port, door.host);
  socket.on('error', () => undefined);
  socket.resume();
  await within(new Promise<void>((resolve) => {
    socket.once('connect', resolve);
    socket.once('close', () => resolve());
  }), 'a TCP connection');
  for (const piece of pieces) if (!socket.destroyed) socket.write(piece);
  await door.ask('system_health', []);
  if (ending === 'end') socket.end();
  else if (ending === 'reset') socket.resetAndDestroy();
  else linger(socket);
}
