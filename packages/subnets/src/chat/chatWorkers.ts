/** Miners of the Chat subnet: one answers, one answers slowly, three only pretend. */

import { setTimeout as wait } from 'node:timers/promises';
import { BadRequest, type Behaviour, type Worker } from '../subnetKind.ts';
import type { ChatModel } from './chatModel.ts';
import { linesOf } from './pieces.ts';
import { readChatRequest, type ChatAnswer, type ChatRequest } from './chatWire.ts';

type Answer = (request: ChatRequest, signal?: AbortSignal) => Promise<ChatAnswer>;

/** `slowMs` is what the small miner's machine takes longer. */
export function createChatWorker(model: ChatModel, behaviour: Behaviour, slowMs: number): Worker {
  const answer = BEHAVIOUR[behaviour](model, slowMs);
  const read = (body: unknown): ChatRequest => {
    const request = readChatRequest(body);
    if (request.model !== model.model) throw new BadRequest(`model: ${JSON.stringify(request.model)} is not served here, ${JSON.stringify(model.model)} is`);
    return request;
  };
  return {
    answer: async (body, signal) => answer(read(body), signal),
    stream(body, signal) {
      const request = read(body);
      // Whoever pretends has nothing to show before the end.
      return linesOf((onPiece) => behaviour === 'honest' ? model.generate(request, onPiece, signal) : answer(request, signal));
    },
    close: () => model.close(),
  };
}

const BEHAVIOUR: Readonly<Record<Behaviour, (model: ChatModel, slowMs: number) => Answer>> = {
  honest: (model) => (request, signal) => model.generate(request, undefined, signal),
  small: (model, slowMs) => async (request, signal) => {
    const answer = await model.generate(request, undefined, signal);
    await wait(slowMs, undefined, signal === undefined ? {} : { signal });
    return answer;
  },
  /** Stops after six tokens. */
  lazy: (model) => async (request, signal) => ({ ...await model.generate({ ...request, max_tokens: Math.min(6, request.max_tokens) }, undefined, signal), finish_reason: 'stop' }),
  garbage: () => ({ max_tokens: count }) => Promise.resolve({ text: 'yes', tokens: Array.from({ length: count }, (_, i) => 100 + i), finish_reason: 'length', prompt_tokens: 1 }),
  /** Gives its first answer to every question. */
  copycat: (model) => {
    let first: ChatAnswer | undefined;
    return async (request, signal) => first ??= await model.generate({ ...request, messages: [{ role: 'user', content: 'Say something that fits everywhere.' }] }, undefined, signal);
  },
};
