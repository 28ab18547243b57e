import type { Signer } from '../../signer.ts';
import { neuronError } from '../errors.ts';
import { headerText, readTerminal, readTimeout, terminalHeaders, terminalJson, timeoutText } from '../auth/headers.ts';
import type { NonceGuard } from '../auth/nonceGuard.ts';
import { nowNs } from '../auth/nonces.ts';
import { RECEIPT_HEADER } from '../auth/receipt.ts';
import { DIALECT_VERSION, axonText, verifyDendrite } from '../auth/sdk10.ts';
import type { Terminal } from '../auth/sdk10.ts';
import { signText } from '../auth/signatures.ts';
import { checkBody } from '../synapse/field.ts';
import { bodyHash } from '../synapse/synapse.ts';
import { jsonBytes } from './arrival.ts';
import type { Arrival, Outcome, RawRequest, Reply } from './arrival.ts';

/** What an axon is to the dialect. */
export interface AxonSelf {
  readonly key: Signer;
  readonly uuid: string;
  readonly nowMs: () => number;
  readonly timeoutDefaultMs: number;
  readonly timeoutMaxMs: number;
}

/**
 * A request of SDK 10's dialect, its nonce and signature checked.
 *
 * refuses: BadAuth
 */
export function sdk10Arrival(raw: RawRequest, name: string, self: AxonSelf, guard: NonceGuard): Arrival {
  const { headers, ip } = raw;
  const dendrite = readTerminal(headers, 'dendrite');
  const hash = textHeader(headers, 'computed_body_hash') ?? '';
  const timeoutMs = readTimeout(textHeader(headers, 'timeout'), { fallbackMs: self.timeoutDefaultMs, maxMs: self.timeoutMaxMs });
  const { hotkey, nonce } = verifyDendrite({ dendrite, bodyHash: hash, timeoutMs, self: self.key.address }, guard, nowNs(self.nowMs));
  return {
    name,
    caller: { hotkey, ip, via: 'sdk10', nonce: nonce.toString() },
    timeoutMs,
    reply: sdk10Reply(raw, name, self),
    readBody(synapse) {
      const body = checkBody(synapse.request, parse(raw.body));
      const found = bodyHash(synapse, body);
      if (found !== hash) throw neuronError('BadAuth', { reason: `Hash mismatch between header body hash ${headerText(hash)} and parsed body hash ${found}` });
      return body;
    },
  };
}

/** Answers of the dialect; also to requests that were not authenticated. source: bittensor 10.5.0 core/axon.py, synapse_to_response */
export function sdk10Reply(raw: RawRequest, name: string, self: AxonSelf): Reply {
  const dendrite: Terminal = { ...readTerminal(raw.headers, 'dendrite'), ip: raw.ip, port: raw.port };
  const timeoutMs = readTimeout(textHeader(raw.headers, 'timeout'), { fallbackMs: self.timeoutDefaultMs, maxMs: self.timeoutMaxMs });
  const hash = headerText(textHeader(raw.headers, 'computed_body_hash') ?? '');
  const axonEnd = async (status: number, message: string): Promise<Terminal> => {
    const nonce = nowNs(self.nowMs).toString();
    const signature = await signText(self.key, axonText({ nonce, dendriteHotkey: dendrite.hotkey ?? '', axonHotkey: self.key.address, uuid: self.uuid }));
    const process_time = (self.nowMs() - raw.arrivedMs) / 1000;
    return { status_code: status, status_message: message, process_time, version: DIALECT_VERSION, nonce, uuid: self.uuid, hotkey: self.key.address, signature };
  };
  const headersOf = (axon: Terminal, contentType: string): Record<string, string> => ({
    'content-type': contentType,
    name: headerText(name),
    timeout: timeoutText(timeoutMs),
    ...terminalHeaders({ axon, dendrite }),
    header_size: '0',
    total_size: '0',
    computed_body_hash: hash,
  });
  return {
    async write({ status, message, request = {}, response, receipt }: Outcome) {
      const axon = await axonEnd(status, message);
      const fields = { name, timeout: timeoutMs / 1000, total_size: 0, header_size: 0, dendrite: terminalJson(dendrite), axon: terminalJson(axon), computed_body_hash: hash };
      const body = response === undefined ? { message } : { ...fields, ...request, ...response };
      const headers = headersOf(axon, 'application/json');
      return { status, headers: receipt === undefined ? headers : { ...headers, [RECEIPT_HEADER]: receipt }, body: jsonBytes(body) };
    },
    async startStream() {
      const headers = headersOf(await axonEnd(200, 'Success'), 'text/event-stream');
      return { headers: { ...headers, trailer: RECEIPT_HEADER }, piece: (bytes) => bytes, end: (receipt) => ({ trailers: { [RECEIPT_HEADER]: receipt } }) };
    },
  };
}

/** JSON of a body, or BadField. */
export function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch (cause) {
    throw neuronError('BadField', { at: 'body', expected: 'JSON' }, cause);
  }
}

/** A header given once. */
export function textHeader(headers: RawRequest['headers'], name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
