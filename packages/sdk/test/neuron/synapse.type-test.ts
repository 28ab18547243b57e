/** What the compiler must refuse. Compiled by the check, never run. */

import { connect } from '../../src/index.ts';
import { createAxon, createDendrite, decimal, integer, list, optional, synapse, text } from '../../src/neuron/index.ts';
import type { AxonAddress } from '../../src/neuron/index.ts';
import { Secret, Wallet, keyFromUri } from '../../src/wallet/index.ts';

const Ask = synapse('Ask', { request: { prompt: text, times: optional(integer, 1) }, response: { answer: text, score: optional(decimal) } });
const Tell = synapse('Tell', { request: { prompt: text }, response: {}, stream: { words: list(text) } });
const Say = synapse('Say', { request: { prompt: text }, response: {}, stream: 'text' });

export async function typed(axon: AxonAddress): Promise<void> {
  const wallet = new Wallet();
  await connect('local', { wallet });
  await connect('local', { wallet: keyFromUri('//Alice') });
  const dendrite = createDendrite({ key: keyFromUri('//Alice') });
  const answer = await dendrite.ask(axon, Ask, { prompt: 'x' });
  if (answer.ok) {
    const said: string = answer.body.answer;
    const score: number | null = answer.body.score;
    // @ts-expect-error not a field of the answer
    void [said, score, answer.body.prompt];
  }
  // @ts-expect-error an answer may be none
  void answer.body;
  // @ts-expect-error a required field is missing
  await dendrite.ask(axon, Ask, { times: 2 });
  // @ts-expect-error text is no integer
  await dendrite.ask(axon, Ask, { prompt: 'x', times: '2' });
  // @ts-expect-error a streaming synapse is not asked
  await dendrite.ask(axon, Tell, { prompt: 'x' });
  // @ts-expect-error one that does not stream is not streamed
  dendrite.stream(axon, Ask, { prompt: 'x' });
  for await (const { words } of dendrite.stream(axon, Tell, { prompt: 'x' })) void words.length;
  for await (const piece of dendrite.stream(axon, Say, { prompt: 'x' })) void piece.trim();
  const served = createAxon({ key: keyFromUri('//Bob') });
  served.attach(Ask, { forward: ({ prompt, times }) => ({ answer: prompt.repeat(times) }) });
  // @ts-expect-error the answer lacks a required field
  served.attach(Ask, { forward: () => ({ score: 1 }) });
  // @ts-expect-error pieces are objects with words
  served.attach(Tell, { async *forward() { yield 'text'; } });
  // @ts-expect-error a field that is not declared cannot be hashed
  synapse('Other', { request: { a: text }, response: {}, hashed: ['b'] });
  // @ts-expect-error a secret is no text
  const shown: string = new Secret('x');
  void shown;
}
