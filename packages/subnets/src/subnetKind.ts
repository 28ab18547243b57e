/** What a reference subnet is: one kind of work, how miners do it and how validators mark it. */

import type { Fields, Synapse } from '@taonet/sdk/neuron';
import type { Draw } from './task/draw.ts';
import type { Mark, Track } from './task/score.ts';

/** What came back from a miner. */
export type Reply =
  | { readonly ok: true; readonly body: unknown; readonly elapsedMs: number }
  | { readonly ok: false; readonly reason: string };

/** One miner's examination in one round. */
export interface Exam {
  readonly uid: number;
  /** Fixes every task of this miner in this round. */
  readonly draw: Draw;
  /**
   * Asks the miner and waits for its answer or its deadline; never throws. In an audit it looks the answer up in the
   * validator's transcript, so that the same code marks it again.
   */
  ask(request: unknown): Promise<Reply>;
  /** What the last round left for this miner; undefined for a new one. */
  readonly memory: unknown;
}

/** The end of an examination: marks are given when the answers of all miners are in. */
export interface Examined {
  mark(): Promise<readonly Mark[]>;
  /** JSON for the next round. */
  readonly memory?: unknown;
}

/** Marks one subnet's miners. */
export interface Examiner {
  /** Left out where there is the main one only. */
  readonly tracks?: readonly Track[];
  examine(exam: Exam): Promise<Examined>;
  /** Marks what a miner did for a user who allowed it to count; left out where only the validator's own tasks can be marked. */
  markOrganic?(request: unknown, reply: Reply): Promise<Mark>;
  close(): Promise<void>;
}

/** Does one subnet's work. */
export interface Worker {
  /** The answer to a request of the subnet's shape; rejects with `BadRequest` when it has another. */
  answer(request: unknown, signal?: AbortSignal): Promise<unknown>;
  /** The answer as it comes, where the subnet has such: lines of `{piece}`, then `{answer}`. */
  stream?(request: unknown, signal?: AbortSignal): AsyncIterable<object>;
  close(): Promise<void>;
}

/** How a demonstration miner behaves. */
export const BEHAVIOURS = ['honest', 'small', 'lazy', 'garbage', 'copycat'] as const;
export type Behaviour = typeof BEHAVIOURS[number];

export interface SubnetKind {
  /** One lower-case word: `embed`. */
  readonly name: string;
  readonly title: string;
  /** What is made here, and for whom. */
  readonly purpose: string;
  /** What travels between dendrites and axons here. */
  readonly synapse: Synapse<Fields, Fields, undefined>;
  /** The same for work that comes in pieces: lines of `{piece}`, then `{answer}`. */
  readonly streaming?: Synapse<Fields, Fields, Fields>;
  readonly deadlineMs: number;
  /** What a machine needs to earn here, in words; nothing on chain checks it. */
  readonly minimumHardware: string;
  createExaminer(): Promise<Examiner>;
  /** `name` tells the workers of one machine apart and finds what this one kept at the last start. */
  createWorker(behaviour: Behaviour, name: string): Promise<Worker>;
}

/** A request that is not of the subnet's shape. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}
