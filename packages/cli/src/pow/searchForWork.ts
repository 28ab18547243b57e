/** Looks for work block by block and hands it in, until the hotkey has its place. */

import type { Client, Receipt, TaonetError } from '@taonet/sdk';
import { createHashers } from '@taonet/crypto';
import { bytesToHex, OperatingError } from '@taonet/primitives';
import { sealHash } from '@taonet/runtime';
import { ValidationError } from '../failure.ts';
import type { PowFacts } from './powFacts.ts';
import { readPowFacts } from './powFacts.ts';
import type { PowRecord } from './powFile.ts';
import { WorkSolver, type Challenge, type FoundNonce } from './workSolver.ts';

export interface PowOrder {
  readonly netuid: number;
  /** Account ids, hex. */
  readonly hotkey: string;
  readonly coldkey: string;
  readonly threads: number;
  /** Found work is given back instead of handed in. */
  readonly dryRun: boolean;
  /** Where an earlier search was. */
  readonly from: PowRecord['block'];
}

export interface FoundWork extends FoundNonce {
  /** Hex. */
  readonly seal: string;
}

export interface Effort {
  readonly hashes: number;
  readonly seconds: number;
}

export interface PowWatcher {
  /** Once a second or so. */
  hashed(effort: Effort, facts: PowFacts): void;
  told(words: string): void;
}

export interface PowEnd {
  readonly work: FoundWork;
  readonly facts: PowFacts;
  readonly receipt: Receipt | undefined;
}

/** Work on block h is taken in blocks h + 1 and h + 2; a transaction with it must not be in a later one, where it would be no work any more. */
const PERIOD = 4;
const WORK_AGE_BLOCKS = 3;
const TELL_EVERY_MS = 1_000;
/** What ends one try and not the search. */
const TRY_AGAIN = [
  'Dropped', 'InvalidWorkBlock', 'InvalidDifficulty', 'InvalidSeal', 'TooManyRegistrationsThisBlock', 'TooManyRegistrationsThisInterval',
  'InvalidTransaction.Payment', 'InvalidTransaction.AncientBirthBlock', 'InvalidTransaction.BadProof', 'InvalidTransaction.RateLimitExceeded',
];

interface Head {
  readonly challenge: Challenge;
  readonly parentHash: string;
  readonly facts: PowFacts;
}

export class WorkSearch {
  readonly #client: Client;
  readonly #order: PowOrder;
  readonly #watcher: PowWatcher;
  readonly #stop = new AbortController();
  #hashers!: Awaited<ReturnType<typeof createHashers>>;
  #solver!: WorkSolver;
  #head: Head | undefined;
  /** Hashes of the last blocks, by number. */
  readonly #parents = new Map<number, string>();
  #from: bigint;
  #found: ((found: FoundNonce) => void) | undefined;
  #failed: ((error: unknown) => void) | undefined;

  constructor(client: Client, order: PowOrder, watcher: PowWatcher) {
    this.#client = client;
    this.#order = order;
    this.#watcher = watcher;
    this.#from = randomNonce();
  }

  /** Hashes so far, and for how long threads looked. */
  get effort(): Effort {
    return { hashes: this.#solver?.hashes ?? 0, seconds: this.#solver?.seconds ?? 0 };
  }

  /** For the file. */
  get block(): PowRecord['block'] {
    const place = this.#solver?.place;
    return place === undefined ? null : { number: place.blockNumber, hash: place.blockHash, from: String(this.#from), next: String(place.next) };
  }

  /** Until work was taken, or `signal` ends it (then undefined). refuses: what the chain refuses for good */
  async run(signal: AbortSignal): Promise<PowEnd | undefined> {
    const stopped = AbortSignal.any([signal, this.#stop.signal]);
    const failed = new Promise<never>((_, reject) => { this.#failed = reject; });
    failed.catch(() => undefined);
    this.#hashers = await createHashers();
    this.#solver = await WorkSolver.start(this.#hashers, this.#order.threads, { onFound: (found) => this.#found?.(found), onEnd: (error) => this.#failed?.(error) });
    const ticker = setInterval(() => { if (this.#head !== undefined) this.#watcher.hashed(this.effort, this.#head.facts); }, TELL_EVERY_MS);
    const ended = new Promise<undefined>((resolve) => {
      if (signal.aborted) resolve(undefined);
      else signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    try {
      const heads = this.#followHeads(stopped);
      heads.catch((error: unknown) => { if (!stopped.aborted) this.#failed?.(error); });
      return await Promise.race([this.#untilTaken(stopped), failed, ended]);
    } finally {
      clearInterval(ticker);
      this.#stop.abort();
    }
  }

  /** Threads go on until then, so that `block` tells where they are. */
  async close(): Promise<void> {
    await this.#solver?.close();
  }

  async #followHeads(signal: AbortSignal): Promise<void> {
    for await (const { number, parentHash } of this.#client.blocks({ signal })) await this.#atHead(number, parentHash);
  }

  async #atHead(number: number, parentHash: string): Promise<void> {
    const [hash, facts, uid] = await Promise.all([
      this.#client.view.request<string>('chain_getBlockHash', [number]),
      readPowFacts(this.#client, this.#order.netuid, number),
      this.#client.query.SubtensorModule.Uids(this.#order.netuid, `0x${this.#order.hotkey}`),
    ]);
    if (uid !== undefined && this.#found !== undefined) throw new ValidationError(`The hotkey has a place on subnet ${facts.netuid} already: uid ${uid}.`);
    const challenge: Challenge = { blockNumber: number, blockHash: hash.replace(/^0x/, ''), account: this.#order.hotkey, difficulty: facts.difficulty };
    const isFull = facts.thisInterval >= facts.maxPerInterval;
    if (isFull && this.#head?.facts.thisInterval !== facts.thisInterval) this.#watcher.told(`Subnet ${facts.netuid} has taken its ${facts.maxPerInterval} registrations of this interval; it takes more in ${facts.blocksToAdjustment} blocks.`);
    this.#parents.set(number - 1, parentHash).delete(number - WORK_AGE_BLOCKS - 1);
    this.#head = { challenge, parentHash, facts };
    if (isFull) this.#solver.pause();
    else if (this.#found !== undefined) this.#solver.solve(challenge, this.#startOn(challenge));
  }

  /** Where an earlier search on this block was, else anywhere: another machine may look for the same hotkey. */
  #startOn({ blockHash }: Challenge): bigint {
    const { from } = this.#order;
    const isSame = from !== null && from.hash === blockHash;
    this.#from = isSame ? BigInt(from.from) : randomNonce();
    return isSame ? BigInt(from.next) : this.#from;
  }

  async #untilTaken(signal: AbortSignal): Promise<PowEnd | undefined> {
    while (!signal.aborted) {
      const found = await this.#next();
      const age = this.#head!.challenge.blockNumber - found.challenge.blockNumber;
      if (age >= WORK_AGE_BLOCKS - 1) continue;
      const work: FoundWork = { ...found, seal: bytesToHex(sealHash(this.#hashers, found.challenge.blockHash, found.nonce, found.challenge.account)) };
      if (this.#order.dryRun) return { work, facts: this.#head!.facts, receipt: undefined };
      this.#solver.pause();
      try {
        return { work, facts: this.#head!.facts, receipt: await this.#handIn(work, signal) };
      } catch (error) {
        if (signal.aborted || !isPassing(error)) throw error;
        this.#watcher.told(`Work on block ${found.challenge.blockNumber} was not taken (${(error as TaonetError).code}); the search goes on.`);
      }
    }
    return undefined;
  }

  /** The next work found; heads steer the threads only while somebody waits for it. */
  #next(): Promise<FoundNonce> {
    return new Promise((resolve) => {
      this.#found = (found) => {
        this.#found = undefined;
        resolve(found);
      };
      if (this.#head !== undefined && this.#head.facts.thisInterval < this.#head.facts.maxPerInterval) this.#solver.solve(this.#head.challenge, this.#startOn(this.#head.challenge));
    });
  }

  async #handIn({ challenge: { blockNumber }, nonce, seal }: FoundWork, signal: AbortSignal): Promise<Receipt> {
    const { netuid, hotkey, coldkey } = this.#order;
    const birth = Math.max(blockNumber - 1, 0);
    const birthHash = this.#parents.get(birth) ?? await this.#client.view.request<string>('chain_getBlockHash', [birth]);
    const call = this.#client.tx.SubtensorModule.register({ netuid, block_number: BigInt(blockNumber), nonce, work: `0x${seal}`, hotkey: `0x${hotkey}`, coldkey: `0x${coldkey}` });
    return call.send({ as: 'hotkey', period: PERIOD, birth: { number: birth, hash: birthHash }, signal });
  }
}

const isPassing = (error: unknown): boolean => error instanceof OperatingError && TRY_AGAIN.some((code) => error.code === code || error.code.endsWith(`.${code}`));

function randomNonce(): bigint {
  return crypto.getRandomValues(new BigUint64Array(1))[0]!;
}
