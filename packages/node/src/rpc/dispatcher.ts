/** Takes JSON-RPC texts apart, finds the method, gives the answer. Never throws, whatever it is given. */

import type { NodeContext } from '../nodeContext.ts';
import { fromJson, toJson } from './json.ts';
import type { AnyRow, Connection, MethodRow, SubscriptionRow } from './method.ts';
import { readArgs } from './params.ts';
import {
  INVALID_REQUEST, invalidParams, isOurMistake, methodNotFound, needsConnection, oversizedBatchResponse, oversizedResponse, PARSE_ERROR, toRpcError, unsafeCall, type RpcErrorObject,
} from './rpcError.ts';

/** Text to send, and what to do once it is sent. */
export interface Answer {
  readonly text: string;
  readonly sent?: (() => void) | undefined;
}

type Id = string | number | null;

/** Substrate's limit for answers, those of a batch together. */
export const MAX_RESPONSE_CHARS = 15 * 1024 * 1024;
/** In a batch, other work gets a turn after so many requests or so much time. */
const BATCH_SLICE = 32;
const BATCH_SLICE_MS = 20;

interface Unsubscribe {
  readonly notifications: readonly string[];
  readonly answers: 'boolean' | 'null';
}

export class Dispatcher {
  readonly #node: NodeContext;
  readonly #rows = new Map<string, AnyRow>();
  readonly #unsubscribes = new Map<string, Unsubscribe>();

  constructor(node: NodeContext, rows: readonly AnyRow[]) {
    this.#node = node;
    for (const row of rows) {
      for (const name of [row.name, ...(row.aliases ?? [])]) this.#rows.set(name, row);
      if (row.kind !== 'subscription') continue;
      for (const name of [row.unsubscribe, ...(row.unsubscribeAliases ?? [])]) {
        this.#unsubscribes.set(name, { notifications: [row.notification], answers: row.unsubscribeAnswers ?? 'boolean' });
      }
    }
  }

  get names(): readonly string[] {
    return [...this.#rows.keys(), ...this.#unsubscribes.keys()].sort();
  }

  /** The answer to one request or a batch; undefined when none is due. */
  async answer(text: string, connection: Connection): Promise<Answer | undefined> {
    const request = fromJson(text);
    if (request === undefined) return failed(null, PARSE_ERROR);
    if (!Array.isArray(request)) return this.#one(request, connection);
    if (request.length === 0) return failed(null, INVALID_REQUEST);
    return this.#batch(request, connection);
  }

  /** Answers one after the other; ends early when together they are too long, or nobody waits for them. */
  async #batch(requests: readonly unknown[], connection: Connection): Promise<Answer | undefined> {
    const answers: Answer[] = [];
    let length = 0;
    let turn = performance.now();
    for (const [at, request] of requests.entries()) {
      if (at % BATCH_SLICE === BATCH_SLICE - 1 || performance.now() - turn > BATCH_SLICE_MS) {
        await new Promise((next) => setImmediate(next));
        turn = performance.now();
      }
      if (connection.isGone?.() === true) return undefined;
      const answer = await this.#one(request, connection);
      if (answer === undefined) continue;
      answers.push(answer);
      length += answer.text.length + 1;
      if (length > MAX_RESPONSE_CHARS) return failed(null, oversizedBatchResponse(MAX_RESPONSE_CHARS));
    }
    if (answers.length === 0) return undefined;
    return { text: `[${answers.map((one) => one.text).join(',')}]`, sent: () => { for (const one of answers) one.sent?.(); } };
  }

  async #one(request: unknown, connection: Connection): Promise<Answer | undefined> {
    if (typeof request !== 'object' || request === null || Array.isArray(request)) return failed(null, INVALID_REQUEST);
    const { jsonrpc, id, method, params } = request as Record<string, unknown>;
    const isNotification = id === undefined;
    const shownId: Id = typeof id === 'string' || typeof id === 'number' ? id : null;
    if (jsonrpc !== '2.0' || typeof method !== 'string' || !(isNotification || id === null || shownId !== null)) return failed(shownId, INVALID_REQUEST);
    try {
      const { result, sent } = await this.#run(method, params, connection);
      if (isNotification) {
        sent?.();
        return undefined;
      }
      const text = `{"jsonrpc":"2.0","id":${JSON.stringify(shownId)},"result":${toJson(result === undefined ? null : result)}}`;
      return text.length > MAX_RESPONSE_CHARS ? failed(shownId, oversizedResponse(MAX_RESPONSE_CHARS)) : { text, sent };
    } catch (thrown) {
      if (isOurMistake(thrown)) this.#node.onDefect(method, thrown);
      return isNotification ? undefined : failed(shownId, toRpcError(thrown));
    }
  }

  async #run(name: string, params: unknown, connection: Connection): Promise<{ readonly result: unknown; readonly sent?: () => void }> {
    const unsubscribe = this.#unsubscribes.get(name);
    if (unsubscribe !== undefined) return { result: this.#unsubscribe(unsubscribe, params, connection) };
    const row = this.#rows.get(name);
    if (row === undefined) throw methodNotFound(name);
    if (row.unsafe === true && !connection.trusted) throw unsafeCall();
    return row.kind === 'method' ? this.#call(row, params, connection) : this.#subscribe(row, params, connection);
  }

  async #call(row: MethodRow, params: unknown, connection: Connection): Promise<{ readonly result: unknown; readonly sent?: () => void }> {
    if (row.needsSession === true && connection.session === undefined) throw needsConnection();
    const later: (() => void)[] = [];
    const result = await row.run({ node: this.#node, connection, afterAnswer: (task) => later.push(task) }, readArgs(row.params, params));
    return later.length === 0 ? { result } : { result, sent: () => { for (const task of later) task(); } };
  }

  async #subscribe(row: SubscriptionRow, params: unknown, connection: Connection): Promise<{ readonly result: unknown; readonly sent: () => void }> {
    const { session } = connection;
    if (session === undefined) throw needsConnection();
    const args = readArgs(row.params, params);
    const prepared = session.prepare(row.notification);
    try {
      prepared.attach(await row.start({ node: this.#node, connection, afterAnswer: () => undefined }, args, prepared.sink));
    } catch (error) {
      session.discard(prepared.sink.id);
      throw error;
    }
    return { result: prepared.sink.id, sent: () => prepared.open() };
  }

  #unsubscribe({ notifications, answers }: Unsubscribe, params: unknown, { session }: Connection): boolean | null {
    if (session === undefined) throw needsConnection();
    const id = Array.isArray(params) ? (params[0] as unknown) : Object.values((params ?? {}) as object)[0] as unknown;
    if (typeof id !== 'string' && typeof id !== 'number') throw invalidParams('the name of a subscription');
    const was = session.unsubscribe(notifications, String(id));
    return answers === 'null' ? null : was;
  }
}

function failed(id: Id, error: RpcErrorObject): Answer {
  return { text: `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"error":${toJson(error)}}` };
}
