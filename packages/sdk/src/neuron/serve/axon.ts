import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Signer } from '../../signer.ts';
import { walletReady } from '../../wallet/keySource.ts';
import type { KeyScheme } from '../../wallet/publicKey.ts';
import { BTAUTH, SeenNonces } from '../auth/btauth.ts';
import { NonceGuard } from '../auth/nonceGuard.ts';
import { nowNs } from '../auth/nonces.ts';
import type { SealingKeys } from '../auth/sealing.ts';
import { synapse } from '../synapse/synapse.ts';
import type { ChunkOf, StreamForm, Synapse } from '../synapse/synapse.ts';
import type { BodyOf, Fields, InputOf } from '../synapse/field.ts';
import type { Arrival, RawRequest } from './arrival.ts';
import { SEALED_PATH, btauthArrival, plainReply, sealedArrival } from './btauthArrival.ts';
import type { BtauthSelf } from './btauthArrival.ts';
import type { Caller } from './caller.ts';
import { CallerBuckets, DEFAULT_LIMITS } from './limits.ts';
import type { CallerLimits } from './limits.ts';
import { PriorityQueue } from './priorityQueue.ts';
import { readBody } from './readBody.ts';
import { refuse, statusOf } from './refuse.ts';
import { runHandler } from './runHandler.ts';
import { sdk10Arrival, sdk10Reply } from './sdk10Arrival.ts';
import { writeAnswer } from './writeAnswer.ts';

export interface AxonOptions {
  /** The hotkey: callers sign for it, answers are signed by it. */
  readonly key: Signer;
  /** 8091 when left out; 0 takes a free one. */
  readonly port?: number;
  /** Address to listen on; all when left out. */
  readonly host?: string;
  /** Dialects accepted; both when left out. Sealed requests need `sealing`. */
  readonly auth?: readonly ('sdk10' | 'btauth')[];
  /** Schemes of btauth callers' hotkeys; sr25519 when left out. */
  readonly schemes?: readonly KeyScheme[];
  /** Accepts sealed requests to this key. */
  readonly sealing?: SealingKeys;
  /** For each caller; a synapse may have its own. */
  readonly limits?: Partial<CallerLimits>;
  /** For each address, before anything is proved. */
  readonly addressLimits?: CallerLimits;
  /** Why a caller is refused, whatever it asks (not the ping); undefined lets it in. Asked before a synapse's own blacklist. */
  readonly admit?: (caller: Caller) => string | undefined;
  /** Requests handled at a time, 16; more wait by priority, up to `waitingMax`, 256. */
  readonly concurrency?: number;
  readonly waitingMax?: number;
  readonly bodyMaxBytes?: number;
  /** Errors of handlers, which callers see without detail. */
  readonly onError?: (error: unknown, id: string) => void;
  readonly nowMs?: () => number;
}

/** What a handler knows besides the body. */
export interface Call {
  readonly caller: Caller;
  readonly timeoutMs: number;
  /** Aborted when the caller has gone or its time is over. */
  readonly signal: AbortSignal;
}

type Answer<S extends Synapse> = S['stream'] extends undefined ? InputOf<S['response']> | Promise<InputOf<S['response']>> : AsyncIterable<ChunkOf<S>> | Promise<AsyncIterable<ChunkOf<S>>>;

/** The stages of one synapse, in their order: blacklist, priority, forward; verification and limits come before. */
export interface Stages<S extends Synapse> {
  /** The answer, or with a streaming synapse its pieces. */
  readonly forward: (body: BodyOf<S['request']>, call: Call) => Answer<S>;
  /** Why the caller is refused; undefined lets it in. */
  readonly blacklist?: (caller: Caller, body: BodyOf<S['request']>) => string | undefined | Promise<string | undefined>;
  /** Greater goes first; 0 when left out. */
  readonly priority?: (caller: Caller, body: BodyOf<S['request']>) => number | Promise<number>;
  readonly limits?: Partial<CallerLimits>;
}

interface Attached {
  readonly synapse: Synapse;
  readonly stages: Stages<Synapse>;
}

export interface Axon {
  /** Adds a synapse. */
  attach<Q extends Fields, A extends Fields, C extends StreamForm>(kind: Synapse<Q, A, C>, stages: Stages<Synapse<Q, A, C>>): Axon;
  /** Starts to listen. returns: the port */
  listen(): Promise<number>;
  /** Stops listening, ends connections. */
  close(): Promise<void>;
}

const PING = synapse('Synapse', { request: {}, response: {} });
const ADDRESS_LIMITS: CallerLimits = { perMinute: 1200, concurrent: 64 };
const BODY_MAX_BYTES = 8 * 1024 * 1024;
const TIMEOUT_DEFAULT_MS = 12_000;
const TIMEOUT_MAX_MS = 600_000;

/** An axon: serves synapses over HTTP to official dendrites and to ours. */
export function createAxon(options: AxonOptions): Axon {
  return new HttpAxon(options).attach(PING, { forward: () => ({}) });
}

class HttpAxon implements Axon {
  readonly #options: AxonOptions;
  readonly #self: BtauthSelf;
  readonly #guard: NonceGuard;
  readonly #attached = new Map<string, Attached>();
  readonly #callers: CallerBuckets;
  readonly #addresses: CallerBuckets;
  readonly #queue: PriorityQueue;
  #server: Server | undefined;

  constructor(options: AxonOptions) {
    const { key, nowMs = Date.now, schemes = ['sr25519'], concurrency = 16, waitingMax = 256 } = options;
    const since = nowNs(nowMs);
    this.#options = options;
    this.#guard = new NonceGuard({ since });
    this.#self = { key, uuid: randomUUID(), nowMs, schemes, seen: new SeenNonces(since), timeoutDefaultMs: TIMEOUT_DEFAULT_MS, timeoutMaxMs: TIMEOUT_MAX_MS };
    this.#callers = new CallerBuckets(nowMs);
    this.#addresses = new CallerBuckets(nowMs);
    this.#queue = new PriorityQueue(concurrency, waitingMax);
  }

  attach<Q extends Fields, A extends Fields, C extends StreamForm>(kind: Synapse<Q, A, C>, stages: Stages<Synapse<Q, A, C>>): this {
    // The stages only ever see bodies that were checked against this synapse's own fields.
    this.#attached.set(kind.name, { synapse: kind, stages: stages as unknown as Stages<Synapse> });
    return this;
  }

  async listen(): Promise<number> {
    await walletReady(); // checks of signatures are synchronous from here on
    const server = createServer({ requestTimeout: 60_000, headersTimeout: 10_000, maxHeaderSize: 32_768 }, (request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.#options.onError?.(error, 'socket');
        response.destroy();
      });
    });
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#options.port ?? 8091, this.#options.host, resolve);
    });
    return (server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ip = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
    const raw: RawRequest = { method: request.method ?? 'GET', target: request.url ?? '/', headers: request.headers, body: new Uint8Array(), ip, port: request.socket.remotePort ?? 0, arrivedMs: this.#self.nowMs() };
    const name = raw.target.split(/[/?]/)[1] ?? '';
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const strangerReply = BTAUTH.signature in raw.headers ? plainReply() : sdk10Reply(raw, name, this.#self);
    const entered = this.#addresses.enter(ip, this.#options.addressLimits ?? ADDRESS_LIMITS);
    if ('retryAfterS' in entered) return writeAnswer(response, await strangerReply.write({ status: 429, message: 'Too many requests from this address' }), entered.retryAfterS);
    let arrival: Arrival | undefined;
    try {
      if (!this.#attached.has(name) && !(name === SEALED_PATH && this.#options.sealing !== undefined)) throw refuse(404, `Synapse name '${name}' not found.`);
      const body = await readBody(request, this.#options.bodyMaxBytes ?? BODY_MAX_BYTES);
      arrival = this.#authenticate({ ...raw, body }, name);
      await this.#answer(arrival, response, gone.signal);
    } catch (error) {
      await this.#fail(error, arrival?.reply ?? strangerReply, response);
    } finally {
      entered.leave();
    }
  }

  #authenticate(raw: RawRequest, name: string): Arrival {
    const { auth = ['sdk10', 'btauth'], sealing } = this.#options;
    if (name === SEALED_PATH && sealing !== undefined) return sealedArrival(raw, this.#self, sealing);
    const dialect = BTAUTH.signature in raw.headers ? 'btauth' : 'sdk10';
    if (!auth.includes(dialect)) throw refuse(401, `Not Verified with error: ${dialect} is not spoken here`);
    return dialect === 'btauth' ? btauthArrival(raw, name, this.#self) : sdk10Arrival(raw, name, this.#self, this.#guard);
  }

  async #answer(arrival: Arrival, response: ServerResponse, gone: AbortSignal): Promise<void> {
    const attached = this.#attached.get(arrival.name);
    if (attached === undefined) throw refuse(404, `Synapse name '${arrival.name}' not found.`);
    const { stages } = attached;
    const { caller, timeoutMs } = arrival;
    const entered = this.#callers.enter(caller.hotkey, { ...DEFAULT_LIMITS, ...this.#options.limits, ...stages.limits });
    if ('retryAfterS' in entered) return writeAnswer(response, await arrival.reply.write({ status: 429, message: 'Too many requests from this hotkey' }), entered.retryAfterS);
    try {
      const body = arrival.readBody(attached.synapse);
      const reason = (attached.synapse === PING ? undefined : this.#options.admit?.(caller)) ?? (await stages.blacklist?.(caller, body));
      if (reason !== undefined) throw refuse(403, `Forbidden. Key is blacklisted: ${reason}.`);
      const turn = await this.#queue.enter((await stages.priority?.(caller, body)) ?? 0, { timeoutMs, signal: gone });
      if (typeof turn === 'string') throw turn === 'late' ? refuse(408, `Response timeout after: ${timeoutMs / 1000}s`) : refuse(503, 'Too busy: others come first');
      try {
        await this.#forward(attached, arrival, body, response, gone);
      } finally {
        turn();
      }
    } finally {
      entered.leave();
    }
  }

  async #forward({ synapse: kind, stages }: Attached, arrival: Arrival, body: BodyOf<Fields>, response: ServerResponse, gone: AbortSignal): Promise<void> {
    return runHandler({ kind, forward: stages.forward, arrival, body, response, gone, key: this.#self.key });
  }

  async #fail(error: unknown, reply: Arrival['reply'], response: ServerResponse): Promise<void> {
    const id = randomUUID();
    const { status, message, internal } = statusOf(error);
    if (internal) this.#options.onError?.(error, id);
    // A stream that has begun can only be cut off: its end is authenticated, so the caller knows.
    if (response.headersSent) response.destroy();
    else writeAnswer(response, await reply.write({ status, message: internal ? `${message} #${id}` : message }));
  }
}
