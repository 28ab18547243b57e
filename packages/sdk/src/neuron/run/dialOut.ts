import type { Signer } from '../../signer.ts';
import { createDendrite } from '../ask/dendrite.ts';
import type { Dendrite } from '../ask/dendrite.ts';
import type { AxonAddress } from '../ask/target.ts';
import { refuse, statusOf } from '../serve/refuse.ts';
import { checkBody } from '../synapse/field.ts';
import type { BodyOf, Fields, InputOf, Json } from '../synapse/field.ts';
import type { Synapse } from '../synapse/synapse.ts';
import { Deliver, Pull } from './pushHub.ts';

/** Handlers of a miner that dials out, by synapse. */
export class PushHandlers {
  readonly #handlers = new Map<string, (body: unknown) => Promise<Json>>();

  on<Q extends Fields, A extends Fields>(kind: Synapse<Q, A, undefined>, forward: (body: BodyOf<Q>) => InputOf<A> | Promise<InputOf<A>>): this {
    this.#handlers.set(kind.name, async (body) => checkBody(kind.response, await forward(checkBody(kind.request, body))) as Json);
    return this;
  }

  /** The answer to one task; failures are answers too. */
  async handle(name: string, body: unknown): Promise<{ readonly status: number; readonly message: string; readonly body: Json }> {
    try {
      const handler = this.#handlers.get(name);
      if (handler === undefined) throw refuse(404, `Synapse name '${name}' not found.`);
      return { status: 200, message: 'Success', body: await handler(body) };
    } catch (error) {
      const { status, message } = statusOf(error);
      return { status, message, body: null };
    }
  }
}

export interface DialOut {
  /** The miner's hotkey. */
  readonly key: Signer;
  /** The validator's axon with a PushHub. */
  readonly hub: AxonAddress;
  readonly handlers: PushHandlers;
  readonly signal: AbortSignal;
  /** How long one request for work waits; 20 s when left out. */
  readonly waitMs?: number;
  /** Pause after the hub could not be reached; 2 s when left out. */
  readonly retryMs?: number;
}

/** A miner without public address: asks a validator's hub for work until the signal aborts. Tasks are handled side by side. */
export async function dialOut({ key, hub, handlers, signal, waitMs = 20_000, retryMs = 2_000 }: DialOut): Promise<void> {
  const dendrite = createDendrite({ key, dialect: hub.sealingKey === undefined ? 'btauth' : 'sealed' });
  try {
    while (!signal.aborted) {
      const pulled = await dendrite.ask(hub, Pull, { wait_ms: waitMs }, { timeoutMs: waitMs + 5_000, signal });
      if (!pulled.ok) await pause(retryMs, signal);
      else if (pulled.body.id !== null && pulled.body.synapse !== null) void deliver(dendrite, hub, handlers, { id: pulled.body.id, name: pulled.body.synapse, body: pulled.body.body }, signal);
    }
  } finally {
    dendrite.close();
  }
}

async function deliver(dendrite: Dendrite, hub: AxonAddress, handlers: PushHandlers, { id, name, body }: { readonly id: string; readonly name: string; readonly body: unknown }, signal: AbortSignal): Promise<void> {
  const given = await handlers.handle(name, body);
  await dendrite.ask(hub, Deliver, { id, ...given }, { signal });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
