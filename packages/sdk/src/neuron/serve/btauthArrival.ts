import type { KeyScheme } from '../../wallet/publicKey.ts';
import { verifyBtauth } from '../auth/btauth.ts';
import type { BtauthCaller, SeenNonces } from '../auth/btauth.ts';
import { readTimeout } from '../auth/headers.ts';
import { RECEIPT_HEADER } from '../auth/receipt.ts';
import { openRequest } from '../auth/sealing.ts';
import type { SealedChannel, SealingKeys } from '../auth/sealing.ts';
import { anything, checkBody, decimal, optional, text } from '../synapse/field.ts';
import { jsonBytes } from './arrival.ts';
import type { Arrival, RawRequest, Reply } from './arrival.ts';
import { sealFrame } from '../ask/sealedStream.ts';
import { parse, textHeader } from './sdk10Arrival.ts';
import type { AxonSelf } from './sdk10Arrival.ts';

/** Path of sealed requests: the synapse's name is inside. */
export const SEALED_PATH = 'Sealed';

export interface BtauthSelf extends AxonSelf {
  readonly schemes: readonly KeyScheme[];
  readonly seen: SeenNonces;
}

const ENVELOPE = { name: text, timeout: optional(decimal), body: anything };

/** A btauth/1 request: the body is the synapse's request fields, the answer its response fields. refuses: BadAuth */
export function btauthArrival(raw: RawRequest, name: string, self: BtauthSelf): Arrival {
  const { hotkey, nonce } = authenticate(raw, self);
  return {
    name,
    caller: { hotkey, ip: raw.ip, via: 'btauth', nonce: nonce.toString() },
    timeoutMs: timeoutOf(textHeader(raw.headers, 'x-timeout'), self),
    reply: plainReply(),
    readBody: (synapse) => checkBody(synapse.request, parse(raw.body)),
  };
}

/** A sealed request: btauth/1 over the sealed bytes, name and body inside. refuses: BadAuth, CannotOpen, BadField */
export function sealedArrival(raw: RawRequest, self: BtauthSelf, keys: SealingKeys): Arrival {
  const { hotkey, nonce } = authenticate(raw, self);
  const { plain, answers } = openRequest(keys, raw.body);
  const { name, timeout, body } = checkBody(ENVELOPE, parse(plain));
  return {
    name,
    caller: { hotkey, ip: raw.ip, via: 'sealed', nonce: nonce.toString() },
    timeoutMs: timeoutOf(timeout === null ? undefined : String(timeout), self),
    reply: sealedReply(answers),
    readBody: (synapse) => checkBody(synapse.request, body),
  };
}

/** Answers outside SDK 10's dialect: JSON of the response fields, or `{"message"}`. */
export function plainReply(): Reply {
  return {
    async write({ status, message, response, receipt }) {
      const headers = { 'content-type': 'application/json', ...(receipt === undefined ? {} : { [RECEIPT_HEADER]: receipt }) };
      return { status, headers, body: jsonBytes(response ?? { message }) };
    },
    async startStream() {
      return {
        headers: { 'content-type': 'text/event-stream', trailer: RECEIPT_HEADER },
        piece: (bytes) => bytes,
        end: (receipt) => ({ trailers: { [RECEIPT_HEADER]: receipt } }),
      };
    },
  };
}

/** Outside, every sealed answer is a 200 of bytes; status, message, fields and receipt are inside. */
function sealedReply(answers: SealedChannel): Reply {
  const headers = { 'content-type': 'application/octet-stream' };
  return {
    async write({ status, message, response, receipt }) {
      return { status: 200, headers, body: answers.seal(jsonBytes({ status, message, response, receipt })) };
    },
    async startStream() {
      return { headers: { 'content-type': 'application/x-taonet-sealed-stream' }, piece: (bytes) => sealFrame(answers, bytes, false), end: (receipt) => ({ last: sealFrame(answers, jsonBytes({ receipt }), true) }) };
    },
  };
}

function authenticate(raw: RawRequest, { key, seen, schemes, nowMs }: BtauthSelf): BtauthCaller {
  const headers = Object.fromEntries(Object.keys(raw.headers).map((name) => [name, textHeader(raw.headers, name)]));
  return verifyBtauth(headers, raw, { self: key.address, seen, schemes, nowMs });
}

function timeoutOf(seconds: string | undefined, { timeoutDefaultMs, timeoutMaxMs }: AxonSelf): number {
  return readTimeout(seconds, { fallbackMs: timeoutDefaultMs, maxMs: timeoutMaxMs });
}
