/** What reads share: the connection, how to ask, and which block to look at. */

import type { Runtime } from '../scale/runtime.ts';
import type { RequestOptions } from '../transport/transport.ts';
import type { Connection } from './connection.ts';

/** A block by number and hash. */
export interface BlockRef {
  readonly number: number;
  /** In hex. */
  readonly hash: string;
}

export class View {
  readonly connection: Connection;
  readonly options: RequestOptions;
  /** Undefined: the newest block. */
  readonly block: BlockRef | undefined;
  readonly #runtime: Runtime | undefined;

  constructor(connection: Connection, options: RequestOptions, pinned?: { readonly block: BlockRef; readonly runtime: Runtime }) {
    this.connection = connection;
    this.options = options;
    this.block = pinned?.block;
    this.#runtime = pinned?.runtime;
  }

  get runtime(): Runtime {
    return this.#runtime ?? this.connection.runtime;
  }

  request<T = unknown>(method: string, params: readonly unknown[] = []): Promise<T> {
    return this.connection.request<T>(method, params, this.options);
  }

  /** A request whose last parameter is the block. */
  requestAt<T = unknown>(method: string, params: readonly unknown[]): Promise<T> {
    return this.request<T>(method, this.block === undefined ? params : [...params, this.block.hash]);
  }

  /** Reads with the runtime that is known; when bytes do not fit and the chain has a newer runtime by now, once more. */
  async reading<T>(read: (runtime: Runtime) => Promise<T>): Promise<T> {
    const before = this.runtime;
    try {
      return await read(before);
    } catch (error) {
      const isForm = (error as { code?: unknown }).code === 'CannotDecode' || (error as { code?: unknown }).code === 'NotOnThisChain';
      if (!isForm || this.block !== undefined) throw error;
      const now = await this.connection.refreshRuntime(this.options);
      if (now === before) throw error;
      return read(now);
    }
  }
}
