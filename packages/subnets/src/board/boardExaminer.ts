/**
 * Marks chess moves by a search of fixed size on the position and on each move: what the move loses of the chance to win, against what a
 * random move would have lost. Illegal and late moves are worth as much as the worst.
 */

import type { Draw } from '../task/draw.ts';
import type { Mark } from '../task/score.ts';
import type { Exam, Examined, Examiner, Reply } from '../subnetKind.ts';
import type { UciEngine } from './uciEngine.ts';

export const EXAM_POSITIONS = 4;
/** Nodes of the judge's searches. */
const JUDGE_NODES = 10_000;
/** Nodes behind a move of the games from which positions are taken. */
const PLAY_NODES = 150;
const MIN_PLIES = 8;
const MAX_PLIES = 37;
/** One move in so many is drawn at random, so that no book knows the positions. */
const RANDOM_ONE_IN = 4;
/** Positions that are won or lost already tell nothing. */
const DECIDED = 400;

interface Asked {
  readonly fen: string;
  readonly legal: readonly string[];
  readonly baseline: string;
  readonly reply: Reply;
}

export function createBoardExaminer(engine: UciEngine, deadlineMs: number): Examiner {
  return {
    async examine({ draw, ask }: Exam): Promise<Examined> {
      const asked: Asked[] = [];
      for (let i = 0; i < EXAM_POSITIONS; i += 1) {
        const { fen, legal } = await drawPosition(engine, draw.at(i));
        const reply = await ask({ fen, deadline_ms: deadlineMs });
        asked.push({ fen, legal, baseline: draw.at(i, 'baseline').pick(legal), reply });
      }
      return {
        async mark() {
          const marks: Mark[] = [];
          for (const one of asked) marks.push(await markMove(engine, one, deadlineMs));
          return marks;
        },
      };
    },
    close: () => engine.close(),
  };
}

async function drawPosition(engine: UciEngine, draw: Draw): Promise<{ readonly fen: string; readonly legal: readonly string[] }> {
  for (let attempt = 0; ; attempt += 1) {
    const game = draw.at('game', attempt);
    const plies = MIN_PLIES + game.below(MAX_PLIES - MIN_PLIES + 1);
    const moves: string[] = [];
    for (let ply = 0; ply < plies; ply += 1) {
      const legal = await engine.legalMoves({ moves });
      if (legal.length === 0) break;
      moves.push(game.below(RANDOM_ONE_IN) === 0 ? game.pick(legal) : (await engine.search({ moves }, PLAY_NODES))!.move);
    }
    const legal = await engine.legalMoves({ moves });
    const found = legal.length < 2 ? undefined : await engine.search({ moves }, JUDGE_NODES);
    if (found !== undefined && Math.abs(found.centipawns) < DECIDED) return { fen: await engine.fen({ moves }), legal };
  }
}

async function markMove(engine: UciEngine, { fen, legal, baseline, reply }: Asked, deadlineMs: number): Promise<Mark> {
  const best = (await engine.search({ fen }, JUDGE_NODES))!.centipawns;
  const accuracyOf = async (move: string) => accuracy(best, (await engine.search({ fen }, JUDGE_NODES, move))!.centipawns);
  const chance = await accuracyOf(baseline);
  const nothing = (reason: string): Mark => ({ value: 0, reason, chance });
  if (!reply.ok) return nothing(reply.reason);
  if (reply.elapsedMs > deadlineMs) return nothing('late');
  const { move } = (reply.body ?? {}) as { move?: unknown };
  if (typeof move !== 'string' || !legal.includes(move)) return nothing('no legal move');
  return { value: await accuracyOf(move), reason: '', chance };
}

/** Chance to win, 0 to 1, of a side that is `centipawns` ahead. */
function winChance(centipawns: number): number {
  return 1 / (1 + Math.exp(-0.00368208 * centipawns));
}

/** 1 for the best move, 0 for one that throws the game away. */
export function accuracy(best: number, played: number): number {
  const lost = Math.max(0, winChance(best) - winChance(played)) * 100;
  return Math.max(0, Math.min(1, (103.1668 * Math.exp(-0.04354 * lost) - 3.1669) / 100));
}
