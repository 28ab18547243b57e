import { readState, writeState } from './stateFile.ts';
import type { StateForm } from './stateFile.ts';
import type { SubnetRules } from './chainView.ts';

/** What is known when a block comes. */
export interface Moment {
  readonly block: number;
  /** Block of this validator's last weights on chain, 0 for never. */
  readonly lastUpdate: number;
  readonly rules: Pick<SubnetRules, 'tempo' | 'lastEpochBlock' | 'nextEpochBlock' | 'weightsRateLimit' | 'commitReveal'>;
}

/** Whether to set weights now, or from which block on, and why. */
export type Decision = { readonly send: true; readonly reason: string } | { readonly send: false; readonly fromBlock: number; readonly reason: string };

/** What outlives a restart: the last attempt. */
export interface Attempt {
  readonly block: number;
  readonly done: boolean;
}

/** Blocks in which an attempt of which nothing is known may still show on chain. */
const SETTLE_BLOCKS = 8;
/** Blocks to wait after an attempt that failed. */
const RETRY_BLOCKS = 5;
/** Plain weights are sent in the last part of an epoch, so that they know its work; this many blocks at most, and a fifth of it. */
const LEAD_BLOCKS_MAX = 50;

/**
 * When weights should be set: once an epoch, not before the rate limit allows, plain ones late in the epoch, commits as early as the limit allows
 * (they count when they are opened), at once after an epoch without, and after a failure or a crash not until its attempt has had time to show.
 */
export function decideWeights({ block, lastUpdate, rules }: Moment, last?: Attempt): Decision {
  const wait = (fromBlock: number, reason: string): Decision => ({ send: false, fromBlock, reason });
  const { tempo, lastEpochBlock, nextEpochBlock, weightsRateLimit, commitReveal } = rules;
  if (tempo === 0) return wait(block + 1, 'the subnet has no epochs');
  if (last !== undefined && last.block > lastUpdate) {
    const settle = last.done ? SETTLE_BLOCKS : RETRY_BLOCKS;
    if (block < last.block + settle) return wait(last.block + settle, last.done ? 'the last weights are not on chain yet' : 'the last attempt failed');
  }
  if (lastUpdate > 0 && block < lastUpdate + weightsRateLimit) return wait(lastUpdate + weightsRateLimit, `rate limit of ${weightsRateLimit} blocks`);
  if (lastUpdate > lastEpochBlock) return wait(Math.max(nextEpochBlock, lastUpdate + weightsRateLimit), 'set already in this epoch');
  // Whoever missed a whole epoch does not wait for the end of another: with short epochs a slow round may miss the window each time.
  if (lastUpdate <= lastEpochBlock - tempo) return { send: true, reason: 'nothing was set in the last epoch' };
  const lead = Math.max(2, Math.min(LEAD_BLOCKS_MAX, Math.ceil(tempo / 5)));
  if (!commitReveal && block < nextEpochBlock - lead) return wait(nextEpochBlock - lead, `late in the epoch, ${lead} blocks before its end`);
  return { send: true, reason: commitReveal ? 'nothing committed in this epoch' : 'the epoch ends soon' };
}

const FORM: StateForm<Attempt> = {
  name: 'weights',
  migrations: [],
  check: (value) => {
    const { block, done } = (value ?? {}) as Partial<Attempt>;
    return Number.isSafeInteger(block) && typeof done === 'boolean' ? { block: block!, done } : undefined;
  },
};

/** Decides, and remembers attempts over restarts. */
export class WeightScheduler {
  readonly #path: string | undefined;
  #last: Attempt | undefined;

  private constructor(path: string | undefined, last: Attempt | undefined) {
    this.#path = path;
    this.#last = last;
  }

  /** refuses: BadState */
  static async open(path?: string): Promise<WeightScheduler> {
    return new WeightScheduler(path, path === undefined ? undefined : await readState(path, FORM));
  }

  decide(moment: Moment): Decision {
    return decideWeights(moment, this.#last);
  }

  /** Runs `send` between two notes in the state file: after a crash in between the attempt counts as one that may yet show. */
  async attempt(block: number, send: () => Promise<void>): Promise<void> {
    await this.#note({ block, done: true });
    try {
      await send();
    } catch (error) {
      await this.#note({ block, done: false });
      throw error;
    }
  }

  async #note(attempt: Attempt): Promise<void> {
    this.#last = attempt;
    if (this.#path !== undefined) await writeState(this.#path, FORM, attempt);
  }
}
