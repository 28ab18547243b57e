import type { ServerResponse } from 'node:http';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@taonet/primitives';
import type { Signer } from '../../signer.ts';
import { answerHash, signReceipt } from '../auth/receipt.ts';
import { checkBody } from '../synapse/field.ts';
import type { BodyOf, Fields, Json } from '../synapse/field.ts';
import type { Synapse } from '../synapse/synapse.ts';
import { jsonBytes } from './arrival.ts';
import type { Arrival } from './arrival.ts';
import type { Stages } from './axon.ts';
import { refuse } from './refuse.ts';
import { writeAnswer, writePiece } from './writeAnswer.ts';

interface Run {
  readonly kind: Synapse;
  readonly forward: Stages<Synapse>['forward'];
  readonly arrival: Arrival;
  readonly body: BodyOf<Fields>;
  readonly response: ServerResponse;
  /** Aborted when the caller has gone. */
  readonly gone: AbortSignal;
  readonly key: Signer;
}

/** Calls the handler within the caller's time and sends what it gives. refuses: 408 */
export async function runHandler(run: Run): Promise<void> {
  const { arrival, forward, body, gone } = run;
  const late = AbortSignal.timeout(Math.ceil(arrival.timeoutMs));
  const signal = AbortSignal.any([gone, late]);
  const call = { caller: arrival.caller, timeoutMs: arrival.timeoutMs, signal };
  const given = await orLate(Promise.resolve(forward(body, call) as unknown), late, arrival.timeoutMs);
  return run.kind.stream === undefined ? sendWhole(run, given) : sendPieces(run, given as AsyncIterable<unknown>, late);
}

async function sendWhole({ kind, arrival, body, response, key }: Run, given: unknown): Promise<void> {
  const fields = checkBody(kind.response, given) as Readonly<Record<string, Json>>;
  const receipt = await signReceipt(key, claimOf(kind, arrival, key, answerHash(jsonBytes(fields))));
  writeAnswer(response, await arrival.reply.write({ status: 200, message: 'Success', request: body, response: fields, receipt }));
}

async function sendPieces({ kind, arrival, response, gone, key }: Run, pieces: AsyncIterable<unknown>, late: AbortSignal): Promise<void> {
  const stream = await arrival.reply.startStream();
  const hash = sha256.create();
  const iterator = pieces[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await orLate(iterator.next(), late, arrival.timeoutMs);
      if (next.done === true || gone.aborted) break;
      const bytes = pieceBytes(kind, next.value);
      hash.update(bytes);
      if (!response.headersSent) response.writeHead(200, stream.headers);
      await writePiece(response, stream.piece(bytes), gone);
    }
  } finally {
    // Not awaited: a handler that ignores its signal must not hold the connection.
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
  if (gone.aborted) return;
  const { last, trailers } = stream.end(await signReceipt(key, claimOf(kind, arrival, key, bytesToHex(hash.digest()))));
  if (!response.headersSent) response.writeHead(200, stream.headers);
  if (trailers !== undefined) response.addTrailers(trailers);
  response.end(last);
}

/** Text as it is; fields as one line of JSON. */
function pieceBytes({ stream }: Synapse, piece: unknown): Uint8Array {
  if (stream === 'text' || stream === undefined) return utf8ToBytes(String(piece));
  return utf8ToBytes(`${JSON.stringify(checkBody(stream, piece))}\n`);
}

function claimOf(kind: Synapse, { caller }: Arrival, key: Signer, hash: string): Parameters<typeof signReceipt>[1] {
  return { synapse: kind.name, nonce: caller.nonce, caller: caller.hotkey, miner: key.address, answerHash: hash };
}

/** The promise's value, or a 408 at the end of the caller's time. */
async function orLate<T>(promise: Promise<T>, late: AbortSignal, timeoutMs: number): Promise<T> {
  let stop: (() => void) | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    stop = () => reject(refuse(408, `Response timeout after: ${timeoutMs / 1000}s`));
    if (late.aborted) stop();
    else late.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, over]);
  } finally {
    if (stop !== undefined) late.removeEventListener('abort', stop);
  }
}
