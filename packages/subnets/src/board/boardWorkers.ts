/** Miners of the Board subnet: one thinks, one thinks a little, three only pretend. */

import { ai, moves as legalMovesOf } from 'js-chess-engine';
import type { Behaviour, Worker } from '../subnetKind.ts';
import { readBoardRequest, type BoardAnswer } from './boardWire.ts';
import type { UciEngine } from './uciEngine.ts';

const NODES = 30_000;
/** What the small miner's machine does in the same time. */
const SMALL_NODES = 200;

export function createBoardWorker(engine: UciEngine, behaviour: Behaviour): Worker {
  const choose = BEHAVIOUR[behaviour](engine);
  return {
    async answer(body): Promise<BoardAnswer> {
      const { fen } = readBoardRequest(body);
      return { move: await choose(fen) };
    },
    close: () => engine.close(),
  };
}

type Choose = (fen: string) => Promise<string>;

const search = (engine: UciEngine, nodes: number): Choose => async (fen) => (await engine.search({ fen }, nodes))?.move ?? '';

function allMoves(fen: string): string[] {
  return Object.entries(legalMovesOf(fen)).flatMap(([from, targets]) => (targets as string[]).map((to) => `${from}${to}`.toLowerCase())).sort();
}

const BEHAVIOUR: Readonly<Record<Behaviour, (engine: UciEngine) => Choose>> = {
  honest: (engine) => search(engine, NODES),
  small: (engine) => search(engine, SMALL_NODES),
  /** The first move in the alphabet. */
  lazy: () => (fen) => Promise.resolve(allMoves(fen)[0] ?? ''),
  garbage: () => () => Promise.resolve('e2e4'),
  /** Answers what another, weak program says without a thought of its own. */
  copycat: () => (fen) => {
    const [move] = Object.entries(ai(fen, { level: 1, play: false, depth: { base: 1, extended: 0, check: false, quiescence: 0 } }).move);
    return Promise.resolve(move === undefined ? '' : `${move[0]}${String(move[1])}`.toLowerCase());
  },
};
