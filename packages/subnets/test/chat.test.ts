/** The Chat subnet with real weights, where they are: TAONET_CHAT_GGUF and TAONET_CHAT_ENGINE name them. */

import { describe, expect, it } from 'vitest';
import { BEHAVIOURS, createChatSubnet, createLlamaModel, createRemoteChatModel, startChatHost } from '../src/index.ts';
import { readChatRequest } from '../src/chat/chatWire.ts';
import { playRounds } from './examination.ts';

const [gguf, engine] = [process.env['TAONET_CHAT_GGUF'], process.env['TAONET_CHAT_ENGINE']];

describe('chat requests', () => {
  const request = { model: 'smollm2', messages: [{ role: 'user', content: 'hi' }], max_tokens: 8 };
  it('are read', () => expect(readChatRequest(request)).toEqual(request));
  it.each([
    [{ ...request, model: 1 }, 'model'], [{ ...request, messages: [] }, 'messages'], [{ ...request, messages: [{ role: 'root', content: 'hi' }] }, 'messages'],
    [{ ...request, max_tokens: 0 }, 'max_tokens'], [{ ...request, max_tokens: 1.5 }, 'max_tokens'], [undefined, 'model'],
  ])('%j is refused for its %s', (body, field) => expect(() => readChatRequest(body)).toThrow(`${field}:`));
});

describe('Chat with real weights', () => {
  it('pays the model\'s own words only', async ({ skip }) => {
    if (gguf === undefined || engine === undefined) return skip('TAONET_CHAT_GGUF and TAONET_CHAT_ENGINE do not name weights and engine');
    const host = await startChatHost(await createLlamaModel({ model: 'smollm2', gguf, engine }));
    const kind = createChatSubnet(() => Promise.resolve(createRemoteChatModel(host.address)), 1);
    const results = await playRounds(kind, BEHAVIOURS, 2);
    expect(results.map(({ share }) => share)).toEqual([0.5, 0.5, 0, 0, 0]);
    const pieces: string[] = [];
    const answer = await createRemoteChatModel(host.address).generate(
      { model: 'smollm2', messages: [{ role: 'user', content: 'What is the capital of France?' }], max_tokens: 24 }, ({ text }) => pieces.push(text),
    );
    expect(answer).toMatchObject({ text: 'The capital of France is Paris.', finish_reason: 'stop' });
    expect(pieces.join('')).toBe(answer.text);
    await host.close();
  });
});
