/** Plays rounds between an examiner and workers without a network, with a clock that stands still. */

import { computeShares, computeStandings, Draw, taskSeed, type Behaviour, type Embedder, type Mark, type SubnetKind } from '../src/index.ts';

const SECRET = new Uint8Array(32).fill(7);

export interface Result {
  readonly behaviour: Behaviour;
  readonly share: number;
  /** Of each track's own pay, where there are several. */
  readonly onTracks: readonly number[];
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
  const [all, { tracks = [] }] = [new Map(marks.map((list, uid) => [uid, list])), examiner];
  const sharesOn = (which: typeof examiner.tracks) => computeShares(computeStandings(all, which));
  const [shares, ...onTracks] = [sharesOn(examiner.tracks), ...tracks.map((track) => sharesOn([track]))];
  await examiner.close();
  await Promise.all(workers.map((worker) => worker.close()));
  return behaviours.map((behaviour, uid) => ({ behaviour, share: shares?.get(uid) ?? 0, onTracks: onTracks.map((one) => one?.get(uid) ?? 0), reasons: [...new Set(marks[uid]!.map(({ reason }) => reason))] }));
}

/** The same model for several parties, which does nothing twice: a text has one vector. */
export function createSharedEmbedder(embedder: Embedder): () => Promise<Embedder> {
  const known = new Map<string, Float32Array>();
  return () => Promise.resolve({
    ...embedder,
    async embed(inputs) {
      const fresh = [...new Set(inputs)].filter((input) => !known.has(input));
      for (const [i, vector] of (await embedder.embed(fresh)).entries()) known.set(fresh[i]!, vector);
      return inputs.map((input) => known.get(input)!);
    },
    close: () => Promise.resolve(),
  });
}
