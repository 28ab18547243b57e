/**
 * Marks storage by questions that only the bytes can answer: leaves drawn after the shard was handed over, with Merkle proofs.
 * The validator keeps the roots alone. One wrong or missing answer spoils the round: a miner that drops a share p of its data fails a
 * round of k questions with probability 1 − (1 − p)^k.
 */

import { createHash } from 'node:crypto';
import type { Mark } from '../task/score.ts';
import type { Exam, Examined, Examiner, Reply } from '../subnetKind.ts';
import { speedFactor } from '../embed/embedExaminer.ts';
import { LEAF_BYTES, merkleRoot, provesLeaf } from './merkle.ts';

export const SHARD_BYTES = 32_768;
/** Shards that each validator would like a miner to hold. */
export const WANTED_SHARDS = 8;
/** Rounds until a shard makes room for a fresh one. */
const SHARD_LIFE = 6;
const LEAVES_PER_QUESTION = 4;

interface HeldShard {
  readonly id: string;
  readonly leaves: number;
  readonly age: number;
}

interface Question {
  readonly shard: HeldShard;
  readonly nonce: string;
  readonly leaves: readonly number[];
  readonly reply: Reply;
}

export function createStoreExaminer(deadlineMs: number): Examiner {
  return {
    async examine({ draw, ask, memory }: Exam): Promise<Examined> {
      const held = [...readMemory(memory)];
      for (const { id } of held.filter(({ age }) => age >= SHARD_LIFE)) await ask({ op: 'drop', id });
      const kept = held.filter(({ age }) => age < SHARD_LIFE);
      const given = await handOver(draw.at('put'), WANTED_SHARDS - kept.length, ask);
      const shards = [...kept, ...given];
      const questions: Question[] = [];
      for (const [i, shard] of shards.entries()) questions.push(await question(draw.at('prove', i), shard, ask));
      const read = shards.length === 0 ? undefined : await readBack(draw.at('get').pick(shards), ask);
      return {
        mark: () => Promise.resolve(markRound(questions, read, deadlineMs)),
        memory: shards.map(({ id, leaves, age }) => ({ id, leaves, age: age + 1 })),
      };
    },
    close: () => Promise.resolve(),
  };
}

function readMemory(memory: unknown): readonly HeldShard[] {
  return Array.isArray(memory) ? memory as HeldShard[] : [];
}

/** Hands over fresh shards until one is not taken. */
async function handOver(draw: ReturnType<Exam['draw']['at']>, count: number, ask: Exam['ask']): Promise<HeldShard[]> {
  const taken: HeldShard[] = [];
  for (let i = 0; i < count; i += 1) {
    const shard = draw.at(i).bytes(SHARD_BYTES);
    const id = Buffer.from(merkleRoot(shard)).toString('hex');
    const reply = await ask({ op: 'put', id, bytes: Buffer.from(shard).toString('base64') });
    if (!reply.ok || (reply.body as { held?: unknown } | null)?.held !== true) break;
    taken.push({ id, leaves: SHARD_BYTES / LEAF_BYTES, age: 0 });
  }
  return taken;
}

async function question(draw: Exam['draw'], shard: HeldShard, ask: Exam['ask']): Promise<Question> {
  const nonce = Buffer.from(draw.bytes(16)).toString('hex');
  const leaves = Array.from({ length: LEAVES_PER_QUESTION }, () => draw.below(shard.leaves));
  return { shard, nonce, leaves, reply: await ask({ op: 'prove', id: shard.id, nonce, leaves }) };
}

interface ReadBack {
  readonly shard: HeldShard;
  readonly reply: Reply;
}

async function readBack(shard: HeldShard, ask: Exam['ask']): Promise<ReadBack> {
  return { shard, reply: await ask({ op: 'get', id: shard.id }) };
}

/** One mark for each shard that was wanted. */
function markRound(questions: readonly Question[], read: ReadBack | undefined, deadlineMs: number): Mark[] {
  const wrong = questions.map(whyWrong).find((reason) => reason !== undefined) ?? (read === undefined ? undefined : whyNotRead(read));
  return Array.from({ length: WANTED_SHARDS }, (_, i): Mark => {
    if (wrong !== undefined) return { value: 0, reason: wrong };
    const asked = questions[i];
    if (asked === undefined) return { value: 0, reason: 'shard not taken' };
    const elapsedMs = Math.max((asked.reply as { elapsedMs: number }).elapsedMs, (read!.reply as { elapsedMs: number }).elapsedMs);
    const value = speedFactor(elapsedMs, deadlineMs);
    return { value, reason: value < 1 ? 'slow' : '' };
  });
}

function whyWrong({ shard, nonce, leaves, reply }: Question): string | undefined {
  if (!reply.ok) return reply.reason;
  const { proven: given, proofs, digest } = (reply.body ?? {}) as { proven?: unknown; proofs?: unknown; digest?: unknown };
  if (!isTexts(given) || given.length !== leaves.length || !Array.isArray(proofs) || proofs.length !== leaves.length) return 'not an answer to the question';
  const root = Buffer.from(shard.id, 'hex');
  const bytes = given.map((leaf) => Buffer.from(leaf, 'base64'));
  for (const [i, index] of leaves.entries()) {
    const proof: unknown = proofs[i];
    if (!isTexts(proof)) return 'not an answer to the question';
    if (!provesLeaf(root, shard.leaves, index, bytes[i]!, proof.map((node) => Buffer.from(node, 'base64')))) return `leaf ${index} of ${shard.id.slice(0, 8)} is not what was stored`;
  }
  return digest === answerDigest(nonce, bytes) ? undefined : 'the answer belongs to another question';
}

function whyNotRead({ shard, reply }: ReadBack): string | undefined {
  if (!reply.ok) return reply.reason;
  const { shard: bytes } = (reply.body ?? {}) as { shard?: unknown };
  if (typeof bytes !== 'string') return 'not an answer to the question';
  return Buffer.from(merkleRoot(Buffer.from(bytes, 'base64'))).toString('hex') === shard.id ? undefined : `${shard.id.slice(0, 8)} reads back changed`;
}

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');

/** What ties an answer to its question. */
export function answerDigest(nonce: string, leaves: readonly Uint8Array[]): string {
  const hasher = createHash('sha256').update(nonce);
  for (const leaf of leaves) hasher.update(leaf);
  return hasher.digest('hex');
}

