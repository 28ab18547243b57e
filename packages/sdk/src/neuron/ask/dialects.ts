import type { IncomingHttpHeaders } from 'node:http';
import type { Signer } from '../../signer.ts';
import { signBtauth } from '../auth/btauth.ts';
import { emptyHeader, terminalHeaders, terminalJson, timeoutText } from '../auth/headers.ts';
import { RECEIPT_HEADER } from '../auth/receipt.ts';
import { DIALECT_VERSION, signDendrite } from '../auth/sdk10.ts';
import type { Terminal } from '../auth/sdk10.ts';
import { sealRequest } from '../auth/sealing.ts';
import { neuronError } from '../errors.ts';
import { jsonBytes } from '../serve/arrival.ts';
import { SEALED_PATH } from '../serve/btauthArrival.ts';
import { parse } from '../serve/sdk10Arrival.ts';
import { anything, checkBody, integer, optional, text } from '../synapse/field.ts';
import { bodyHash } from '../synapse/synapse.ts';
import type { Synapse } from '../synapse/synapse.ts';
import type { AxonAddress } from './target.ts';
import { openFrames } from './sealedStream.ts';

/** How a request is signed and wrapped. `auto`: sealed where the miner has a sealing key, else SDK 10. */
export type Dialect = 'sdk10' | 'btauth' | 'sealed' | 'auto';

export interface Asking {
  readonly key: Signer;
  readonly axon: AxonAddress;
  readonly synapse: Synapse;
  readonly body: Readonly<Record<string, unknown>>;
  readonly timeoutMs: number;
  readonly nonce: bigint;
  readonly uuid: string;
}

/** A body as it came, its status, and what the miner signed. */
export interface Opened {
  readonly status: number;
  readonly message: string;
  readonly fields: unknown;
  readonly receipt: string | undefined;
}

/** A request ready for the wire, and how its answer is opened. */
export interface Prepared {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
  open(response: { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Uint8Array }): Opened;
  /** Pieces of a stream; the receipt comes with the last, or in the trailers. */
  pieces(chunks: AsyncIterable<Uint8Array>, contentType: string | undefined): AsyncIterable<{ readonly bytes: Uint8Array } | { readonly receipt: string | undefined }>;
}

/** SDK 10's dialect. source: bittensor 10.5.0 core/dendrite.py, preprocess_synapse_for_request; core/synapse.py, to_headers */
export async function prepareSdk10({ key, axon, synapse, body, timeoutMs, nonce, uuid }: Asking): Promise<Prepared> {
  const hash = bodyHash(synapse, body);
  const signature = await signDendrite(key, { nonce, uuid, axonHotkey: axon.hotkey, bodyHash: hash });
  const dendrite: Terminal = { version: DIALECT_VERSION, nonce: nonce.toString(), uuid, hotkey: key.address, signature };
  const target: Terminal = { ip: axon.ip, port: axon.port, hotkey: axon.hotkey };
  const empties = Object.entries(synapse.request).filter(([name]) => body[name] !== null).map(([name, field]) => [`bt_header_input_obj_${name}`, emptyHeader(field.empty)] as const);
  const wire = { ...body, name: synapse.name, timeout: timeoutMs / 1000, total_size: 0, header_size: 0, dendrite: terminalJson(dendrite), axon: terminalJson(target), computed_body_hash: '' };
  return {
    path: `/${synapse.name}`,
    headers: {
      name: synapse.name,
      timeout: timeoutText(timeoutMs),
      ...terminalHeaders({ axon: target, dendrite }),
      ...Object.fromEntries(empties),
      header_size: '0',
      total_size: '0',
      computed_body_hash: hash,
    },
    body: jsonBytes(wire),
    open: openPlain,
    pieces: plainPieces,
  };
}

/** btauth/1: the body is the request's fields alone. source: bittensor 11.3.0 http_auth.py */
export async function prepareBtauth({ key, axon, synapse, body, timeoutMs, nonce }: Asking): Promise<Prepared> {
  const target = `/${synapse.name}`;
  const bytes = jsonBytes(body);
  const headers = await signBtauth(key, { method: 'POST', target, body: bytes }, { receiver: axon.hotkey, nonce });
  return { path: target, headers: { ...headers, 'x-timeout': String(timeoutMs / 1000) }, body: bytes, open: openPlain, pieces: plainPieces };
}

const SEALED_ANSWER = { status: integer, message: text, response: optional(anything), receipt: optional(text) };

/** Sealed to the miner's key; what names and authenticates the sender is btauth over the sealed bytes. */
export async function prepareSealed({ key, axon, synapse, body, timeoutMs, nonce }: Asking): Promise<Prepared> {
  if (axon.sealingKey === undefined) throw neuronError('CannotOpen', { reason: 'the miner has published no sealing key' });
  const { sealed, answers } = sealRequest(axon.sealingKey, jsonBytes({ name: synapse.name, timeout: timeoutMs / 1000, body }));
  const target = `/${SEALED_PATH}`;
  const headers = await signBtauth(key, { method: 'POST', target, body: sealed }, { receiver: axon.hotkey, nonce });
  return {
    path: target,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    body: sealed,
    open(response) {
      // What comes before our envelope could be opened is in the clear: 401, 404, 429.
      if (response.headers['content-type'] !== 'application/octet-stream') return { ...openPlain(response), fields: undefined, status: response.status === 200 ? 422 : response.status };
      const { status, message, response: fields, receipt } = checkBody(SEALED_ANSWER, parse(answers.open(response.body)));
      return { status, message, fields: fields ?? undefined, receipt: receipt ?? undefined };
    },
    pieces: (chunks) => openFrames(chunks, answers),
  };
}

function openPlain({ status, headers, body }: { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Uint8Array }): Opened {
  const receipt = headers[RECEIPT_HEADER];
  const fields = status === 200 ? parse(body) : undefined;
  return { status, message: status === 200 ? 'Success' : messageOf(body), fields, receipt: typeof receipt === 'string' ? receipt : undefined };
}

function messageOf(body: Uint8Array): string {
  try {
    const found = parse(body) as { readonly message?: unknown };
    return String(found.message ?? '').slice(0, 1000);
  } catch {
    return new TextDecoder().decode(body.subarray(0, 200));
  }
}

async function* plainPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<{ readonly bytes: Uint8Array }> {
  for await (const bytes of chunks) yield { bytes };
}
