/** Miners of the Embed subnet: one does the work, one does as much as it can, three only pretend. */

import { randomBytes } from 'node:crypto';
import { BadRequest, type Behaviour, type Worker } from '../subnetKind.ts';
import { vectorToBase64, type Embedder } from './embedder.ts';
import { readEmbedRequest, type EmbedAnswer } from './embedWire.ts';

/** What the small miner's machine can do with one request. */
const SMALL_INPUTS = 4;

export function createEmbedWorker(embedder: Embedder, behaviour: Behaviour): Worker {
  const vectorsOf = BEHAVIOUR[behaviour](embedder);
  return {
    async answer(body, signal): Promise<EmbedAnswer> {
      const { model, inputs } = readEmbedRequest(body);
      if (model !== embedder.model) throw new BadRequest(`model: ${JSON.stringify(model)} is not served here, ${JSON.stringify(embedder.model)} is`);
      const vectors = await vectorsOf(inputs, signal);
      return { vectors: vectors.map(vectorToBase64) };
    },
    close: () => embedder.close(),
  };
}

type Vectors = (inputs: readonly string[], signal?: AbortSignal) => Promise<Float32Array[]>;

const BEHAVIOUR: Readonly<Record<Behaviour, (embedder: Embedder) => Vectors>> = {
  honest: (embedder) => (inputs, signal) => embedder.embed(inputs, signal),
  small: (embedder) => (inputs, signal) => embedder.embed(inputs.slice(0, SMALL_INPUTS), signal),
  /** Reads three words of each text. */
  lazy: (embedder) => (inputs, signal) => embedder.embed(inputs.map((input) => input.split(' ').slice(0, 3).join(' ')), signal),
  garbage: ({ dimensions }) => (inputs) => Promise.resolve(inputs.map(() => Float32Array.from(randomBytes(dimensions), (byte) => byte / 128 - 1))),
  /** Works once, then repeats what it has. */
  copycat: (embedder) => {
    let copied: Float32Array[] | undefined;
    return async (inputs, signal) => {
      copied ??= await embedder.embed(['the first sentence that somebody else answered'], signal);
      return inputs.map((_, i) => copied![i % copied!.length]!);
    };
  },
};
