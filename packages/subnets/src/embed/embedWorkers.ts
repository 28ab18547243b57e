/** Miners of the Embed subnet: one does the work, one does as much as it can, three only pretend. */

import { randomBytes } from 'node:crypto';
import { BadRequest, type Behaviour, type Worker } from '../subnetKind.ts';
import { vectorToBase64, type Embedder } from './embedder.ts';
import { readEmbedRequest, type EmbedAnswer } from './embedWire.ts';
import { OPEN_MODEL } from './openTrack.ts';

/** What the small miner's machine can do with one request. */
const SMALL_INPUTS = 4;
/** On the open track it does all texts, and reads no more than this of each. */
const SMALL_WORDS = 9;

export function createEmbedWorker(embedder: Embedder, behaviour: Behaviour): Worker {
  const vectorsOf = BEHAVIOUR[behaviour](embedder);
  return {
    async answer(body, signal): Promise<EmbedAnswer> {
      const { model, inputs } = readEmbedRequest(body);
      if (model !== embedder.model && model !== OPEN_MODEL) throw new BadRequest(`model: ${JSON.stringify(model)} is not served here, ${JSON.stringify(embedder.model)} is`);
      const vectors = await vectorsOf(inputs, model === OPEN_MODEL, signal);
      return { vectors: vectors.map(vectorToBase64) };
    },
    close: () => embedder.close(),
  };
}

type Vectors = (inputs: readonly string[], isOpen: boolean, signal?: AbortSignal) => Promise<Float32Array[]>;

const BEHAVIOUR: Readonly<Record<Behaviour, (embedder: Embedder) => Vectors>> = {
  honest: (embedder) => (inputs, _, signal) => embedder.embed(inputs, signal),
  small: (embedder) => (inputs, isOpen, signal) => embedder.embed(isOpen ? inputs.map((input) => firstWords(input, SMALL_WORDS)) : inputs.slice(0, SMALL_INPUTS), signal),
  /** Reads three words of each text. */
  lazy: (embedder) => (inputs, _, signal) => embedder.embed(inputs.map((input) => firstWords(input, 3)), signal),
  garbage: ({ dimensions }) => (inputs) => Promise.resolve(inputs.map(() => Float32Array.from(randomBytes(dimensions), (byte) => byte / 128 - 1))),
  /** Works once, then repeats what it has. */
  copycat: (embedder) => {
    let copied: Float32Array[] | undefined;
    return async (inputs, _, signal) => {
      copied ??= await embedder.embed(['the first sentence that somebody else answered'], signal);
      return inputs.map((_, i) => copied![i % copied!.length]!);
    };
  },
};

const firstWords = (text: string, words: number): string => text.split(' ').slice(0, words).join(' ');
