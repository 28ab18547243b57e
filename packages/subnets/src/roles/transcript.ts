/**
 * What a validator asked and got in one round, so that anyone can draw its tasks and give its marks again. What cannot be done again is
 * said by the validator alone: how long an answer took, and that a miner gave none.
 */

import { isDeepStrictEqual } from 'node:util';
import { Draw, secretCommitment, taskSeed } from '../task/draw.ts';
import { MAIN_TRACK, type Mark } from '../task/score.ts';
import type { Examiner, Reply } from '../subnetKind.ts';

export interface Exchange {
  readonly request: unknown;
  readonly reply: Reply;
  /** The miner's signature over request and answer; empty when there was none. */
  readonly receipt: string;
}

export interface ExamRecord {
  readonly uid: number;
  readonly hotkey: string;
  readonly memory: unknown;
  readonly exchanges: readonly Exchange[];
  readonly marks: readonly Mark[];
}

export interface RoundRecord {
  readonly subnet: string;
  readonly netuid: number;
  readonly validator: string;
  readonly round: number;
  /** The block whose hash fixed the tasks; the commitment was on chain before it. */
  readonly blockNumber: number;
  readonly blockHash: string;
  /** Hex of SHA-256 of the secret. */
  readonly commitment: string;
  /** Hex; empty until it was revealed. */
  readonly secret: string;
  /** Names of the tracks that were examined; left out where there is the main one only. */
  readonly tracks?: readonly string[];
  readonly exams: readonly ExamRecord[];
}

export interface Finding {
  readonly uid: number | undefined;
  readonly problem: string;
}

/** The draw of one miner's tasks in a round. */
export function examDraw(secret: Uint8Array, blockHash: string, uid: number): Draw {
  return new Draw(taskSeed(secret, Buffer.from(blockHash, 'hex')), uid);
}

/** Draws the round's tasks and gives its marks again; what does not agree comes back, nothing when all does. */
export async function auditRound(record: RoundRecord, examiner: Examiner): Promise<Finding[]> {
  const secret = Buffer.from(record.secret, 'hex');
  if (secret.length === 0) return [{ uid: undefined, problem: 'the secret is not revealed yet' }];
  if (Buffer.from(secretCommitment(secret)).toString('hex') !== record.commitment) return [{ uid: undefined, problem: 'the secret is not the one that was committed' }];
  const [tracks, mine] = [record.tracks ?? [MAIN_TRACK.name], (examiner.tracks ?? [MAIN_TRACK]).map(({ name }) => name)];
  if (tracks.join() !== mine.join()) return [{ uid: undefined, problem: `the round has ${tracks.length} tracks, ${mine.length} can be audited` }];
  const findings: Finding[] = [];
  for (const exam of record.exams) findings.push(...await auditExam(record, exam, secret, examiner));
  return findings;
}

/** Reasons are words, for people. */
const whatCounts = ({ value, chance, track }: Mark): object => ({ value, chance, track });

async function auditExam(record: RoundRecord, exam: ExamRecord, secret: Uint8Array, examiner: Examiner): Promise<Finding[]> {
  const { uid } = exam;
  const problems: string[] = [];
  let next = 0;
  const { mark } = await examiner.examine({
    uid, draw: examDraw(secret, record.blockHash, uid), memory: exam.memory,
    ask(request) {
      const exchange = exam.exchanges[next];
      next += 1;
      if (exchange === undefined) problems.push(`task ${next - 1} was never asked`);
      else if (JSON.stringify(exchange.request) !== JSON.stringify(request)) problems.push(`task ${next - 1} is not the one that was drawn`);
      return Promise.resolve(exchange?.reply ?? { ok: false, reason: 'never asked' });
    },
  });
  if (next < exam.exchanges.length) problems.push(`${exam.exchanges.length - next} tasks were not drawn`);
  const marks = await mark();
  if (!isDeepStrictEqual(marks.map(whatCounts), exam.marks.map(whatCounts))) {
    problems.push(`marks are ${marks.map(({ value }) => value).join(' ')}, not ${exam.marks.map(({ value }) => value).join(' ')}`);
  }
  return problems.map((problem) => ({ uid, problem }));
}
