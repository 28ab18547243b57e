/** How much one caller may ask. */
export interface CallerLimits {
  /** Requests a minute, and at once after a pause. */
  readonly perMinute: number;
  /** Requests being handled or waiting at the same time. */
  readonly concurrent: number;
}

/** On unless changed: enough for a validator that asks once a second, in four requests at a time. */
export const DEFAULT_LIMITS: CallerLimits = { perMinute: 120, concurrent: 8 };

interface Bucket {
  tokens: number;
  refilledMs: number;
  running: number;
}

const MINUTE_MS = 60_000;

/** Token buckets by caller, bounded in number: idle full ones are forgotten first. */
export class CallerBuckets {
  readonly #buckets = new Map<string, Bucket>();
  readonly #nowMs: () => number;
  readonly #callersMax: number;

  constructor(nowMs: () => number, callersMax = 50_000) {
    this.#nowMs = nowMs;
    this.#callersMax = callersMax;
  }

  /** Takes one request's room. returns: how to give it back, or in how many seconds to come again */
  enter(caller: string, limits: CallerLimits): { readonly leave: () => void } | { readonly retryAfterS: number } {
    const bucket = this.#bucketOf(caller, limits);
    if (bucket.running >= limits.concurrent) return { retryAfterS: 1 };
    if (bucket.tokens < 1) return { retryAfterS: Math.max(1, Math.ceil(((1 - bucket.tokens) * MINUTE_MS) / limits.perMinute / 1000)) };
    bucket.tokens -= 1;
    bucket.running += 1;
    let left = false;
    return {
      leave: () => {
        if (!left) bucket.running -= 1;
        left = true;
      },
    };
  }

  #bucketOf(caller: string, { perMinute }: CallerLimits): Bucket {
    const now = this.#nowMs();
    const found = this.#buckets.get(caller);
    this.#buckets.delete(caller);
    const bucket = found ?? { tokens: perMinute, refilledMs: now, running: 0 };
    bucket.tokens = Math.min(perMinute, bucket.tokens + ((now - bucket.refilledMs) * perMinute) / MINUTE_MS);
    bucket.refilledMs = now;
    if (this.#buckets.size >= this.#callersMax) this.#forgetOne();
    this.#buckets.set(caller, bucket);
    return bucket;
  }

  #forgetOne(): void {
    for (const [caller, { running }] of this.#buckets) {
      if (running > 0) continue;
      this.#buckets.delete(caller);
      return;
    }
  }
}
