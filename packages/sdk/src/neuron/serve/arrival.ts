import type { IncomingHttpHeaders } from 'node:http';
import type { Json } from '../synapse/field.ts';
import type { BodyOf, Fields } from '../synapse/field.ts';
import type { Synapse } from '../synapse/synapse.ts';
import type { Caller } from './caller.ts';

/** A request as the socket gave it. */
export interface RawRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
  readonly ip: string;
  readonly port: number;
  readonly arrivedMs: number;
}

/** A request whose sender is proved, in whichever dialect it came. */
export interface Arrival {
  readonly name: string;
  readonly caller: Caller;
  readonly timeoutMs: number;
  readonly reply: Reply;
  /** The request's checked fields. refuses: BadField; BadAuth when they are not what was signed */
  readBody<Q extends Fields>(synapse: Synapse<Q>): BodyOf<Q>;
}

/** An answer for the socket. */
export interface Written {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

export interface Outcome {
  readonly status: number;
  readonly message: string;
  /** Request and response fields; only the latter, outside SDK 10's dialect. */
  readonly request?: Readonly<Record<string, unknown>>;
  readonly response?: Readonly<Record<string, Json>>;
  readonly receipt?: string;
}

/** How answers are written in the dialect of the request. */
export interface Reply {
  write(outcome: Outcome): Promise<Written>;
  startStream(): Promise<{ readonly headers: Record<string, string>; piece(bytes: Uint8Array): Uint8Array; end(receipt: string): { readonly last?: Uint8Array; readonly trailers?: Record<string, string> } }>;
}

/** JSON as bytes. */
export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
