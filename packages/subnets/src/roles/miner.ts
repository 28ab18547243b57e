/** A miner of a reference subnet: its work behind an axon that the chain knows. */

import { refuse, runMiner, type ChainClient, type Json, type Miner } from '@taonet/sdk/neuron';
import type { Signer } from '@taonet/sdk';
import { BadRequest, type Behaviour, type SubnetKind, type Worker } from '../subnetKind.ts';

export interface MinerRole {
  readonly client: ChainClient;
  /** The hotkey; registered already. */
  readonly key: Signer;
  readonly netuid: number;
  readonly kind: SubnetKind;
  readonly behaviour: Behaviour;
  /** Tells this machine's miners apart; finds what this one kept. */
  readonly name: string;
  /** Where validators reach it, and where it listens. */
  readonly ip: string;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly signal?: AbortSignal;
  readonly onError?: (error: unknown) => void;
}

/** Validators ask many things in a row when they examine. */
const CALLER_LIMITS = { perMinute: 3_000, concurrent: 16 };
const ADDRESS_LIMITS = { perMinute: 30_000, concurrent: 256 };

export async function startMiner({ kind, behaviour, name, host, ...rest }: MinerRole): Promise<Miner> {
  const worker = await kind.createWorker(behaviour, name);
  const miner = await runMiner({
    ...rest,
    axon: { host, limits: CALLER_LIMITS, addressLimits: ADDRESS_LIMITS },
    attach(axon) {
      if (kind.streaming !== undefined && worker.stream !== undefined) axon.attach(kind.streaming, { forward: (body, { signal }) => stream(worker, body, signal) });
      axon.attach(kind.synapse, { forward: async (body, { signal }) => shaped(() => worker.answer(body, signal)) as Promise<Readonly<Record<string, Json>>> });
    },
  }).catch(async (error: unknown) => {
    await worker.close();
    throw error;
  });
  return { ...miner, done: miner.done.finally(() => worker.close()) };
}

/** Tells callers what is wrong with their request. */
async function shaped<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BadRequest) throw refuse(400, error.message);
    throw error;
  }
}

async function stream(worker: Worker, body: unknown, signal: AbortSignal): Promise<AsyncIterable<never>> {
  return shaped(() => Promise.resolve(worker.stream!(body, signal) as AsyncIterable<never>));
}
