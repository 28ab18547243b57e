/** Rounds of a reference subnet in this process: every behaviour is one miner, the examiner is a validator's. */

import { computeShares, computeStandings, Draw, taskSeed, type Behaviour, type Mark, type SubnetKind } from '@taonet/subnets';

/** How long an answer took, as the clock of these rounds has it. */
const ELAPSED_MS = 5;
const SECRET = new Uint8Array(32).fill(7);

export interface Examined {
  readonly behaviour: Behaviour;
  /** Mean of its marks, 0 to 1. */
  readonly mark: number;
  /** Share of the weights that a validator would set. */
  readonly share: number;
  /** Answers that were all that was asked. */
  readonly right: number;
  /** What the validator asked of it, and the bytes that went to and fro for that, as text. */
  readonly requests: number;
  readonly bytes: number;
}

/** What comes of so many rounds, miner by miner. */
export async function playRounds(kind: SubnetKind, behaviours: readonly Behaviour[], rounds: number): Promise<readonly Examined[]> {
  const examiner = await kind.createExaminer();
  const workers = await Promise.all(behaviours.map((behaviour) => kind.createWorker(behaviour, behaviour)));
  const marks = behaviours.map((): Mark[] => []);
  const memories: unknown[] = behaviours.map(() => undefined);
  const traffic = behaviours.map(() => ({ requests: 0, bytes: 0 }));
  const count = (uid: number, ...messages: readonly unknown[]): void => {
    for (const message of messages) traffic[uid]!.bytes += JSON.stringify(message).length;
  };
  for (let round = 0; round < rounds; round += 1) {
    const draw = new Draw(taskSeed(SECRET, Uint8Array.of(round)));
    const examined = [];
    for (const [uid, worker] of workers.entries()) {
      examined.push(await examiner.examine({
        uid, draw: draw.at(uid), memory: memories[uid],
        ask: (request) => {
          traffic[uid]!.requests += 1;
          count(uid, request);
          return worker.answer(request).then(
            (body) => {
              count(uid, body);
              return { ok: true as const, body, elapsedMs: ELAPSED_MS };
            },
            (error: unknown) => ({ ok: false as const, reason: error instanceof Error ? error.message : String(error) }),
          );
        },
      }));
    }
    for (const [uid, one] of examined.entries()) {
      marks[uid]!.push(...await one.mark());
      memories[uid] = one.memory;
    }
  }
  const shares = computeShares(computeStandings(new Map(marks.map((list, uid) => [uid, list])), examiner.tracks));
  await examiner.close();
  await Promise.all(workers.map((worker) => worker.close()));
  return behaviours.map((behaviour, uid) => {
    const list = marks[uid]!;
    return { behaviour, mark: list.reduce((sum, { value }) => sum + value, 0) / list.length, share: shares?.get(uid) ?? 0, right: list.filter(({ value }) => value === 1).length, ...traffic[uid]! };
  });
}
