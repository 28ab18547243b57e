/**
 * A chess engine in a process of its own, spoken to in UCI. It is a program beside ours, not a part of it: nothing is linked, its package is
 * installed only where the Board subnet is wanted, and its licence (GPL-3) stays with it.
 */

import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

/** Runs an engine that was built for a browser's worker: lines come in by `onmessage` and go out by `postMessage`. */
const WORKER_SHIM = `
const { readFileSync } = require('node:fs'), file = process.argv[1];
globalThis.fetch = undefined; globalThis.require = require; globalThis.__filename = file; globalThis.__dirname = process.cwd();
globalThis.postMessage = (line) => process.stdout.write(line + '\\n');
globalThis.close = () => process.exit(0);
require('node:vm').runInThisContext(readFileSync(file, 'utf8'), { filename: file });
require('node:readline').createInterface({ input: process.stdin }).on('line', (data) => globalThis.onmessage({ data })).on('close', () => process.exit(0));
`;

/** A position as UCI has it: moves from the start, or a FEN. */
export type Position = { readonly moves: readonly string[] } | { readonly fen: string };

export interface Judgement {
  /** In UCI: e2e4, e7e8q. */
  readonly move: string;
  /** From the mover's side, in hundredths of a pawn; mate counts as ±10,000. */
  readonly centipawns: number;
}

export interface UciEngine {
  /** The best move after `nodes` nodes, or the worth of `only`; undefined when there is no legal move. The same question gives the same answer. */
  search(position: Position, nodes: number, only?: string): Promise<Judgement | undefined>;
  legalMoves(position: Position): Promise<string[]>;
  fen(position: Position): Promise<string>;
  close(): Promise<void>;
}

const MATE = 10_000;

/** Starts the engine whose worker build is at `file`. */
export async function startUciEngine(file: string): Promise<UciEngine> {
  const child = spawn(process.execPath, ['-e', WORKER_SHIM, file], { cwd: dirname(file), stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = new Promise<never>((_, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`The chess engine ended with status ${String(code)}.`)));
  });
  ended.catch(() => undefined);
  child.stdin.on('error', () => undefined);
  let hear: ((line: string) => void) | undefined;
  createInterface({ input: child.stdout }).on('line', (line) => hear?.(line.trim()));

  /** Sends lines, then collects answers until one is `last`. */
  function converse(lines: readonly string[], isLast: (line: string) => boolean): Promise<string[]> {
    const heard = new Promise<string[]>((done) => {
      const answer: string[] = [];
      hear = (line) => {
        answer.push(line);
        if (isLast(line)) done(answer);
      };
    });
    child.stdin.write(`${lines.join('\n')}\n`);
    return Promise.race([heard, ended]);
  }
  let last: Promise<unknown> = converse(['uci'], (line) => line === 'uciok');
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }
  const at = (position: Position) => 'fen' in position ? `position fen ${position.fen}` : `position startpos${position.moves.length === 0 ? '' : ` moves ${position.moves.join(' ')}`}`;

  await last;
  return {
    search: (position, nodes, only) => inTurn(async () => {
      // A new game empties what the engine remembers: answers do not hang on earlier questions.
      const lines = await converse(['ucinewgame', at(position), `go nodes ${nodes}${only === undefined ? '' : ` searchmoves ${only}`}`], (line) => line.startsWith('bestmove'));
      const move = lines.at(-1)!.split(' ')[1]!;
      if (move === '(none)') return undefined;
      const told = lines.filter((line) => / score (cp|mate) /.test(line) && !/ (upper|lower)bound/.test(line)).at(-1);
      const [, unit, value] = / score (cp|mate) (-?\d+)/.exec(told ?? '') ?? ['', 'cp', '0'];
      const centipawns = unit === 'mate' ? Math.sign(Number(value)) * MATE : Number(value);
      return { move, centipawns };
    }),
    legalMoves: (position) => inTurn(async () => {
      const lines = await converse([at(position), 'go perft 1'], (line) => line.startsWith('Nodes searched'));
      return lines.flatMap((line) => /^([a-h][1-8][a-h][1-8][qrbn]?): 1$/.exec(line)?.[1] ?? []).sort();
    }),
    fen: (position) => inTurn(async () => {
      const lines = await converse([at(position), 'd'], (line) => line.startsWith('Checkers:'));
      return /^Fen: (.*)$/.exec(lines.find((line) => line.startsWith('Fen:')) ?? '')?.[1] ?? '';
    }),
    async close() {
      const gone = new Promise((done) => child.once('exit', done));
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.stdin.end('quit\n');
      child.kill();
      await gone;
    },
  };
}
