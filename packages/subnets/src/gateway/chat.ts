/** `POST /v1/chat/completions` over the Chat subnet, whole or as a stream. */

import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { GatewayCore } from './gatewayCore.ts';
import { OpenAiError } from './openAiError.ts';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** What the Chat subnet is asked. */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly max_tokens: number;
  readonly temperature: number;
  readonly seed: number;
}

/** What it answers. */
export interface ChatAnswer {
  readonly text: string;
  readonly tokens: readonly number[];
  readonly finish_reason: 'stop' | 'length';
  readonly prompt_tokens: number;
}

const MAX_TOKENS = 1_024;

export async function chatCompletions(context: Context, core: GatewayCore): Promise<Response> {
  const { key, body, signal } = await core.open(context);
  core.ensureModel(body['model'], 'chat');
  const request = readChatRequest(body);
  const wantsUsage = (body['stream_options'] as { include_usage?: unknown } | undefined)?.include_usage === true;
  return core.router.ask('chat', request, (answer, miner) => {
    const done = readChatAnswer(answer.body);
    const usage = { prompt_tokens: done.prompt_tokens, completion_tokens: done.tokens.length, total_tokens: done.prompt_tokens + done.tokens.length };
    core.usage.add(key, { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens });
    core.observe(context, 'chat', miner, request, answer);
    const head = { id: `chatcmpl-${randomUUID()}`, created: Math.floor(Date.now() / 1_000), model: request.model };
    for (const [name, value] of Object.entries(core.provenance(miner, answer))) context.header(name, value);
    if (body['stream'] !== true) {
      return context.json({ ...head, object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content: done.text }, finish_reason: done.finish_reason, logprobs: null }], usage });
    }
    return streamSSE(context, async (stream) => {
      const chunk = (choices: unknown[], more: object = {}) => stream.writeSSE({ data: JSON.stringify({ ...head, object: 'chat.completion.chunk', choices, ...more }) });
      await chunk([{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }]);
      for (const word of done.text.match(/\s*\S+|\s+$/g) ?? []) await chunk([{ index: 0, delta: { content: word }, finish_reason: null }]);
      await chunk([{ index: 0, delta: {}, finish_reason: done.finish_reason }]);
      if (wantsUsage) await chunk([], { usage });
      await stream.writeSSE({ data: '[DONE]' });
    });
  }, { signal });
}

export function readChatRequest(body: Readonly<Record<string, unknown>>): ChatRequest {
  const { model, messages, temperature = 0, seed = 0 } = body;
  const maxTokens = body['max_tokens'] ?? body['max_completion_tokens'] ?? 128;
  const wrong = (param: string, wanted: string): never => {
    throw new OpenAiError(400, 'invalid_value', `${param}: ${wanted}`, { param });
  };
  if (typeof model !== 'string') return wrong('model', 'a name is wanted');
  const isMessage = (message: unknown): message is ChatMessage => typeof message === 'object' && message !== null
    && ['system', 'user', 'assistant'].includes((message as ChatMessage).role) && typeof (message as ChatMessage).content === 'string';
  if (!Array.isArray(messages) || messages.length === 0 || messages.length > 128 || !messages.every(isMessage)) return wrong('messages', '1 to 128 of {role: system|user|assistant, content: text} are wanted');
  if (typeof maxTokens !== 'number' || !Number.isInteger(maxTokens) || maxTokens < 1 || maxTokens > MAX_TOKENS) return wrong('max_tokens', `1 to ${MAX_TOKENS} is wanted`);
  if (typeof temperature !== 'number' || temperature < 0 || temperature > 2) return wrong('temperature', '0 to 2 is wanted');
  if (typeof seed !== 'number' || !Number.isSafeInteger(seed)) return wrong('seed', 'a whole number is wanted');
  return { model, messages, max_tokens: maxTokens, temperature, seed };
}

function readChatAnswer(body: unknown): ChatAnswer {
  const { text, tokens, finish_reason: reason, prompt_tokens: promptTokens } = (body ?? {}) as Partial<Record<keyof ChatAnswer, unknown>>;
  if (typeof text !== 'string' || !Array.isArray(tokens) || typeof promptTokens !== 'number' || (reason !== 'stop' && reason !== 'length')) throw new Error('not an answer to the request');
  return { text, tokens: tokens as number[], finish_reason: reason, prompt_tokens: promptTokens };
}
