import { join } from 'node:path';
import type { Signer } from '../../signer.ts';
import { createDendrite } from '../ask/dendrite.ts';
import type { AskOptions, Dendrite, DendriteOptions } from '../ask/dendrite.ts';
import type { Answer } from '../ask/answer.ts';
import { neuronError } from '../errors.ts';
import type { BodyOf, Fields, InputOf } from '../synapse/field.ts';
import type { Synapse } from '../synapse/synapse.ts';
import type { ChainClient, NeuronView, WeightVector } from './chainView.ts';
import { eachLatest } from './latest.ts';
import { Roster } from './roster.ts';
import type { HotkeyChange } from './roster.ts';
import { WeightScheduler } from './scheduler.ts';
import { ScoreStore } from './scoreStore.ts';
import { computeWeights } from './weightsPipeline.ts';
import type { WeightStep } from './weightsPipeline.ts';

/** A miner and what it answered. */
export interface MinerAnswer<B> {
  readonly miner: NeuronView;
  readonly answer: Answer<B>;
}

/** What one round of questions works with. */
export interface Round {
  readonly block: number;
  readonly roster: Roster;
  readonly dendrite: Dendrite;
  /** Neurons that can be asked. */
  readonly miners: readonly NeuronView[];
  readonly signal: AbortSignal;
  /** Asks all of `miners`, or those given; all answers are in before any is returned. */
  ask<Q extends Fields, A extends Fields>(kind: Synapse<Q, A, undefined>, body: InputOf<Q> | ((miner: NeuronView) => InputOf<Q>), options?: AskOptions & { readonly miners?: readonly NeuronView[] }): Promise<readonly MinerAnswer<BodyOf<A>>[]>;
}

/** What happened, for logs and pages. */
export type ValidatorEvent =
  | { readonly what: 'changed'; readonly changes: readonly HotkeyChange[] }
  | { readonly what: 'round'; readonly block: number; readonly scores: ReadonlyMap<number, number> }
  | { readonly what: 'waits'; readonly block: number; readonly fromBlock: number; readonly reason: string }
  | { readonly what: 'refused'; readonly block: number; readonly refusal: string; readonly steps: readonly WeightStep[] }
  | { readonly what: 'weights'; readonly block: number; readonly weights: WeightVector; readonly steps: readonly WeightStep[] }
  | { readonly what: 'failed'; readonly block: number; readonly doing: 'round' | 'weights' | 'sync'; readonly error: unknown };

export interface ValidatorOptions {
  readonly client: ChainClient;
  /** The hotkey. */
  readonly key: Signer;
  readonly netuid: number;
  /** Folder for scores and attempts; without one a restart forgets. */
  readonly statePath?: string;
  /** Asks miners and judges them: scores by UID, of those asked only. */
  readonly round: (round: Round) => Promise<ReadonlyMap<number, number>>;
  /** Blocks between two rounds; 10 when left out. */
  readonly roundBlocks?: number;
  /** Weight of a new score in the average; 0.1 when left out. */
  readonly alpha?: number;
  /** UIDs scored less often get no weight; 1 when left out. */
  readonly askedMin?: number;
  readonly dendrite?: Omit<DendriteOptions, 'key'>;
  readonly onEvent?: (event: ValidatorEvent) => void;
  readonly signal?: AbortSignal;
}

export interface Validator {
  readonly uid: number;
  readonly roster: Roster;
  readonly scores: ScoreStore;
  /** Settles when the validator has ended. */
  readonly done: Promise<void>;
  close(): Promise<void>;
}

/**
 * A validator: rounds of questions, scores that outlive restarts, weights once an epoch or a reason why not.
 *
 * refuses: NotRegistered, BadState
 */
export async function runValidator(options: ValidatorOptions): Promise<Validator> {
  const { client, key, netuid, statePath } = options;
  const roster = new Roster(client, netuid);
  await roster.sync();
  const uid = roster.find(key.address)?.uid;
  if (uid === undefined) throw neuronError('NotRegistered', { hotkey: key.address, netuid });
  const scores = await ScoreStore.open({ ...(options.alpha === undefined ? {} : { alpha: options.alpha }), path: statePath && join(statePath, 'scores.json') });
  const scheduler = await WeightScheduler.open(statePath && join(statePath, 'weights.json'));
  const stop = new AbortController();
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, options.signal]);
  const dendrite = createDendrite({ ...options.dendrite, key });
  const loop = new ValidatorLoop({ options, roster, scores, scheduler, dendrite, signal });
  const done = eachLatest(client.blocks(signal), (block) => loop.at(block)).finally(() => dendrite.close());
  return { uid, roster, scores, done, close: () => (stop.abort(), done) };
}

interface LoopParts {
  readonly options: ValidatorOptions;
  readonly roster: Roster;
  readonly scores: ScoreStore;
  readonly scheduler: WeightScheduler;
  readonly dendrite: Dendrite;
  readonly signal: AbortSignal;
}

class ValidatorLoop {
  readonly #parts: LoopParts;
  #lastRound: number | undefined;
  #waitUntil = 0;

  constructor(parts: LoopParts) {
    this.#parts = parts;
  }

  async at(block: number): Promise<void> {
    const { roundBlocks = 10 } = this.#parts.options;
    const roundDue = this.#lastRound === undefined || block >= this.#lastRound + roundBlocks;
    if (!roundDue && block < this.#waitUntil) return;
    if (!(await this.#guarded(block, 'sync', () => this.#sync()))) return;
    if (roundDue) {
      this.#lastRound = block;
      await this.#guarded(block, 'round', () => this.#round(block));
      // A round may have taken many blocks: whether weights are due is asked of the chain as it is now.
      if (this.#parts.signal.aborted || !(await this.#guarded(block, 'sync', () => this.#sync()))) return;
    }
    const now = Math.max(block, this.#parts.roster.view.block);
    if (now >= this.#waitUntil && !this.#parts.signal.aborted) await this.#guarded(now, 'weights', () => this.#weights(now));
  }

  /** A failure is an event, not the validator's end. */
  async #guarded(block: number, doing: 'round' | 'weights' | 'sync', run: () => Promise<void>): Promise<boolean> {
    try {
      await run();
      return true;
    } catch (error) {
      if (!this.#parts.signal.aborted) this.#tell({ what: 'failed', block, doing, error });
      return false;
    }
  }

  async #sync(): Promise<void> {
    const { roster, scores } = this.#parts;
    const changes = await roster.sync();
    const reset = scores.sync(roster.neurons);
    if (changes.length > 0 || reset.length > 0) this.#tell({ what: 'changed', changes });
  }

  async #round(block: number): Promise<void> {
    const { options, roster, scores, dendrite, signal } = this.#parts;
    const miners = roster.serving(options.key.address);
    const judged = await options.round({
      block,
      roster,
      dendrite,
      miners,
      signal,
      ask: async (kind, body, { miners: chosen = miners, ...asking } = {}) =>
        Promise.all(chosen.map(async (miner) => ({ miner, answer: await dendrite.ask(miner, kind, typeof body === 'function' ? body(miner) : body, { signal, ...asking }) }))),
    });
    if (signal.aborted) return;
    const hotkeys = new Map(roster.neurons.map(({ uid, hotkey }) => [uid, hotkey]));
    for (const [uid, score] of judged) {
      const hotkey = hotkeys.get(uid);
      if (hotkey !== undefined) scores.record({ uid, hotkey }, score, block);
    }
    await scores.save();
    this.#tell({ what: 'round', block, scores: judged });
  }

  async #weights(block: number): Promise<void> {
    const { options: { client, key, netuid, askedMin }, roster, scores, scheduler } = this.#parts;
    const { rules, neurons } = roster.view;
    const self = roster.find(key.address);
    if (self === undefined) throw neuronError('NotRegistered', { hotkey: key.address, netuid });
    const refusal = roster.refuseUnlessValidator(key.address);
    if (refusal !== undefined) return this.#wait(block, Math.max(block + 1, rules.nextEpochBlock), refusal);
    const decision = scheduler.decide({ block, lastUpdate: self.lastUpdate, rules });
    if (!decision.send) return this.#wait(block, decision.fromBlock, decision.reason);
    const outcome = computeWeights(scores.entries(), { ...rules, self: self.uid, neuronCount: neurons.length, ...(askedMin === undefined ? {} : { askedMin }) });
    if (!outcome.ok) return this.#tell({ what: 'refused', block, refusal: outcome.refusal, steps: outcome.steps });
    await scheduler.attempt(block, () => client.setWeights({ netuid, weights: outcome.weights, versionKey: rules.weightsVersion }));
    this.#tell({ what: 'weights', block, weights: outcome.weights, steps: outcome.steps });
  }

  #wait(block: number, fromBlock: number, reason: string): void {
    this.#waitUntil = fromBlock;
    this.#tell({ what: 'waits', block, fromBlock, reason });
  }

  #tell(event: ValidatorEvent): void {
    this.#parts.options.onEvent?.(event);
  }
}
