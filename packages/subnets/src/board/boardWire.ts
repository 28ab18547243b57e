/** What the Board subnet sends and answers: the bodies of `POST /Board`. */

import { integer, synapse, text } from '@taonet/sdk/neuron';
import { BadRequest } from '../subnetKind.ts';

export interface BoardRequest {
  readonly fen: string;
  readonly deadline_ms: number;
}

export interface BoardAnswer {
  /** In UCI: e2e4, e7e8q. */
  readonly move: string;
}

export const BOARD = synapse('Board', { request: { fen: text, deadline_ms: integer }, response: { move: text }, hashed: ['fen'] });

const FEN = /^[1-8pnbrqkPNBRQK/]{15,71} [wb] (-|[KQkq]{1,4}) (-|[a-h][36]) \d{1,3} \d{1,4}$/;

/** Refuses anything that is not a position. */
export function readBoardRequest(body: unknown): BoardRequest {
  const { fen, deadline_ms: deadline } = (body ?? {}) as Record<string, unknown>;
  if (typeof fen !== 'string' || !FEN.test(fen) || fen.split('/').length !== 8) throw new BadRequest('fen: a position in Forsyth-Edwards notation is wanted');
  if (typeof deadline !== 'number' || !(deadline > 0)) throw new BadRequest('deadline_ms: milliseconds are wanted');
  return { fen, deadline_ms: deadline };
}
