/** A validator of a reference subnet: examines every miner in rounds, keeps transcripts, sets weights by what the marks say. */

import { join } from 'node:path';
import { runValidator, type ChainClient, type Dendrite, type NeuronView, type Round, type Validator, type ValidatorEvent } from '@taonet/sdk/neuron';
import type { Signer } from '@taonet/sdk';
import type { Examiner, SubnetKind } from '../subnetKind.ts';
import { secretCommitment } from '../task/draw.ts';
import { MarkBook } from './markBook.ts';
import { playRound, type Candidate } from './round.ts';
import { RoundFolder } from './roundFolder.ts';
import type { SecretChain } from './secretChain.ts';
import { SecretFile } from './secretFile.ts';
import type { RoundRecord } from './transcript.ts';

export interface ValidatorRole {
  readonly client: ChainClient;
  readonly secrets: SecretChain;
  /** The hotkey; registered already. */
  readonly key: Signer;
  readonly netuid: number;
  readonly kind: SubnetKind;
  /** Scores, marks, secrets and transcripts. */
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
  try {
    const rounds = await Rounds.open(role, examiner);
    const validator = await runValidator({
      client, key, netuid, roundBlocks, statePath: folder,
      // Marks are averaged in the book already.
      alpha: 1,
      round: (round) => rounds.play(round),
      ...(onEvent && { onEvent }),
      ...(signal && { signal }),
    });
    return { ...validator, done: validator.done.finally(() => examiner.close()), observe: (organic) => rounds.observe(organic) };
  } catch (error) {
    await examiner.close();
    throw error;
  }
}

/** Users' requests that count in one round. */
const MAX_ORGANIC = 32;

/** What a liar gives to those it does not favour: little, so that its favourite stands out. */
const LIARS_SHARE = 0.2;

interface RoundsParts {
  readonly role: ValidatorRole;
  readonly examiner: Examiner;
  readonly book: MarkBook;
  readonly folder: RoundFolder;
  readonly secrets: SecretFile;
  readonly last: RoundRecord | undefined;
}

/** What a validator remembers from round to round. */
class Rounds {
  readonly #role: ValidatorRole;
  readonly #examiner: Examiner;
  readonly #book: MarkBook;
  readonly #folder: RoundFolder;
  readonly #secrets: SecretFile;
  #organic: Organic[] = [];
  #last: RoundRecord | undefined;

  private constructor({ role, examiner, book, folder, secrets, last }: RoundsParts) {
    this.#role = role;
    this.#examiner = examiner;
    this.#book = book;
    this.#folder = folder;
    this.#secrets = secrets;
    this.#last = last;
  }

  static async open(role: ValidatorRole, examiner: Examiner): Promise<Rounds> {
    const folder = new RoundFolder(join(role.folder, 'rounds'));
    const [last] = (await folder.rounds()).slice(-1);
    return new Rounds({
      role, examiner, folder,
      book: await MarkBook.open(join(role.folder, 'marks.json'), examiner.tracks),
      secrets: await SecretFile.open(join(role.folder, 'secrets.json')),
      last: last === undefined ? undefined : await folder.read(last),
    });
  }

  async play({ miners, dendrite, roster }: Round): Promise<ReadonlyMap<number, number>> {
    const { favours } = this.#role;
    const examined = miners.filter(({ validatorPermit }) => !validatorPermit);
    if (favours !== undefined) return new Map(examined.map(({ uid, hotkey }) => [uid, hotkey === favours ? 1 : LIARS_SHARE]));
    const { record, secret } = await this.#begin();
    const candidates = examined.map((miner) => this.#candidate(miner, dendrite));
    const { exams, memories } = await playRound(this.#examiner, { secret, blockHash: record.blockHash, candidates, now: () => performance.now() });
    this.#book.keepOnly(roster.neurons);
    for (const { uid, marks } of exams) {
      const miner = examined.find((one) => one.uid === uid)!;
      this.#book.record(miner, marks);
      this.#book.remember(miner, memories.get(uid));
    }
    await this.#markOrganic(examined);
    await this.#book.save();
    await this.#keep({ ...record, exams });
    return new Map([...this.#book.standings()].filter(([uid]) => examined.some((miner) => miner.uid === uid)).map(([uid, { raw }]) => [uid, raw]));
  }

  observe(organic: Organic): void {
    if (this.#organic.length < MAX_ORGANIC) this.#organic.push(organic);
  }

  /**
   * Commits the secret of a new round and reveals that of the last one. A process may die at any line of this: secrets are on disk before
   * their hashes are on chain, and stay there until they are in a transcript. A secret whose round left no record was never used for tasks, and
   * serves again.
   */
  async #begin(): Promise<{ readonly record: RoundRecord; readonly secret: Buffer }> {
    const { kind, netuid, key, secrets } = this.#role;
    const [last, { tracks }] = [this.#last, this.#examiner];
    const round = (last?.round ?? -1) + 1;
    const secret = await this.#secrets.begin(round);
    const commitment = secretCommitment(secret);
    const known = last && this.#secrets.get(last.round);
    const { blockNumber, blockHash } = await secrets.commit(netuid, commitment, known);
    if (last !== undefined && known !== undefined) await this.#folder.write({ ...last, secret: known.toString('hex') });
    await this.#secrets.forgetBefore(round);
    // Before anybody is asked: a round that does not come to its end is seen, and its secret is revealed all the same.
    const record: RoundRecord = {
      subnet: kind.name, netuid, validator: key.address, round, blockNumber, blockHash, commitment: Buffer.from(commitment).toString('hex'), secret: '', exams: [],
      ...(tracks && { tracks: tracks.map(({ name }) => name) }),
    };
    await this.#keep(record);
    return { record, secret };
  }

  async #keep(record: RoundRecord): Promise<void> {
    await this.#folder.write(record);
    this.#last = record;
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
      memory: this.#book.memoryOf(miner),
      async ask(request) {
        const answer = await dendrite.ask(miner, kind.synapse, request as never, { timeoutMs: kind.deadlineMs });
        if (!answer.ok) throw new Error(answer.message);
        return { body: answer.body, receipt: answer.receipt?.signature ?? '' };
      },
    };
  }
}
