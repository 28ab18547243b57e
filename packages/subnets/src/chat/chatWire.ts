/** What the Chat subnet is asked and answers: the bodies of `POST /Chat`. */

import { anything, dict, integer, list, optional, synapse, text } from '@taonet/sdk/neuron';
import { BadRequest } from '../subnetKind.ts';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  /** The most tokens that are wanted. */
  readonly max_tokens: number;
}

export interface ChatAnswer {
  readonly text: string;
  /** Of the model's vocabulary; the end token is left out. */
  readonly tokens: readonly number[];
  /** `stop`: the model ended; `length`: `max_tokens` were reached. */
  readonly finish_reason: 'stop' | 'length';
  readonly prompt_tokens: number;
}

/** A piece of an answer under way. */
export interface ChatPiece {
  readonly token: number;
  readonly text: string;
}

export const MAX_CHAT_TOKENS = 512;
const MAX_MESSAGES = 64;
const MAX_CONTENT_CHARACTERS = 4_096;

export const CHAT = synapse('Chat', {
  request: { model: text, messages: list(dict(text), MAX_MESSAGES), max_tokens: integer },
  response: { text, tokens: list(integer, MAX_CHAT_TOKENS), finish_reason: text, prompt_tokens: integer },
  hashed: ['model', 'max_tokens'],
});

const isMessage = (message: unknown): message is ChatMessage => {
  const { role, content } = (message ?? {}) as Partial<Record<keyof ChatMessage, unknown>>;
  return (role === 'system' || role === 'user' || role === 'assistant') && typeof content === 'string' && content.length <= MAX_CONTENT_CHARACTERS;
};

/** The same with the answer as it comes: `piece` again and again, `answer` last. */
export const CHAT_STREAM = synapse('ChatStream', {
  request: { model: text, messages: list(dict(text), MAX_MESSAGES), max_tokens: integer },
  response: {},
  hashed: ['model', 'max_tokens'],
  stream: { piece: optional(anything), answer: optional(anything) },
});

/** Refuses anything that is not a chat request. */
export function readChatRequest(body: unknown): ChatRequest {
  const { model, messages, max_tokens: maxTokens } = (body ?? {}) as Partial<Record<keyof ChatRequest, unknown>>;
  if (typeof model !== 'string') throw new BadRequest('model: the name of a model is wanted');
  if (!Array.isArray(messages) || messages.length === 0 || messages.length > MAX_MESSAGES || !messages.every(isMessage)) {
    throw new BadRequest(`messages: 1 to ${MAX_MESSAGES} of {role: system | user | assistant, content: at most ${MAX_CONTENT_CHARACTERS} characters} are wanted`);
  }
  if (typeof maxTokens !== 'number' || !Number.isInteger(maxTokens) || maxTokens < 1 || maxTokens > MAX_CHAT_TOKENS) throw new BadRequest(`max_tokens: 1 to ${MAX_CHAT_TOKENS} is wanted`);
  return { model, messages, max_tokens: maxTokens };
}

/** The answer in `body`, or undefined when it is none. */
export function readChatAnswer(body: unknown): ChatAnswer | undefined {
  const { text, tokens, finish_reason: reason, prompt_tokens: promptTokens } = (body ?? {}) as Partial<Record<keyof ChatAnswer, unknown>>;
  const fits = typeof text === 'string' && typeof promptTokens === 'number' && (reason === 'stop' || reason === 'length')
    && Array.isArray(tokens) && tokens.length <= MAX_CHAT_TOKENS && tokens.every((token) => Number.isInteger(token) && token >= 0);
  return fits ? { text, tokens: tokens as number[], finish_reason: reason, prompt_tokens: promptTokens } : undefined;
}
