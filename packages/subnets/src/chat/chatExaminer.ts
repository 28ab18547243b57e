/**
 * Marks chat answers by one pass of the model over them: at least 95 % of the tokens must be the model's own choice and the answer must end
 * where the model ends. That is a pass mark, never a share: most tokens of a canned answer agree by themselves.
 */

import type { Draw } from '../task/draw.ts';
import type { Mark } from '../task/score.ts';
import type { Exam, Examined, Examiner, Reply } from '../subnetKind.ts';
import { speedFactor } from '../embed/embedExaminer.ts';
import { drawSentence } from '../embed/sentences.ts';
import type { ChatModel } from './chatModel.ts';
import { readChatAnswer, readChatRequest, type ChatRequest } from './chatWire.ts';

export const EXAM_PROMPTS = 3;
const EXAM_TOKENS = 24;
const PASS = 0.95;

const ASKS: readonly ((draw: Draw) => string)[] = [
  (draw) => `Say in one sentence what could happen next: ${drawSentence(draw)}.`,
  (draw) => `Which words in this sentence name things? ${drawSentence(draw)}.`,
  (draw) => `Write a short title for a story that begins: ${drawSentence(draw)}.`,
  (draw) => `Ask one question about this report: ${drawSentence(draw)}.`,
  (draw) => `Name three uses of the number ${draw.below(10_000)}.`,
];

export function createChatExaminer(model: ChatModel, deadlineMs: number): Examiner {
  return {
    async examine({ draw, ask }: Exam): Promise<Examined> {
      const asked: { readonly request: ChatRequest; readonly reply: Reply }[] = [];
      for (let i = 0; i < EXAM_PROMPTS; i += 1) {
        const content = draw.at(i).pick(ASKS)(draw.at(i, 'text'));
        const request: ChatRequest = { model: model.model, messages: [{ role: 'user', content }], max_tokens: EXAM_TOKENS };
        asked.push({ request, reply: await ask(request) });
      }
      return {
        async mark() {
          const marks: Mark[] = [];
          for (const { request, reply } of asked) marks.push(await markAnswer(model, request, reply, deadlineMs));
          return marks;
        },
      };
    },
    markOrganic: (request, reply) => markAnswer(model, readChatRequest(request), reply, deadlineMs),
    close: () => model.close(),
  };
}

async function markAnswer(model: ChatModel, request: ChatRequest, reply: Reply, deadlineMs: number): Promise<Mark> {
  if (!reply.ok) return { value: 0, reason: reply.reason };
  if (reply.elapsedMs > deadlineMs) return { value: 0, reason: 'late' };
  const answer = readChatAnswer(reply.body);
  if (answer === undefined || answer.tokens.length > request.max_tokens) return { value: 0, reason: 'not an answer to the request' };
  const { agreement, finished, textMatches } = await model.verify(request, answer);
  if (!textMatches) return { value: 0, reason: 'the text is not what the tokens say' };
  if (agreement < PASS) return { value: 0, reason: `${Math.round(agreement * 100)} % of the tokens are the model's` };
  if (!finished) return { value: 0, reason: 'stopped before the model would' };
  const speed = speedFactor(reply.elapsedMs, deadlineMs);
  return { value: speed, reason: speed < 1 ? 'slow' : '' };
}
