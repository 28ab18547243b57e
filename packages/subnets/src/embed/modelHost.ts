/** One process holds the embedding model for all the miners and validators of a machine. */

import { startHost, type Host, type HostAddress } from '../loopback/host.ts';
import { createHostClient } from '../loopback/hostClient.ts';
import { vectorFromBase64, vectorToBase64, type Embedder } from './embedder.ts';

/** Where a model is served; whoever has it may use the model. */
export interface ModelAddress extends HostAddress {
  readonly model: string;
  readonly dimensions: number;
}

export interface ModelHost extends Host {
  readonly address: ModelAddress;
}

export async function startModelHost(embedder: Embedder): Promise<ModelHost> {
  const host = await startHost({
    async *embed(inputs, signal) {
      yield (await embedder.embed(inputs as readonly string[], signal)).map(vectorToBase64);
    },
  });
  return {
    address: { ...host.address, model: embedder.model, dimensions: embedder.dimensions },
    async close() {
      await host.close();
      await embedder.close();
    },
  };
}

/** The model of another process. */
export function createRemoteEmbedder(address: ModelAddress): Embedder {
  const client = createHostClient(address);
  return {
    model: address.model,
    dimensions: address.dimensions,
    async embed(inputs, signal) {
      const texts = await client.ask('embed', inputs, signal) as readonly string[];
      return texts.map((text) => vectorFromBase64(text, address.dimensions)!);
    },
    close: () => Promise.resolve(client.close()),
  };
}
