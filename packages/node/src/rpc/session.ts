/** The subscriptions of one WebSocket, and what methods keep for it. */

import { toJson } from './json.ts';
import { tooManySubscriptions } from './rpcError.ts';

export const MAX_SUBSCRIPTIONS = 1024;
const ID_CHARACTERS = 16;

/** Where a subscription sends to. What is sent before the client knows the id is held back. */
export interface Sink {
  readonly id: string;
  send(result: unknown): void;
  /** No more will come; the client is not told. */
  end(): void;
}

interface Entry {
  readonly notification: string;
  stop: (() => void) | undefined;
}

export interface Prepared {
  readonly sink: Sink;
  /** Keeps `stop`, which runs when the subscription ends, whoever ends it. */
  attach(stop: () => void): void;
  /** The answer with the id is on its way: what was held back follows. */
  open(): void;
}

export class Session {
  readonly #write: (text: string) => void;
  readonly #entries = new Map<string, Entry>();
  readonly #kept = new Map<symbol, unknown>();
  readonly #closers: (() => void)[] = [];
  #counter = 0;
  #closed = false;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  /** A subscription that is not open yet. */
  prepare(notification: string): Prepared {
    if (this.#entries.size >= MAX_SUBSCRIPTIONS) throw tooManySubscriptions(MAX_SUBSCRIPTIONS);
    const id = this.newId();
    const entry: Entry = { notification, stop: undefined };
    this.#entries.set(id, entry);
    let held: unknown[] | undefined = [];
    const alive = (): boolean => this.#entries.get(id) === entry;
    const write = (result: unknown): void => this.#write(`{"jsonrpc":"2.0","method":"${notification}","params":{"subscription":"${id}","result":${toJson(result)}}}`);
    let ended = false;
    return {
      sink: {
        id,
        send: (result) => {
          if (ended || !alive()) return;
          if (held === undefined) write(result);
          else held.push(result);
        },
        end: () => {
          ended = true;
          if (held === undefined) this.#end(id);
        },
      },
      attach: (stop) => {
        if (alive()) entry.stop = stop;
        else stop();
      },
      open: () => {
        const before = held ?? [];
        held = undefined;
        if (alive()) for (const result of before) write(result);
        if (ended) this.#end(id);
      },
    };
  }

  /** Ends a subscription that sends one of `notifications`; false when there is none of that name. */
  unsubscribe(notifications: readonly string[], id: string): boolean {
    const entry = this.#entries.get(id);
    if (entry === undefined || !notifications.includes(entry.notification)) return false;
    this.#end(id);
    return true;
  }

  discard(id: string): void {
    this.#end(id);
  }

  /** What a group of methods keeps for this connection. */
  kept<T>(group: symbol, make: () => T): T {
    if (!this.#kept.has(group)) this.#kept.set(group, make());
    return this.#kept.get(group) as T;
  }

  onClosed(task: () => void): void {
    if (this.#closed) task();
    else this.#closers.push(task);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const id of [...this.#entries.keys()]) this.#end(id);
    for (const task of this.#closers) task();
  }

  /** Names within this connection, never used twice. */
  newId(): string {
    this.#counter += 1;
    return this.#counter.toString(36).padStart(ID_CHARACTERS, '0');
  }

  #end(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.delete(id);
    entry.stop?.();
  }
}
