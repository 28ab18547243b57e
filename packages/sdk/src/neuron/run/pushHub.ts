import { randomUUID } from 'node:crypto';
import type { Answer } from '../ask/answer.ts';
import type { Axon } from '../serve/axon.ts';
import type { Caller } from '../serve/caller.ts';
import { refuse } from '../serve/refuse.ts';
import { anything, checkBody, integer, optional, text } from '../synapse/field.ts';
import type { BodyOf, Fields, InputOf, Json } from '../synapse/field.ts';
import { synapse } from '../synapse/synapse.ts';
import type { Synapse } from '../synapse/synapse.ts';

/** A miner without public address asks for work and waits: the answer is a task, or none when the wait is over. */
export const Pull = synapse('PushPull', { request: { wait_ms: integer }, response: { id: optional(text), synapse: optional(text), body: optional(anything), timeout_ms: optional(integer) } });
/** And brings what came of it. */
export const Deliver = synapse('PushDeliver', { request: { id: text, status: integer, message: text, body: optional(anything) }, response: {} });

const WAIT_MAX_MS = 25_000;
const OFTEN = { perMinute: 6000, concurrent: 64 };

interface Task {
  readonly id: string;
  readonly hotkey: string;
  readonly name: string;
  readonly body: Json;
  readonly timeoutMs: number;
  readonly settle: (given: { readonly status: number; readonly message: string; readonly body: Json }) => void;
}

interface Waiter {
  readonly take: (task: Task | undefined) => void;
}

/** A validator's end of push-style miners: they dial in through its axon, it asks them as if they served. */
export class PushHub {
  readonly #waiting = new Map<string, Waiter[]>();
  readonly #queued = new Map<string, Task[]>();
  readonly #running = new Map<string, Task>();

  /** Adds the two synapses to an axon; `admit` says why a caller is refused. */
  constructor(axon: Axon, admit?: (caller: Caller) => string | undefined) {
    const stages = { limits: OFTEN, ...(admit === undefined ? {} : { blacklist: admit }) };
    axon.attach(Pull, { ...stages, forward: ({ wait_ms }, { caller, signal }) => this.#pull(caller.hotkey, Math.min(wait_ms, WAIT_MAX_MS), signal) });
    axon.attach(Deliver, { ...stages, forward: ({ id, status, message, body }, { caller }) => this.#deliver(id, caller.hotkey, { status, message, body }) });
  }

  /** Hotkeys that wait for work now. */
  connected(): readonly string[] {
    return [...this.#waiting.keys()];
  }

  /** One miner's answer; 408 when it does not come, or does not fetch the task, in time. */
  async ask<Q extends Fields, A extends Fields>(hotkey: string, kind: Synapse<Q, A, undefined>, body: InputOf<Q>, { timeoutMs = 12_000 }: { readonly timeoutMs?: number } = {}): Promise<Answer<BodyOf<A>>> {
    const started = Date.now();
    const asked = checkBody(kind.request, body) as Json;
    const given = await new Promise<{ readonly status: number; readonly message: string; readonly body: Json }>((settle) => {
      const task: Task = { id: randomUUID(), hotkey, name: kind.name, body: asked, timeoutMs, settle: (outcome) => (clearTimeout(timer), this.#forget(task), settle(outcome)) };
      const timer = setTimeout(() => task.settle({ status: 408, message: `Request timeout after ${timeoutMs / 1000} seconds`, body: null }), timeoutMs);
      this.#hand(task);
    });
    const elapsedMs = Date.now() - started;
    if (given.status !== 200) return { ok: false, hotkey, status: given.status, message: given.message, elapsedMs };
    try {
      return { ok: true, hotkey, body: checkBody(kind.response, given.body), elapsedMs, receipt: undefined };
    } catch (error) {
      return { ok: false, hotkey, status: 422, message: `Failed to parse response: ${(error as Error).message}`, elapsedMs };
    }
  }

  #hand(task: Task): void {
    this.#running.set(task.id, task);
    const waiter = this.#waiting.get(task.hotkey)?.[0];
    if (waiter === undefined) this.#queued.set(task.hotkey, [...(this.#queued.get(task.hotkey) ?? []), task]);
    else waiter.take(task);
  }

  async #pull(hotkey: string, waitMs: number, signal: AbortSignal): Promise<InputOf<(typeof Pull)['response']>> {
    const queued = this.#queued.get(hotkey)?.[0];
    if (queued !== undefined) this.#unqueue(queued);
    const task = queued ?? (await this.#wait(hotkey, waitMs, signal));
    return task === undefined ? {} : { id: task.id, synapse: task.name, body: task.body, timeout_ms: task.timeoutMs };
  }

  #wait(hotkey: string, waitMs: number, signal: AbortSignal): Promise<Task | undefined> {
    return new Promise((resolve) => {
      const waiter: Waiter = {
        take: (task) => {
          clearTimeout(timer);
          signal.removeEventListener('abort', gone);
          remove(this.#waiting, hotkey, waiter);
          resolve(task);
        },
      };
      const gone = (): void => waiter.take(undefined);
      const timer = setTimeout(gone, waitMs);
      signal.addEventListener('abort', gone, { once: true });
      this.#waiting.set(hotkey, [...(this.#waiting.get(hotkey) ?? []), waiter]);
    });
  }

  #deliver(id: string, hotkey: string, given: Parameters<Task['settle']>[0]): Record<string, never> {
    const task = this.#running.get(id);
    // Another miner's task is as unknown to this caller as one that is over.
    if (task === undefined || task.hotkey !== hotkey) throw refuse(404, 'No such task');
    task.settle(given);
    return {};
  }

  #forget(task: Task): void {
    this.#running.delete(task.id);
    this.#unqueue(task);
  }

  #unqueue(task: Task): void {
    remove(this.#queued, task.hotkey, task);
  }
}

function remove<T>(lists: Map<string, T[]>, key: string, gone: T): void {
  const left = (lists.get(key) ?? []).filter((one) => one !== gone);
  if (left.length === 0) lists.delete(key);
  else lists.set(key, left);
}
