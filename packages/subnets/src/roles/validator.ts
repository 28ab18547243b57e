/** A validator of a reference subnet: examines every miner in rounds, keeps transcripts, sets weights by what the marks say. */

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { runValidator, type ChainClient, type Dendrite, type NeuronView, type Round, type Validator, type ValidatorEvent } from '@taonet/sdk/neuron';
import type { Signer } from '@taonet/sdk';
import type { Examiner, SubnetKind } from '../subnetKind.ts';
import { secretCommitment } from '../task/draw.ts';
import { MarkBook } from './markBook.ts';
import { playRound, type Candidate } from './round.ts';
import { RoundFolder } from './roundFolder.ts';
import type { SecretChain } from './secretChain.ts';
import type { RoundRecord } from './transcript.ts';

export interface ValidatorRole {
  readonly client: ChainClient;
  readonly secrets: SecretChain;
  /** The hotkey; registered already. */
  readonly key: Signer;
  readonly netuid: number;
  readonly kind: SubnetKind;
  /** Scores, marks and transcripts. */
  readonly folder: string;
  readonly roundBlocks: number;
  /** A liar gives this hotkey the best marks, whatever it did, and all others the same; it asks nobody. */
  readonly favours?: string;
  readonly onEvent?: (event: ValidatorEvent) => void;
  readonly signal?: AbortSignal;
}

/** What a miner did for a user who allowed it to count in scoring. */
export interface Organic {
  readonly uid: number;
  readonly request: unknown;
  readonly answer: unknown;
}

export interface SubnetValidator extends Validator {
  /** Takes it into the next round's marks; it never enters a transcript. Beyond a few dozen between two rounds the rest is left out. */
  observe(organic: Organic): void;
}

export async function startValidator(role: ValidatorRole): Promise<SubnetValidator> {
  const { kind, folder, client, key, netuid, roundBlocks, onEvent, signal } = role;
  const examiner = await kind.createExaminer();
  const rounds = await Rounds.open(role, examiner);
  const validator = await runValidator({
    client, key, netuid, roundBlocks, statePath: folder,
    // Marks are averaged in the book already.
    alpha: 1,
    round: (round) => rounds.play(round),
    ...(onEvent && { onEvent }),
    ...(signal && { signal }),
  }).catch(async (error: unknown) => {
    await examiner.close();
    throw error;
  });
  return { ...validator, done: validator.done.finally(() => examiner.close()), observe: (organic) => rounds.observe(organic) };
}

/** Users' requests that count in one round. */
const MAX_ORGANIC = 32;

/** What a liar gives to those it does not favour: little, so that its favourite stands out. */
const LIARS_SHARE = 0.2;

/** What a validator remembers from round to round. */
class Rounds {
  readonly #role: ValidatorRole;
  readonly #examiner: Examiner;
  readonly #book: MarkBook;
  readonly #folder: RoundFolder;
  #memories: ReadonlyMap<number, unknown> = new Map();
  #organic: Organic[] = [];
  #last: RoundRecord | undefined;
  /** Of the last round. */
  #secret: { readonly round: number; readonly secret: Buffer } | undefined;

  private constructor(role: ValidatorRole, examiner: Examiner, book: MarkBook, folder: RoundFolder, last: RoundRecord | undefined) {
    this.#role = role;
    this.#examiner = examiner;
    this.#book = book;
    this.#folder = folder;
    this.#last = last;
  }

  static async open(role: ValidatorRole, examiner: Examiner): Promise<Rounds> {
    const folder = new RoundFolder(join(role.folder, 'rounds'));
    const [last] = (await folder.rounds()).slice(-1);
    return new Rounds(role, examiner, await MarkBook.open(join(role.folder, 'marks.json')), folder, last === undefined ? undefined : await folder.read(last));
  }

  async play({ miners, dendrite, roster }: Round): Promise<ReadonlyMap<number, number>> {
    const { kind, netuid, key, secrets, favours } = this.#role;
    const examined = miners.filter(({ validatorPermit }) => !validatorPermit);
    if (favours !== undefined) return new Map(examined.map(({ uid, hotkey }) => [uid, hotkey === favours ? 1 : LIARS_SHARE]));
    const secret = randomBytes(32);
    const commitment = secretCommitment(secret);
    const last = this.#last;
    // A secret from before a restart is gone: that round stays unrevealed.
    const known = this.#secret?.round === last?.round ? this.#secret?.secret : undefined;
    const { blockNumber, blockHash } = await secrets.commit(netuid, commitment, known);
    if (last !== undefined && known !== undefined) await this.#folder.write({ ...last, secret: known.toString('hex') });
    const candidates = examined.map((miner) => this.#candidate(miner, dendrite));
    const { exams, memories } = await playRound(this.#examiner, { secret, blockHash, candidates, memories: this.#memories, now: () => performance.now() });
    this.#memories = memories;
    this.#book.keepOnly(roster.neurons);
    for (const { uid, marks } of exams) this.#book.record(examined.find((miner) => miner.uid === uid)!, marks);
    await this.#markOrganic(examined);
    await this.#book.save();
    const record: RoundRecord = {
      subnet: kind.name, netuid, validator: key.address, round: (last?.round ?? -1) + 1, blockNumber, blockHash,
      commitment: Buffer.from(commitment).toString('hex'), secret: '', exams,
    };
    await this.#folder.write(record);
    this.#last = record;
    this.#secret = { round: record.round, secret };
    return new Map([...this.#book.standings()].filter(([uid]) => examined.some((miner) => miner.uid === uid)).map(([uid, { raw }]) => [uid, raw]));
  }

  observe(organic: Organic): void {
    if (this.#organic.length < MAX_ORGANIC) this.#organic.push(organic);
  }

  async #markOrganic(miners: readonly NeuronView[]): Promise<void> {
    for (const { uid, request, answer } of this.#organic.splice(0)) {
      const miner = miners.find((one) => one.uid === uid);
      const mark = await this.#examiner.markOrganic?.(request, { ok: true, body: answer, elapsedMs: 0 });
      if (miner !== undefined && mark !== undefined) this.#book.record(miner, [mark]);
    }
  }

  #candidate(miner: NeuronView, dendrite: Dendrite): Candidate {
    const { kind } = this.#role;
    return {
      uid: miner.uid,
      hotkey: miner.hotkey,
      async ask(request) {
        const answer = await dendrite.ask(miner, kind.synapse, request as never, { timeoutMs: kind.deadlineMs });
        if (!answer.ok) throw new Error(answer.message);
        return { body: answer.body, receipt: answer.receipt?.signature ?? '' };
      },
    };
  }
}
