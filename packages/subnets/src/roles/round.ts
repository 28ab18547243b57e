/** One round of examinations: every miner is asked, then all answers are marked. */

import type { Examiner } from '../subnetKind.ts';
import { examDraw, type ExamRecord, type Exchange } from './transcript.ts';
import type { MinerAnswer } from '../gateway/miners.ts';

/** A miner to examine. */
export interface Candidate {
  readonly uid: number;
  /** SS58. */
  readonly hotkey: string;
  /** What its last round left; undefined for a new one. */
  readonly memory: unknown;
  ask(request: unknown): Promise<MinerAnswer>;
}

export interface RoundInput {
  readonly secret: Uint8Array;
  /** Hex without 0x. */
  readonly blockHash: string;
  readonly candidates: readonly Candidate[];
  readonly now: () => number;
}

export interface RoundOutput {
  readonly exams: readonly ExamRecord[];
  /** What this round left, by uid. */
  readonly memories: ReadonlyMap<number, unknown>;
}

export async function playRound(examiner: Examiner, { secret, blockHash, candidates, now }: RoundInput): Promise<RoundOutput> {
  // One miner after another: on one machine they would only slow each other down, and their answers would be late for it.
  const examined = [];
  for (const candidate of candidates) {
    const exchanges: Exchange[] = [];
    const exam = await examiner.examine({
      uid: candidate.uid, draw: examDraw(secret, blockHash, candidate.uid), memory: candidate.memory,
      async ask(request) {
        const exchange = await exchangeWith(candidate, request, now);
        exchanges.push(exchange);
        return exchange.reply;
      },
    });
    examined.push({ candidate, exchanges, exam });
  }
  const exams: ExamRecord[] = [];
  const left = new Map<number, unknown>();
  for (const { candidate: { uid, hotkey, memory }, exchanges, exam } of examined) {
    exams.push({ uid, hotkey, memory: memory ?? null, exchanges, marks: await exam.mark() });
    if (exam.memory !== undefined) left.set(uid, exam.memory);
  }
  return { exams, memories: left };
}

async function exchangeWith(candidate: Candidate, request: unknown, now: () => number): Promise<Exchange> {
  const started = now();
  try {
    const { body, receipt } = await candidate.ask(request);
    return { request, reply: { ok: true, body, elapsedMs: Math.round(now() - started) }, receipt };
  } catch (error) {
    return { request, reply: { ok: false, reason: error instanceof Error ? error.message : String(error) }, receipt: '' };
  }
}
