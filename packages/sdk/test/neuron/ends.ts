import type { Server } from 'node:net';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { createAxon, createDendrite, decimal, integer, list, optional, synapse, text } from '../../src/neuron/index.ts';
import type { Axon, AxonAddress, AxonOptions, Dendrite, DendriteOptions } from '../../src/neuron/index.ts';
import { keyFromUri } from '../../src/wallet/index.ts';

export const Echo = synapse('Echo', { request: { prompt: text, times: optional(integer, 1) }, response: { answer: text, score: optional(decimal) }, hashed: ['prompt', 'times'] });
export const Tell = synapse('Tell', { request: { prompt: text }, response: {}, hashed: ['prompt'], stream: 'text' });
export const Count = synapse('Count', { request: { to: integer }, response: {}, hashed: ['to'], stream: { n: integer, squares: list(integer) } });

/** An axon on loopback with one dendrite, and how to end both. */
export interface Ends {
  readonly axon: Axon;
  readonly at: AxonAddress;
  readonly dendrite: Dendrite;
  close(): Promise<void>;
}

/** `attach` gets the axon before it listens. `await walletReady()` first. */
export async function openEnds(attach: (axon: Axon) => void, options: Partial<AxonOptions> = {}, asking: Partial<DendriteOptions> = {}): Promise<Ends> {
  const key = keyFromUri('//Miner');
  const axon = createAxon({ key, port: 0, host: '127.0.0.1', ...options });
  attach(axon);
  const port = await axon.listen();
  const dendrite = createDendrite({ key: keyFromUri('//Validator'), ...asking });
  return {
    axon,
    at: { ip: '127.0.0.1', port, hotkey: key.address, ...(options.sealing === undefined ? {} : { sealingKey: options.sealing.publicKey }) },
    dendrite,
    async close() {
      dendrite.close();
      await axon.close();
    },
  };
}

/** A wire between two ends that keeps every byte of both directions. */
export async function tapped(target: AxonAddress): Promise<{ readonly at: AxonAddress; readonly bytes: () => Buffer; close(): void }> {
  const seen: Buffer[] = [];
  const server: Server = createServer((near) => {
    const far = connect(target.port, target.ip);
    near.on('data', (data) => seen.push(data)).pipe(far);
    far.on('data', (data) => seen.push(data)).pipe(near);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { at: { ...target, port: (server.address() as AddressInfo).port }, bytes: () => Buffer.concat(seen), close: () => server.close() };
}
