/** Whom the gateway asks. */

export interface AskOptions {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/** One miner of a subnet, reachable now. */
export interface MinerRoute {
  readonly netuid: number;
  readonly uid: number;
  /** SS58. */
  readonly hotkey: string;
  /** Rejects when the miner cannot be reached, refuses, or is too slow. */
  ask(request: unknown, options: AskOptions): Promise<MinerAnswer>;
  /** The same for work that comes in pieces: `{piece}` again and again, `{answer}` last. */
  stream?(request: unknown, options: { readonly signal?: AbortSignal }): AsyncIterable<unknown>;
}

export interface MinerAnswer {
  readonly body: unknown;
  /** The miner's signature over request and answer, ASCII. */
  readonly receipt: string;
}

export interface MinerSource {
  /** Best first, by incentive; empty when the subnet is not served. */
  best(subnet: string): readonly MinerRoute[];
}

/** Nobody could do it; `reasons` has one for each miner that was asked. */
export class NobodyAnswered extends Error {
  override readonly name = 'NobodyAnswered';
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(reasons.length === 0 ? 'No miner serves this now.' : `None of ${reasons.length} miners answered: ${[...new Set(reasons)].join('; ')}`);
    this.reasons = reasons;
  }
}

/** Miners that are asked before the gateway gives up. */
const ATTEMPTS = 3;

/**
 * Asks the best miner, then the next ones, until `use` makes something of an answer. Starts with one of the best `spread` in turn, so that
 * the best one is not the only one at work.
 */
export class Router {
  readonly #miners: MinerSource;
  #turn = 0;

  constructor(miners: MinerSource) {
    this.#miners = miners;
  }

  ask<T>(subnet: string, request: unknown, use: (answer: MinerAnswer, miner: MinerRoute) => T | Promise<T>, options: AskOptions = {}): Promise<T> {
    return this.open(subnet, async (miner) => use(await miner.ask(request, options), miner), options.signal);
  }

  /** The same with another way of asking. */
  async open<T>(subnet: string, attempt: (miner: MinerRoute) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const reasons: string[] = [];
    for (const miner of this.#candidates(subnet)) {
      signal?.throwIfAborted();
      try {
        return await attempt(miner);
      } catch (error) {
        signal?.throwIfAborted();
        reasons.push(error instanceof Error ? error.message : String(error));
      }
    }
    throw new NobodyAnswered(reasons);
  }

  #candidates(subnet: string): readonly MinerRoute[] {
    const best = this.#miners.best(subnet);
    if (best.length === 0) return [];
    const start = this.#turn % Math.min(2, best.length);
    this.#turn += 1;
    return [best[start]!, ...best.filter((_, i) => i !== start)].slice(0, ATTEMPTS);
  }
}
