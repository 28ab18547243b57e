/** The Embed subnet: verified text embeddings, as `/v1/embeddings` serves them. */

import type { SubnetKind } from '../subnetKind.ts';
import type { Embedder } from './embedder.ts';
import { createEmbedExaminer } from './embedExaminer.ts';
import { createEmbedWorker } from './embedWorkers.ts';
import { EMBED } from './embedWire.ts';

const DEADLINE_MS = 6_000;

/** `openEmbedder` gives the model: in this thread, or in a process that many miners of one machine share. */
export function createEmbedSubnet(openEmbedder: () => Promise<Embedder>): SubnetKind {
  return {
    name: 'embed',
    title: 'Embed',
    purpose: 'Text embeddings that were recomputed by validators, for search and retrieval.',
    synapse: EMBED,
    deadlineMs: DEADLINE_MS,
    minimumHardware: 'one processor core, 300 MB of memory',
    createExaminer: async () => createEmbedExaminer(await openEmbedder(), DEADLINE_MS),
    createWorker: async (behaviour) => createEmbedWorker(await openEmbedder(), behaviour),
  };
}
