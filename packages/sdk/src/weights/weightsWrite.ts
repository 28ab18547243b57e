/** One verb for weights: scores in, the subnet's own way out - plain, committed by hash, or time-locked. */

import { Reads } from '../client/reads.ts';
import { sdkError, type TaonetError } from '../errors.ts';
import type { Plan } from '../tx/plan.ts';
import type { Receipt } from '../tx/receipt.ts';
import { addressIn, Transaction, type SendOptions, type Writer } from '../tx/transaction.ts';
import type { CallValue } from '../scale/runtime.ts';
import { commitCall, hasVersion4, newSalt, revealCall, sealedPayload, sealedPayloadOfVersion3, setCall, timelockedCall, type WeightsCommit } from './commit.ts';
import { untilCounted, type Blocks, type CountedWeights } from './counted.ts';
import { hashRevealBlock, readBeacon, readEpochClock, readRevealRound, revealBlock } from './revealTime.ts';
import { weightsOf, type Scores, type WeightList } from './scores.ts';
import { FIRST_SEALED_VERSION, readSituation, type Situation } from './situation.ts';
import { untilTaken } from './stay.ts';

/** `plain`: counts at once. `hash`: a hash now, the weights by `reveal` later. `timelock`: sealed now, opened by the chain itself. */
export type WeightsPath = 'plain' | 'hash' | 'timelock';

export interface WeightsOrder {
  readonly netuid: number;
  /** Scores by uid or hotkey, any scale. */
  readonly weights: Scores;
  readonly mechanism?: number;
  /** Of the validator's code; the subnet's own when absent. */
  readonly version?: bigint;
  /** Another way than the subnet's usual one: `hash` instead of `timelock`. */
  readonly path?: WeightsPath;
}

interface Way extends WeightList {
  readonly call: CallValue;
  readonly path: WeightsPath;
  readonly revealsAt: number | undefined;
  readonly revealRound: bigint | undefined;
  readonly commit: WeightsCommit | undefined;
}

/** What was set, and when it counts. */
export interface WeightsResult extends Omit<Way, 'call'> {
  readonly receipt: Receipt;
  /** Waits for the block and reveals, once; only after a `hash` commit. */
  reveal(options?: SendOptions): Promise<Receipt>;
  /** Stays until the chain has revealed them, where they were sealed, and an epoch has counted them. Reveals `hash` commits itself. refuses: NotRevealed */
  counted(options?: SendOptions): Promise<CountedWeights>;
}

export interface WeightsOptions extends SendOptions {
  /** Where a rate limit or a full pool stands in the way, tries again with each block until the subnet's next epoch. */
  readonly stay?: boolean;
  /** Is told of each try that `stay` makes up for. */
  readonly onRefused?: (error: TaonetError, block: number) => void;
}

export type WeightsPlan = Plan & Omit<Way, 'call'>;

/** What the writer needs besides: blocks as they come. */
export interface WeightsContext {
  readonly writer: Writer;
  waitForBlock(number: number, options: SendOptions): Promise<unknown>;
  blocks(options: SendOptions): Blocks;
}

export class WeightsWrite {
  readonly #context: WeightsContext;
  readonly #order: WeightsOrder;

  constructor(context: WeightsContext, order: WeightsOrder) {
    this.#context = context;
    this.#order = order;
  }

  /** What would be set, which way, and when it counts. refuses: BadInput, NoWeights, WeightsRefused */
  async plan(options: SendOptions = {}): Promise<WeightsPlan> {
    const { call, ...way } = await this.#wayFor(options);
    return { ...await new Transaction(this.#context.writer, call, 'hotkey').plan(options), ...way };
  }

  /** refuses: as `plan`, and what the chain refuses */
  async send({ stay = false, onRefused, ...options }: WeightsOptions = {}): Promise<WeightsResult> {
    if (!stay) return this.#sendOnce(options);
    const reads = this.#readsFor(options);
    return untilTaken({ blocks: this.#context.blocks(options), reads, netuid: this.#order.netuid, onRefused }, () => this.#sendOnce(options));
  }

  async #sendOnce(options: SendOptions): Promise<WeightsResult> {
    const { call, ...way } = await this.#wayFor(options);
    const receipt = await new Transaction(this.#context.writer, call, 'hotkey').send(options);
    const { commit, path, revealsAt } = way;
    const { netuid, mechanism = 0 } = this.#order;
    let revealed: Promise<Receipt> | undefined;
    const reveal = (later: SendOptions = options): Promise<Receipt> => (revealed ??= revealWeights(this.#context, commit, later).catch((error: unknown) => {
      revealed = undefined;
      throw error;
    }));
    const counted = async (later: SendOptions = options): Promise<CountedWeights> => {
      const since = path === 'hash' ? (await reveal(later)).block.number : receipt.block.number;
      return untilCounted(this.#context.blocks(later), { netuid, mechanism, hotkey: await this.#hotkey(options), path, since, revealsAt });
    };
    return { ...way, receipt, reveal, counted };
  }

  #hotkey({ signer, as = 'hotkey' }: SendOptions): Promise<string> {
    return signer === undefined ? addressIn(this.#context.writer.wallet, as) : Promise.resolve(signer.address);
  }

  #readsFor(options: SendOptions): Reads {
    const { writer } = this.#context;
    return new Reads(writer.viewWith(options), writer.wallet);
  }

  async #wayFor(options: SendOptions): Promise<Way> {
    const reads = this.#readsFor(options);
    const hotkey = await this.#hotkey(options);
    const { netuid, mechanism = 0 } = this.#order;
    const list = await weightsOf(reads, netuid, this.#order.weights);
    const situation = await readSituation(reads, { netuid, mechanism, hotkey }, list);
    return this.#way(reads, hotkey, list, situation);
  }

  async #way(reads: Reads, hotkey: string, list: WeightList, situation: Situation): Promise<Way> {
    const { netuid, mechanism = 0, version } = this.#order;
    const versionKey = version ?? situation.versionKey;
    const path = this.#order.path ?? usualPath(situation);
    const none = { revealsAt: undefined, revealRound: undefined, commit: undefined };
    if (path === 'plain') return { ...list, ...none, path, call: setCall(netuid, mechanism, list, versionKey) };
    const clock = await readEpochClock(reads, netuid);
    const revealsAt = (path === 'hash' ? hashRevealBlock : revealBlock)(clock, netuid, situation.revealPeriod);
    if (path === 'hash') {
      const commit: WeightsCommit = { netuid, mechanism, hotkey, uids: list.uids, values: list.values, salt: newSalt(), versionKey: String(versionKey), revealsAt };
      return { ...list, ...none, path, revealsAt, commit, call: commitCall(commit) };
    }
    const beacon = await readBeacon(reads);
    const round = await readRevealRound(reads, clock, revealsAt, beacon);
    const { sealUntilRound } = await import('./timelock.ts');
    const payload = hasVersion4(reads.runtime) ? sealedPayload(hotkey, list, versionKey) : sealedPayloadOfVersion3(list, versionKey);
    const sealed = sealUntilRound(payload, round, beacon.publicKey);
    return { ...list, ...none, path, revealsAt, revealRound: round, call: timelockedCall(reads.runtime, { netuid, mechanism, sealed, round, version: situation.commitRevealVersion }) };
  }
}

/** Version 4 and above seal; below, a hash is committed and revealed. */
function usualPath({ commitReveal, commitRevealVersion }: Situation): WeightsPath {
  return !commitReveal ? 'plain' : commitRevealVersion >= FIRST_SEALED_VERSION ? 'timelock' : 'hash';
}

/** Waits until the commit may be revealed, then reveals it. refuses: NothingToReveal, and what the chain refuses */
export async function revealWeights({ writer, waitForBlock }: Pick<WeightsContext, 'writer' | 'waitForBlock'>, commit: WeightsCommit | undefined, options: SendOptions): Promise<Receipt> {
  if (commit === undefined) throw sdkError('NothingToReveal');
  // The transaction lands one block later, in the epoch's first.
  await waitForBlock(commit.revealsAt - 1, options);
  return new Transaction(writer, revealCall(commit), 'hotkey').send(options);
}
