/** `POST /v1/chat/completions` over the Chat subnet, whole or as a stream. */

import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import { MAX_CHAT_TOKENS, readChatAnswer, readChatRequest, type ChatAnswer, type ChatPiece, type ChatRequest } from '../chat/chatWire.ts';
import { BadRequest } from '../subnetKind.ts';
import type { GatewayCore } from './gatewayCore.ts';
import type { MinerAnswer, MinerRoute } from './miners.ts';
import { OpenAiError } from './openAiError.ts';

const DEFAULT_TOKENS = 128;

interface Head {
  readonly id: string;
  readonly created: number;
  readonly model: string;
}

export async function chatCompletions(context: Context, core: GatewayCore): Promise<Response> {
  const { key, body, signal } = await core.open(context);
  core.ensureModel(body['model'], 'chat');
  const request = toRequest(body);
  const head: Head = { id: `chatcmpl-${randomUUID()}`, created: Math.floor(Date.now() / 1_000), model: request.model };
  const count = ({ prompt_tokens: prompt, tokens }: ChatAnswer) => {
    core.usage.add(key, { promptTokens: prompt, completionTokens: tokens.length });
    return { prompt_tokens: prompt, completion_tokens: tokens.length, total_tokens: prompt + tokens.length };
  };
  if (body['stream'] === true) return streamed(context, core, request, head, (answer) => count(answer), wantsUsage(body), signal);
  return core.router.ask('chat', request, (answer, miner) => {
    const done = readChatAnswer(answer.body);
    if (done === undefined) throw new Error('not an answer to the request');
    core.observe(context, 'chat', miner, request, answer);
    const choices = [{ index: 0, message: { role: 'assistant', content: done.text, refusal: null }, finish_reason: done.finish_reason, logprobs: null }];
    return context.json({ ...head, object: 'chat.completion', choices, usage: count(done) }, 200, core.provenance(miner, answer));
  }, { signal });
}

function toRequest(body: Readonly<Record<string, unknown>>): ChatRequest {
  const { model, messages, temperature = 0, n = 1 } = body;
  const wrong = (param: string, message: string) => new OpenAiError(400, 'invalid_value', message, { param });
  if (n !== 1) throw wrong('n', 'n: one answer is given for a request');
  if (typeof temperature !== 'number' || temperature < 0 || temperature > 2) throw wrong('temperature', 'temperature: 0 to 2 is wanted');
  const wanted = body['max_completion_tokens'] ?? body['max_tokens'] ?? DEFAULT_TOKENS;
  try {
    // Answers are the model's most likely words whatever the temperature: others could not be verified.
    return readChatRequest({ model, messages, max_tokens: typeof wanted === 'number' ? Math.min(wanted, MAX_CHAT_TOKENS) : wanted });
  } catch (error) {
    if (error instanceof BadRequest) throw wrong(error.message.split(':')[0]!, error.message);
    throw error;
  }
}

const wantsUsage = (body: Readonly<Record<string, unknown>>): boolean => (body['stream_options'] as { include_usage?: unknown } | null | undefined)?.include_usage === true;

/** Pieces as a miner sends them, the whole answer last. */
async function* linesOf(miner: MinerRoute, request: ChatRequest, signal: AbortSignal): AsyncGenerator<{ readonly piece?: ChatPiece; readonly answer?: MinerAnswer }> {
  if (miner.stream !== undefined) {
    yield* miner.stream(request, { signal }) as AsyncIterable<{ readonly piece?: ChatPiece; readonly answer?: MinerAnswer }>;
    return;
  }
  const answer = await miner.ask(request, { signal });
  const text = readChatAnswer(answer.body)?.text;
  if (text !== undefined) yield { piece: { token: 0, text } };
  yield { answer };
}

/** Another miner is tried until the first token is there; then it is too late. */
async function streamed(context: Context, core: GatewayCore, request: ChatRequest, head: Head, count: (answer: ChatAnswer) => object, withUsage: boolean, signal: AbortSignal): Promise<Response> {
  const { miner, first, rest } = await core.router.open('chat', async (candidate) => {
    const lines = linesOf(candidate, request, signal);
    const next = await lines.next();
    if (next.done === true) throw new Error('an empty answer');
    return { miner: candidate, first: next.value, rest: lines };
  });
  context.header('x-taonet-netuid', String(miner.netuid));
  context.header('x-taonet-uid', String(miner.uid));
  context.header('x-taonet-hotkey', miner.hotkey);
  return streamSSE(context, async (stream) => {
    const chunk = (choices: readonly object[], more: object = {}) => stream.writeSSE({ data: JSON.stringify({ ...head, object: 'chat.completion.chunk', choices, ...more }) });
    try {
      await chunk([{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }]);
      let line: { readonly piece?: ChatPiece; readonly answer?: MinerAnswer } | undefined = first;
      let answer: ChatAnswer | undefined;
      while (line !== undefined) {
        if (line.piece !== undefined) await chunk([{ index: 0, delta: { content: line.piece.text }, finish_reason: null }]);
        if (line.answer !== undefined) {
          answer = readChatAnswer(line.answer.body);
          core.observe(context, 'chat', miner, request, line.answer);
        }
        const next = await rest.next();
        line = next.done === true ? undefined : next.value;
      }
      if (answer === undefined) throw new Error('the miner broke off');
      await chunk([{ index: 0, delta: {}, finish_reason: answer.finish_reason }]);
      const usage = count(answer);
      if (withUsage) await chunk([], { usage });
      await stream.writeSSE({ data: '[DONE]' });
    } catch (error) {
      await tellBroken(stream, error);
    }
  });
}

async function tellBroken(stream: SSEStreamingApi, error: unknown): Promise<void> {
  const { body } = new OpenAiError(502, 'miner_failed', error instanceof Error ? error.message : String(error));
  await stream.writeSSE({ data: JSON.stringify(body) });
}
