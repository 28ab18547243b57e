/** What the Embed subnet sends and answers: the bodies of `POST /Embed`. */

import { list, synapse, text } from '@taonet/sdk/neuron';
import { BadRequest } from '../subnetKind.ts';

export interface EmbedRequest {
  /** A model's name; `open` leaves the choice of it to the miner, and its vectors may have any number of dimensions. */
  readonly model: string;
  readonly inputs: readonly string[];
}

export interface EmbedAnswer {
  /** base64 of little-endian float32. May be shorter than `inputs`: the first ones, as many as were done in time. */
  readonly vectors: readonly string[];
}

export const MAX_INPUTS = 256;
export const MAX_INPUT_CHARACTERS = 8_192;

export const EMBED = synapse('Embed', {
  request: { model: text, inputs: list(text, MAX_INPUTS) },
  response: { vectors: list(text, MAX_INPUTS) },
  hashed: ['model', 'inputs'],
});

/** Refuses anything that is not an embedding request. */
export function readEmbedRequest(body: unknown): EmbedRequest {
  const { model, inputs } = (body ?? {}) as Partial<Record<keyof EmbedRequest, unknown>>;
  if (typeof model !== 'string') throw new BadRequest('model: the name of a model is wanted');
  if (!Array.isArray(inputs) || inputs.length === 0 || inputs.length > MAX_INPUTS) throw new BadRequest(`inputs: 1 to ${MAX_INPUTS} texts are wanted`);
  for (const [i, input] of inputs.entries()) {
    if (typeof input !== 'string' || input.length > MAX_INPUT_CHARACTERS) throw new BadRequest(`inputs[${i}]: a text of at most ${MAX_INPUT_CHARACTERS} characters is wanted`);
  }
  return { model, inputs: inputs as string[] };
}

/** The vectors of an answer, or undefined when it is no answer to anything. */
export function readEmbedAnswer(body: unknown): EmbedAnswer | undefined {
  const { vectors } = (body ?? {}) as Partial<Record<keyof EmbedAnswer, unknown>>;
  if (!Array.isArray(vectors) || vectors.length > MAX_INPUTS) return undefined;
  return vectors.every((vector) => typeof vector === 'string') ? { vectors: vectors as string[] } : undefined;
}
