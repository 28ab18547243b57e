/** A caller's endpoint and what it claims, of an SDK 10 request. */
export interface NonceClaim {
  /** `hotkey:uuid`. */
  readonly endpoint: string;
  readonly nonce: bigint;
  readonly version: number | undefined;
  readonly timeoutMs: number;
}

/** From this version on nonces are nanoseconds of the clock. */
const VERSION_WITH_CLOCK = 7_002_000;
const ALLOWED_DELTA_NS = 4_000_000_000n;

/**
 * Remembers each endpoint's last nonce. The first one must be younger than 4 s and the request's time-out, later ones greater than the last;
 * callers older than 7.2.0 have the second rule only. As upstream there is no limit ahead: a nonce of the far future harms its own sender alone.
 *
 * What was accepted before a restart is not known after it; so a first nonce of the clock must also not be from before the guard was made.
 *
 * Memory is bounded: beyond `endpointsMax` the endpoint that was heard longest ago is forgotten.
 * source: bittensor 10.5.0 core/axon.py, default_verify
 */
export class NonceGuard {
  readonly #last = new Map<string, bigint>();
  readonly #endpointsMax: number;
  readonly #since: bigint;

  /** `since`: when it begins, nanoseconds since 1970. */
  constructor({ endpointsMax = 100_000, since = 0n }: { readonly endpointsMax?: number; readonly since?: bigint } = {}) {
    this.#endpointsMax = endpointsMax;
    this.#since = since;
  }

  /** Why the claim is refused, or undefined. Changes nothing. */
  problem({ endpoint, nonce, version, timeoutMs }: NonceClaim, nowNs: bigint): string | undefined {
    const last = this.#last.get(endpoint);
    if (last !== undefined) return nonce <= last ? 'Nonce is too old, a newer one was last processed' : undefined;
    if (version === undefined || version < VERSION_WITH_CLOCK) return undefined;
    const allowed = ALLOWED_DELTA_NS + BigInt(Math.round(timeoutMs)) * 1_000_000n;
    if (nonce > nowNs - allowed) return nonce < this.#since ? 'Nonce is too old: this axon has begun since' : undefined;
    return `Nonce is too old: acceptable delta is ${seconds(allowed)} seconds but request was ${seconds(nowNs - nonce)} seconds old`;
  }

  /** After the signature has proved right. */
  accept({ endpoint, nonce }: NonceClaim): void {
    this.#last.delete(endpoint);
    if (this.#last.size >= this.#endpointsMax) this.#last.delete(this.#last.keys().next().value!);
    this.#last.set(endpoint, nonce);
  }
}

function seconds(ns: bigint): string {
  return (Number(ns / 1_000_000n) / 1000).toFixed(2);
}
