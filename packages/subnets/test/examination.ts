/** Plays rounds between an examiner and workers without a network, with a clock that stands still. */

import { computeChance, computeShares, computeStanding, Draw, taskSeed, type Behaviour, type Mark, type SubnetKind } from '../src/index.ts';

const SECRET = new Uint8Array(32).fill(7);

export interface Result {
  readonly behaviour: Behaviour;
  readonly share: number;
  readonly reasons: readonly string[];
}

/** Every behaviour is one miner; shares of the weights after `rounds`. */
export async function playRounds(kind: SubnetKind, behaviours: readonly Behaviour[], rounds: number, elapsedMs = 5): Promise<Result[]> {
  const examiner = await kind.createExaminer();
  const workers = await Promise.all(behaviours.map((behaviour) => kind.createWorker(behaviour, behaviour)));
  const marks = behaviours.map(() => [] as Mark[]);
  const memories: unknown[] = behaviours.map(() => undefined);
  for (let round = 0; round < rounds; round += 1) {
    const draw = new Draw(taskSeed(SECRET, Uint8Array.of(round)));
    const examined = [];
    for (const [uid, worker] of workers.entries()) {
      examined.push(await examiner.examine({
        uid, draw: draw.at(uid), memory: memories[uid],
        ask: (request) => worker.answer(JSON.parse(JSON.stringify(request))).then(
          (body) => ({ ok: true as const, body: JSON.parse(JSON.stringify(body)) as unknown, elapsedMs }),
          (error: unknown) => ({ ok: false as const, reason: (error as Error).message }),
        ),
      }));
    }
    for (const [uid, { mark, memory }] of examined.entries()) {
      marks[uid]!.push(...await mark());
      memories[uid] = memory === undefined ? undefined : JSON.parse(JSON.stringify(memory));
    }
  }
  const chance = computeChance(marks.flat());
  const shares = computeShares(new Map(marks.map((list, uid) => [uid, computeStanding(list.map(({ value }) => value), chance)])));
  await examiner.close();
  await Promise.all(workers.map((worker) => worker.close()));
  return behaviours.map((behaviour, uid) => ({ behaviour, share: shares?.get(uid) ?? 0, reasons: [...new Set(marks[uid]!.map(({ reason }) => reason))] }));
}
