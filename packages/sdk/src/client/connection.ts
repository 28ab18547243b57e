/** A connection with what is known of the chain behind it. Clients and their views share one. */

import { loadRuntime } from '../scale/metadataSource.ts';
import type { Runtime } from '../scale/runtime.ts';
import type { RequestOptions, SubscribeTo, Transport, Unsubscribe } from '../transport/transport.ts';

export interface HeaderJson {
  readonly number: string;
  readonly parentHash: string;
}

export interface ChainInfo {
  /** Of block 0, in hex. */
  readonly genesisHash: string;
  readonly name: string;
  readonly isLive: boolean;
}

const KEPT_BLOCKS = 256;

export class Connection {
  readonly transport: Transport;
  readonly chain: ChainInfo;
  /** The newest runtime that is known of. */
  runtime: Runtime;
  readonly #ofBlock = new Map<string, Promise<Runtime>>();
  #methods: Promise<ReadonlySet<string>> | undefined;
  #stopWatching: Unsubscribe | undefined;

  private constructor(transport: Transport, chain: ChainInfo, runtime: Runtime) {
    this.transport = transport;
    this.chain = chain;
    this.runtime = runtime;
  }

  static async over(transport: Transport, options: RequestOptions): Promise<Connection> {
    const ask = (method: string, params: readonly unknown[]): Promise<unknown> => transport.request(method, params, options);
    const [runtime, genesisHash, name, type] = await Promise.all([
      loadRuntime(ask),
      ask('chain_getBlockHash', [0]) as Promise<string>,
      (ask('system_chain', []) as Promise<string>).catch(() => ''),
      (ask('system_chainType', []) as Promise<unknown>).catch(() => 'Live'),
    ]);
    const connection = new Connection(transport, { genesisHash, name, isLive: type === 'Live' }, runtime);
    if (transport.canSubscribe) connection.#watchRuntime().catch(() => undefined);
    return connection;
  }

  request<T = unknown>(method: string, params: readonly unknown[], options?: RequestOptions): Promise<T> {
    return this.transport.request(method, params, options) as Promise<T>;
  }

  subscribe(to: SubscribeTo, options?: RequestOptions): Promise<Unsubscribe> {
    return this.transport.subscribe(to, options);
  }

  /** Whether the node has a method; asked for once. */
  async has(method: string): Promise<boolean> {
    this.#methods ??= this.request<{ methods: readonly string[] }>('rpc_methods', []).then(({ methods }) => new Set(methods), () => new Set<string>());
    return (await this.#methods).has(method);
  }

  /** Looks whether the chain has another runtime by now. */
  async refreshRuntime(options?: RequestOptions): Promise<Runtime> {
    this.runtime = await loadRuntime((method, params) => this.request(method, params, options));
    return this.runtime;
  }

  /** The runtime that made block `hash`: its parent's. Events and storage of that block are read by it. */
  runtimeOf(hash: string, options?: RequestOptions): Promise<Runtime> {
    let found = this.#ofBlock.get(hash);
    if (found === undefined) {
      if (this.#ofBlock.size >= KEPT_BLOCKS) this.#ofBlock.delete(this.#ofBlock.keys().next().value!);
      found = this.#loadRuntimeOf(hash, options);
      this.#ofBlock.set(hash, found);
      found.catch(() => this.#ofBlock.delete(hash));
    }
    return found;
  }

  async #loadRuntimeOf(hash: string, options: RequestOptions | undefined): Promise<Runtime> {
    const header = await this.request<HeaderJson | null>('chain_getHeader', [hash], options);
    const parent = header === null || Number(header.number) === 0 ? hash : header.parentHash;
    const { specVersion } = await this.request<{ specVersion: number }>('state_getRuntimeVersion', [parent], options);
    // The common case needs no second look.
    if (specVersion === this.runtime.version.specVersion) return this.runtime;
    return loadRuntime((method, params) => this.request(method, params, options), parent);
  }

  async #watchRuntime(): Promise<void> {
    this.#stopWatching = await this.subscribe({
      method: 'state_subscribeRuntimeVersion',
      unsubscribe: 'state_unsubscribeRuntimeVersion',
      params: [],
      failed: () => undefined,
      next: (version) => {
        if ((version as { specVersion: number }).specVersion !== this.runtime.version.specVersion) this.refreshRuntime().catch(() => undefined);
      },
    });
  }

  async close(): Promise<void> {
    this.#stopWatching?.();
    await this.transport.close();
  }
}
