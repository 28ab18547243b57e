/**
 * Marks embeddings by doing them again: an answer counts when each of its vectors points where the model's own does.
 * Paid are verified tokens in time, not uids. Where WordNet is there, a request of the open track follows.
 */

import type { Mark } from '../task/score.ts';
import type { Exam, Examined, Examiner, Reply } from '../subnetKind.ts';
import { cosine, countTokens, vectorFromBase64, type Embedder } from './embedder.ts';
import { readEmbedAnswer, readEmbedRequest } from './embedWire.ts';
import { drawOpenTask, markOpenAnswer, OPEN_MODEL, OPEN_TRACK, VERIFIED_TRACK } from './openTrack.ts';
import { drawSentence } from './sentences.ts';
import type { GlossPair } from './wordnet.ts';

/** Requests to one miner in a round. */
export const EXAM_REQUESTS = 3;
/** Sentences in one request. */
export const EXAM_INPUTS = 6;
/** The same model gives 1 up to the last bits of float32; another text gives less than 0.99. */
export const SAME = 0.9999;

/** `pairs` are the lists that tasks of the open track are drawn from. */
export function createEmbedExaminer(embedder: Embedder, deadlineMs: number, pairs?: readonly (readonly GlossPair[])[]): Examiner {
  return {
    ...(pairs && { tracks: [VERIFIED_TRACK, OPEN_TRACK] }),
    async examine({ draw, ask }: Exam): Promise<Examined> {
      const asked: { readonly inputs: readonly string[]; readonly reply: Reply }[] = [];
      for (let request = 0; request < EXAM_REQUESTS; request += 1) {
        const inputs = Array.from({ length: EXAM_INPUTS }, (_, i) => drawSentence(draw.at(request, i)));
        asked.push({ inputs, reply: await ask({ model: embedder.model, inputs }) });
      }
      const task = pairs && drawOpenTask(draw.at('open'), pairs);
      const open = task && { task, reply: await ask({ model: OPEN_MODEL, inputs: task.inputs }) };
      return {
        async mark() {
          const marks: Mark[] = [];
          for (const { inputs, reply } of asked) marks.push(await markAnswer(embedder, inputs, reply, deadlineMs));
          if (open !== undefined) marks.push(...markOpenAnswer(open.task, open.reply, deadlineMs));
          return marks;
        },
      };
    },
    async markOrganic(request, reply) {
      const { inputs } = readEmbedRequest(request);
      return markAnswer(embedder, inputs, reply, deadlineMs);
    },
    close: () => embedder.close(),
  };
}

async function markAnswer(embedder: Embedder, inputs: readonly string[], reply: Reply, deadlineMs: number): Promise<Mark> {
  if (!reply.ok) return { value: 0, reason: reply.reason };
  if (reply.elapsedMs > deadlineMs) return { value: 0, reason: 'late' };
  const answer = readEmbedAnswer(reply.body);
  if (answer === undefined) return { value: 0, reason: 'not an answer to the request' };
  const done = inputs.slice(0, answer.vectors.length);
  if (done.length === 0) return { value: 0, reason: 'no vectors' };
  const expected = await embedder.embed(done);
  for (const [i, vector] of expected.entries()) {
    const given = vectorFromBase64(answer.vectors[i]!, embedder.dimensions);
    // One wrong vector spoils the answer: a share of right ones would pay for guessing.
    if (given === undefined || cosine(given, vector) <= SAME) return { value: 0, reason: `vector ${i} is not the model's` };
  }
  const share = tokensOf(done) / tokensOf(inputs);
  const speed = speedFactor(reply.elapsedMs, deadlineMs);
  return { value: share * speed, reason: share < 1 ? `${done.length} of ${inputs.length} inputs done` : speed < 1 ? 'slow' : '' };
}

function tokensOf(inputs: readonly string[]): number {
  return inputs.reduce((sum, input) => sum + countTokens(input), 0);
}

/** 1 in the first half of the deadline, then falling to 0 at its end. */
export function speedFactor(elapsedMs: number, deadlineMs: number): number {
  return Math.max(0, Math.min(1, 2 - (2 * elapsedMs) / deadlineMs));
}
