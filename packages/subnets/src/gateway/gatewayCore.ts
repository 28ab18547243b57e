/** What all routes of the gateway share: who asks, which models are there, whom to ask, who did it. */

import { timingSafeEqual, createHash } from 'node:crypto';
import type { Context } from 'hono';
import { Router, type MinerAnswer, type MinerRoute, type MinerSource } from './miners.ts';
import { modelNotFound, OpenAiError } from './openAiError.ts';
import type { Transcripts } from './rounds.ts';
import { UsageBook } from './usage.ts';

/** A request of a user who allowed it to count in scoring. */
export interface OrganicSample {
  readonly subnet: string;
  readonly uid: number;
  readonly request: unknown;
  readonly answer: unknown;
}

export interface GatewayOptions {
  readonly miners: MinerSource;
  /** What is served: model → subnet. */
  readonly models: Readonly<Record<string, string>>;
  /** Keys that are let in; without it everybody is. */
  readonly apiKeys?: readonly string[];
  readonly requestsPerMinute?: number;
  /** Where objects' manifests are kept; without it objects are not served. */
  readonly objectsFolder?: string;
  /** Rounds that validators show. */
  readonly transcripts?: Transcripts;
  /** Gets requests whose sender set `x-taonet-score: allow`, and no others. */
  readonly onOrganic?: (sample: OrganicSample) => void;
}

export interface OpenedRequest {
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
}

export const DEFAULT_REQUESTS_PER_MINUTE = 600;
export const MAX_BODY_BYTES = 8 << 20;

export class GatewayCore {
  readonly router: Router;
  readonly usage: UsageBook;
  readonly models: Readonly<Record<string, string>>;
  readonly #miners: MinerSource;
  readonly #keys: readonly Buffer[] | undefined;
  readonly #onOrganic: GatewayOptions['onOrganic'];

  constructor(options: GatewayOptions) {
    this.#miners = options.miners;
    this.router = new Router(options.miners);
    this.models = options.models;
    this.usage = new UsageBook(options.requestsPerMinute ?? DEFAULT_REQUESTS_PER_MINUTE, Date.now);
    this.#keys = options.apiKeys?.map(digest);
    this.#onOrganic = options.onOrganic;
  }

  /** The caller's key, after it was let in and counted. */
  admit(context: Context): string {
    const key = /^Bearer\s+(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
    if (this.#keys !== undefined && !this.#keys.some((known) => timingSafeEqual(known, digest(key)))) {
      throw new OpenAiError(401, 'invalid_api_key', 'This key is not known here. Send one as "Authorization: Bearer KEY".');
    }
    this.usage.admit(key);
    return key;
  }

  async open(context: Context): Promise<OpenedRequest> {
    const key = this.admit(context);
    const body = await context.req.json<unknown>().catch(() => undefined);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new OpenAiError(400, 'invalid_json', 'The body is not a JSON object.');
    return { key, body: body as Record<string, unknown>, signal: context.req.raw.signal };
  }

  /** Refuses a model that this route does not serve now. */
  ensureModel(model: unknown, subnet: string): asserts model is string {
    if (typeof model !== 'string') throw new OpenAiError(400, 'invalid_value', 'model: a name is wanted', { param: 'model' });
    const served = this.served().filter((name) => this.models[name] === subnet);
    if (!served.includes(model)) throw modelNotFound(model, served);
  }

  /** Models that at least one miner serves now. */
  served(): string[] {
    return Object.keys(this.models).filter((name) => this.#miners.best(this.models[name]!).length > 0);
  }

  /** Headers that tell who did the work; ASCII. */
  provenance(miner: MinerRoute, answer: MinerAnswer): Record<string, string> {
    return { 'x-taonet-netuid': String(miner.netuid), 'x-taonet-uid': String(miner.uid), 'x-taonet-hotkey': miner.hotkey, 'x-taonet-receipt': answer.receipt };
  }

  observe(context: Context, subnet: string, miner: MinerRoute, request: unknown, answer: MinerAnswer): void {
    if (context.req.header('x-taonet-score') === 'allow') this.#onOrganic?.({ subnet, uid: miner.uid, request, answer: answer.body });
  }
}

function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
