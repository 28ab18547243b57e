/** Who used how much: counted per key, kept in memory, with a limit on requests per minute. */

import { OpenAiError } from './openAiError.ts';

export interface Usage {
  readonly requests: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly bytesStored: number;
}

const NONE: Usage = { requests: 0, promptTokens: 0, completionTokens: 0, bytesStored: 0 };
const MINUTE_MS = 60_000;
/** Keys are counted apart up to here; further ones share a row, so that made-up keys cannot fill the memory. */
const MAX_KEYS = 1_000;

export class UsageBook {
  readonly #usage = new Map<string, Usage>();
  readonly #recent = new Map<string, { count: number; since: number }>();
  readonly #perMinute: number;
  readonly #now: () => number;

  constructor(requestsPerMinute: number, now: () => number) {
    this.#perMinute = requestsPerMinute;
    this.#now = now;
  }

  /** Counts a request, or refuses it with 429 when the key has had its share of this minute. */
  admit(key: string): void {
    const row = this.#row(key);
    const now = this.#now();
    const recent = this.#recent.get(row);
    if (recent === undefined || now - recent.since >= MINUTE_MS) this.#recent.set(row, { count: 1, since: now });
    else if (recent.count >= this.#perMinute) {
      const wait = Math.max(1, Math.ceil((recent.since + MINUTE_MS - now) / 1_000));
      throw new OpenAiError(429, 'rate_limit_exceeded', `More than ${this.#perMinute} requests in a minute. Try again in ${wait} s.`, { headers: { 'retry-after': String(wait) } });
    } else recent.count += 1;
    this.add(key, { requests: 1 });
  }

  add(key: string, more: Partial<Usage>): void {
    const row = this.#row(key);
    const had = this.#usage.get(row) ?? NONE;
    this.#usage.set(row, {
      requests: had.requests + (more.requests ?? 0),
      promptTokens: had.promptTokens + (more.promptTokens ?? 0),
      completionTokens: had.completionTokens + (more.completionTokens ?? 0),
      bytesStored: had.bytesStored + (more.bytesStored ?? 0),
    });
  }

  of(key: string): Usage {
    return this.#usage.get(this.#row(key)) ?? NONE;
  }

  #row(key: string): string {
    return this.#usage.has(key) || this.#usage.size < MAX_KEYS ? key : '';
  }
}
