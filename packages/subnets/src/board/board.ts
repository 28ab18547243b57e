/** The Board subnet: chess analysis. Optional: its judge is a program under GPL-3 that users install themselves. */

import type { SubnetKind } from '../subnetKind.ts';
import { createBoardExaminer } from './boardExaminer.ts';
import { createBoardWorker } from './boardWorkers.ts';
import { BOARD } from './boardWire.ts';
import { startUciEngine } from './uciEngine.ts';

const DEADLINE_MS = 5_000;

/** `engineFile` is the worker build of Stockfish (npm package stockfish.js, file stockfish.wasm.js). */
export function createBoardSubnet(engineFile: string): SubnetKind {
  return {
    name: 'board',
    title: 'Board',
    purpose: 'Chess moves that cost nothing of the chance to win, for chess sites, coaches and bots.',
    synapse: BOARD,
    deadlineMs: DEADLINE_MS,
    minimumHardware: 'one processor core, 150 MB of memory',
    createExaminer: async () => createBoardExaminer(await startUciEngine(engineFile), DEADLINE_MS),
    createWorker: async (behaviour) => createBoardWorker(await startUciEngine(engineFile), behaviour),
  };
}
