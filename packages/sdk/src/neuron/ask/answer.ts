import type { Receipt } from '../auth/receipt.ts';

/** A miner's answer, or why there is none. Nothing is thrown: a validator asks many, and some always fail. */
export type Answer<B> = Answered<B> | Unanswered;

export interface Answered<B> {
  readonly ok: true;
  readonly hotkey: string;
  readonly body: B;
  /** From sending to the last byte. */
  readonly elapsedMs: number;
  /** The miner's signature over this answer, checked; official axons give none. */
  readonly receipt: Receipt | undefined;
}

export interface Unanswered {
  readonly ok: false;
  readonly hotkey: string;
  /** HTTP status of the miner, or of what failed here: 503 no connection, 408 late, 422 not an answer, 499 given up by the caller. */
  readonly status: number;
  readonly message: string;
  readonly elapsedMs: number;
}

/** Status and message of an error on this side. source: bittensor 10.5.0 core/dendrite.py, DENDRITE_ERROR_MAPPING */
export function failureOf(error: unknown, { late, givenUp, timeoutMs }: { readonly late: boolean; readonly givenUp: boolean; readonly timeoutMs: number }): { readonly status: number; readonly message: string } {
  if (givenUp) return { status: 499, message: 'Given up by the caller' };
  if (late) return { status: 408, message: `Request timeout after ${timeoutMs / 1000} seconds` };
  const code = (error as { code?: unknown }).code;
  if (['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EADDRNOTAVAIL'].includes(String(code))) return { status: 503, message: `Service unavailable: ${String(code)}` };
  if (['ECONNRESET', 'EPIPE'].includes(String(code))) return { status: 503, message: 'Service disconnected' };
  return { status: 422, message: `Failed to parse response: ${error instanceof Error ? error.message : String(error)}` };
}
