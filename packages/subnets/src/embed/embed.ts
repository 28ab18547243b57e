/** The Embed subnet: verified text embeddings, as `/v1/embeddings` serves them. */

import type { SubnetKind } from '../subnetKind.ts';
import type { Embedder } from './embedder.ts';
import { createEmbedExaminer } from './embedExaminer.ts';
import { createEmbedWorker } from './embedWorkers.ts';
import { EMBED } from './embedWire.ts';
import { readGlossPairs } from './wordnet.ts';

const DEADLINE_MS = 6_000;

/**
 * `openEmbedder` gives the model: in this thread, or in a process that many miners of one machine share. `wordnet` is the folder of
 * WordNet's data files: with it the open track is examined too, without it only the model's own vectors count.
 */
export function createEmbedSubnet(openEmbedder: () => Promise<Embedder>, wordnet?: string): SubnetKind {
  return {
    name: 'embed',
    title: 'Embed',
    purpose: 'Text embeddings that were recomputed by validators, for search and retrieval.',
    synapse: EMBED,
    deadlineMs: DEADLINE_MS,
    minimumHardware: 'one processor core, 300 MB of memory',
    async createExaminer() {
      const pairs = wordnet === undefined ? undefined : await readGlossPairs(wordnet);
      return createEmbedExaminer(await openEmbedder(), DEADLINE_MS, pairs);
    },
    createWorker: async (behaviour) => createEmbedWorker(await openEmbedder(), behaviour),
  };
}
