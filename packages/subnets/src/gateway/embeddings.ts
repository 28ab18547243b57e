/** `POST /v1/embeddings` over the Embed subnet. */

import type { Context } from 'hono';
import { countTokens, vectorFromBase64 } from '../embed/embedder.ts';
import { MAX_INPUT_CHARACTERS, MAX_INPUTS, readEmbedAnswer } from '../embed/embedWire.ts';
import { USE_LITE_DIMENSIONS } from '../embed/useLite.ts';
import { OpenAiError } from './openAiError.ts';
import type { GatewayCore } from './gatewayCore.ts';

export async function embeddings(context: Context, core: GatewayCore): Promise<Response> {
  const { key, body, signal } = await core.open(context);
  const { model, input, encoding_format: format = 'float', dimensions } = body;
  core.ensureModel(model, 'embed');
  if (format !== 'float' && format !== 'base64') throw new OpenAiError(400, 'invalid_value', 'encoding_format: float or base64 is wanted', { param: 'encoding_format' });
  if (dimensions !== undefined && dimensions !== USE_LITE_DIMENSIONS) throw new OpenAiError(400, 'invalid_value', `dimensions: this model gives ${USE_LITE_DIMENSIONS}`, { param: 'dimensions' });
  const inputs = readInputs(input);
  const request = { model, inputs };
  return core.router.ask('embed', request, (answer, miner) => {
    const vectors = readEmbedAnswer(answer.body)?.vectors ?? [];
    if (vectors.length !== inputs.length) throw new Error(`${vectors.length} of ${inputs.length} inputs were done`);
    const data = vectors.map((text, index) => {
      const vector = vectorFromBase64(text, USE_LITE_DIMENSIONS);
      if (vector === undefined) throw new Error(`vector ${index} is not one`);
      return { object: 'embedding', index, embedding: format === 'base64' ? text : [...vector] };
    });
    const tokens = inputs.reduce((sum, text) => sum + countTokens(text), 0);
    core.usage.add(key, { promptTokens: tokens });
    core.observe(context, 'embed', miner, request, answer);
    return context.json({ object: 'list', model, data, usage: { prompt_tokens: tokens, total_tokens: tokens } }, 200, core.provenance(miner, answer));
  }, { signal });
}

function readInputs(input: unknown): string[] {
  const inputs: unknown[] = Array.isArray(input) ? input : [input];
  const fit = inputs.length > 0 && inputs.length <= MAX_INPUTS
    && inputs.every((text) => typeof text === 'string' && text.length > 0 && text.length <= MAX_INPUT_CHARACTERS);
  if (!fit) throw new OpenAiError(400, 'invalid_value', `input: a text, or up to ${MAX_INPUTS} texts, of 1 to ${MAX_INPUT_CHARACTERS} characters is wanted`, { param: 'input' });
  return inputs as string[];
}
