import { Agent } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@taonet/primitives';
import type { Signer } from '../../signer.ts';
import { walletReady } from '../../wallet/keySource.ts';
import { createNonces } from '../auth/nonces.ts';
import { RECEIPT_HEADER, answerHash, verifyReceipt } from '../auth/receipt.ts';
import type { Receipt } from '../auth/receipt.ts';
import { neuronError } from '../errors.ts';
import { jsonBytes } from '../serve/arrival.ts';
import { checkBody } from '../synapse/field.ts';
import type { BodyOf, Fields, InputOf } from '../synapse/field.ts';
import type { ChunkOf, Synapse } from '../synapse/synapse.ts';
import { failureOf } from './answer.ts';
import type { Answer } from './answer.ts';
import { prepareBtauth, prepareSdk10, prepareSealed } from './dialects.ts';
import type { Asking, Dialect, Prepared } from './dialects.ts';
import { readLines } from './lines.ts';
import { post, readAll } from './post.ts';
import { isServing } from './target.ts';
import type { AxonAddress } from './target.ts';
import { UuidPool } from './uuidPool.ts';

export interface DendriteOptions {
  /** Signs every request. */
  readonly key: Signer;
  /** `auto` when left out: sealed where the miner has published a key, else SDK 10's dialect. */
  readonly dialect?: Dialect;
  readonly answerMaxBytes?: number;
  readonly nowMs?: () => number;
}

export interface AskOptions {
  /** 12 s when left out, as upstream. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly dialect?: Dialect;
}

/** What came of a stream, once it has ended. */
export interface StreamEnd {
  readonly elapsedMs: number;
  readonly receipt: Receipt | undefined;
}

/** Pieces as they come; the iteration's return value is its end. */
export type AnswerStream<S extends Synapse> = AsyncGenerator<ChunkOf<S>, StreamEnd, undefined>;

export interface Dendrite {
  /** One miner's answer; failures are answers too. refuses: BadField for a body that is not the synapse's */
  ask<Q extends Fields, A extends Fields>(axon: AxonAddress, kind: Synapse<Q, A, undefined>, body: InputOf<Q>, options?: AskOptions): Promise<Answer<BodyOf<A>>>;
  /** Many miners at a time; answers in their order. */
  askAll<Q extends Fields, A extends Fields>(axons: readonly AxonAddress[], kind: Synapse<Q, A, undefined>, body: InputOf<Q>, options?: AskOptions): Promise<readonly Answer<BodyOf<A>>[]>;
  /** Pieces of a streaming synapse. refuses: AskFailed, with the miner's status; CannotOpen when a sealed stream is cut off */
  stream<Q extends Fields, C extends 'text' | Fields>(axon: AxonAddress, kind: Synapse<Q, Fields, C>, body: InputOf<Q>, options?: AskOptions): AnswerStream<Synapse<Q, Fields, C>>;
  /** Ends idle connections. */
  close(): void;
}

const TIMEOUT_MS = 12_000;
const ANSWER_MAX_BYTES = 32 * 1024 * 1024;

/** A dendrite: asks axons over HTTP, official ones and ours. */
export function createDendrite(options: DendriteOptions): Dendrite {
  return new HttpDendrite(options);
}

class HttpDendrite implements Dendrite {
  readonly #options: DendriteOptions;
  readonly #agent = new Agent({ keepAlive: true, maxFreeSockets: 256 });
  readonly #uuids = new UuidPool();
  readonly #nextNonce: () => bigint;
  readonly #nowMs: () => number;

  constructor(options: DendriteOptions) {
    this.#options = options;
    this.#nowMs = options.nowMs ?? Date.now;
    this.#nextNonce = createNonces(this.#nowMs);
  }

  async ask<Q extends Fields, A extends Fields>(axon: AxonAddress, kind: Synapse<Q, A, undefined>, body: InputOf<Q>, options: AskOptions = {}): Promise<Answer<BodyOf<A>>> {
    const started = this.#nowMs();
    const asked = checkBody(kind.request, body);
    const { timeoutMs = TIMEOUT_MS } = options;
    const elapsed = (): number => this.#nowMs() - started;
    if (!isServing(axon)) return { ok: false, hotkey: axon.hotkey, status: 503, message: 'Service unavailable: no address announced', elapsedMs: 0 };
    return this.#send(axon, kind, asked, options, async ({ prepared, response, nonce }) => {
      const bytes = await readAll(response, this.#options.answerMaxBytes ?? ANSWER_MAX_BYTES);
      const opened = prepared.open({ status: response.statusCode ?? 0, headers: response.headers, body: bytes });
      if (opened.status !== 200) return { ok: false, hotkey: axon.hotkey, status: opened.status, message: opened.message, elapsedMs: elapsed() };
      const fields = checkBody(kind.response, opened.fields);
      const receipt = this.#receipt({ axon, kind, nonce, hash: answerHash(jsonBytes(fields)), signature: opened.receipt });
      return { ok: true, hotkey: axon.hotkey, body: fields, elapsedMs: elapsed(), receipt } as const;
    }, (error, late) => ({ ok: false, hotkey: axon.hotkey, ...failureOf(error, { late, givenUp: options.signal?.aborted === true, timeoutMs }), elapsedMs: elapsed() }));
  }

  askAll<Q extends Fields, A extends Fields>(axons: readonly AxonAddress[], kind: Synapse<Q, A, undefined>, body: InputOf<Q>, options?: AskOptions): Promise<readonly Answer<BodyOf<A>>[]> {
    return Promise.all(axons.map((axon) => this.ask(axon, kind, body, options)));
  }

  async *stream<Q extends Fields, C extends 'text' | Fields>(axon: AxonAddress, kind: Synapse<Q, Fields, C>, body: InputOf<Q>, options: AskOptions = {}): AnswerStream<Synapse<Q, Fields, C>> {
    const started = this.#nowMs();
    const uuid = this.#uuids.take();
    const end = new AbortController();
    const signal = this.#signal(options, end.signal);
    try {
      const nonce = this.#nextNonce();
      const prepared = await this.#prepare({ key: this.#options.key, axon, synapse: kind, body: checkBody(kind.request, body), timeoutMs: options.timeoutMs ?? TIMEOUT_MS, nonce, uuid }, options);
      const response = await this.#postStream(axon, prepared, signal, options);
      let signature: string | undefined;
      const hash = sha256.create();
      const bytesOf = async function* (): AsyncGenerator<Uint8Array> {
        for await (const piece of prepared.pieces(response as AsyncIterable<Uint8Array>, response.headers['content-type'])) {
          if ('receipt' in piece) {
            signature = piece.receipt;
            continue;
          }
          hash.update(piece.bytes);
          yield piece.bytes;
        }
      };
      yield* readLines(bytesOf(), kind.stream) as AsyncGenerator<ChunkOf<Synapse<Q, Fields, C>>>;
      signature ??= response.trailers[RECEIPT_HEADER];
      return { elapsedMs: this.#nowMs() - started, receipt: this.#receipt({ axon, kind, nonce, hash: bytesToHex(hash.digest()), signature }) };
    } finally {
      end.abort();
      this.#uuids.giveBack(uuid);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  async #postStream(axon: AxonAddress, prepared: Prepared, signal: AbortSignal, options: AskOptions): Promise<IncomingMessage> {
    const failed = (status: number, message: string): Error => neuronError('AskFailed', { hotkey: axon.hotkey, status, message });
    const { timeoutMs = TIMEOUT_MS } = options;
    const response = await this.#post(axon, prepared, signal).catch((error: unknown) => {
      const { status, message } = failureOf(error, { late: signal.aborted, givenUp: options.signal?.aborted === true, timeoutMs });
      throw failed(status, message);
    });
    const type = response.headers['content-type'] ?? '';
    if (response.statusCode === 200 && !/^application\/(json|octet-stream)/.test(type)) return response;
    const opened = prepared.open({ status: response.statusCode ?? 0, headers: response.headers, body: await readAll(response, ANSWER_MAX_BYTES) });
    throw failed(opened.status === 200 ? 422 : opened.status, opened.message);
  }

  async #send<T>(axon: AxonAddress, kind: Synapse, body: Readonly<Record<string, unknown>>, options: AskOptions, read: (sent: { readonly prepared: Prepared; readonly response: IncomingMessage; readonly nonce: bigint }) => Promise<T>, fail: (error: unknown, late: boolean) => T): Promise<T> {
    const uuid = this.#uuids.take();
    const end = new AbortController();
    const signal = this.#signal(options, end.signal);
    try {
      const nonce = this.#nextNonce();
      const prepared = await this.#prepare({ key: this.#options.key, axon, synapse: kind, body, timeoutMs: options.timeoutMs ?? TIMEOUT_MS, nonce, uuid }, options);
      return await read({ prepared, response: await this.#post(axon, prepared, signal), nonce });
    } catch (error) {
      return fail(error, signal.aborted);
    } finally {
      end.abort();
      this.#uuids.giveBack(uuid);
    }
  }

  #signal({ timeoutMs = TIMEOUT_MS, signal }: AskOptions, end: AbortSignal): AbortSignal {
    return AbortSignal.any([AbortSignal.timeout(timeoutMs), end, ...(signal === undefined ? [] : [signal])]);
  }

  async #prepare(asking: Asking, { dialect = this.#options.dialect ?? 'auto' }: AskOptions): Promise<Prepared> {
    await walletReady(); // receipts are checked with it
    switch (dialect) {
      case 'sdk10':
        return prepareSdk10(asking);
      case 'btauth':
        return prepareBtauth(asking);
      case 'sealed':
        return prepareSealed(asking);
      case 'auto':
        return asking.axon.sealingKey === undefined ? prepareSdk10(asking) : prepareSealed(asking);
    }
  }

  #post({ ip, port }: AxonAddress, { path, headers, body }: Prepared, signal: AbortSignal): Promise<IncomingMessage> {
    return post({ agent: this.#agent, host: ip, port, path, headers, body, signal });
  }

  #receipt({ axon, kind, nonce, hash, signature }: { readonly axon: AxonAddress; readonly kind: Synapse; readonly nonce: bigint; readonly hash: string; readonly signature: string | undefined }): Receipt | undefined {
    if (signature === undefined) return undefined;
    const receipt: Receipt = { synapse: kind.name, nonce: nonce.toString(), caller: this.#options.key.address, miner: axon.hotkey, answerHash: hash, signature };
    return verifyReceipt(receipt) ? receipt : undefined;
  }
}
