/** From the marks of single answers to a miner's share of the weights. */

/** One answer's mark: 0 (worthless) to 1 (all that was asked), and why it is not 1. */
export interface Mark {
  readonly value: number;
  readonly reason: string;
  /** What an answer that knows nothing would have got here: the validator played it itself. Left out where that is 0. */
  readonly chance?: number;
  /** Name of the track it was earned on; left out on the main one. */
  readonly track?: string;
}

/** Standard errors that are taken off a mean before it counts: luck does not pay. */
export const CAUTION = 1;
/** Differences count cubed, so that the best work earns visibly more than half of it. */
export const SHARPNESS = 3;

/** One of the contests of a subnet. Each divides its own share of the weights among its own winners. */
export interface Track {
  /** Empty for the main one. */
  readonly name: string;
  /** Of the subnet's weights, beside the shares of the other tracks. A track on which nobody earns leaves its share to the others. */
  readonly share: number;
  /** Standard errors taken off: more where guessing gets something. */
  readonly caution: number;
  /** Marks of one miner that count; older ones are forgotten. */
  readonly window: number;
}

export const MAIN_TRACK: Track = { name: '', share: 1, caution: CAUTION, window: 48 };

export interface Standing {
  readonly answers: number;
  readonly mean: number;
  readonly standardError: number;
  /** max(0, mean − chance − caution · standard error) ^ SHARPNESS; over several tracks the sum of the shares that this earned. */
  readonly raw: number;
}

/** What an answer earns that knows nothing: the mean over everything that was asked, whoever was asked. */
export function computeChance(marks: readonly Mark[]): number {
  return marks.length === 0 ? 0 : marks.reduce((sum, { chance = 0 }) => sum + chance, 0) / marks.length;
}

/** Where a miner stands after `marks`; `chance` is what an answer earns that knows nothing. */
export function computeStanding(marks: readonly number[], chance: number, caution = CAUTION): Standing {
  const answers = marks.length;
  if (answers === 0) return { answers, mean: 0, standardError: 0, raw: 0 };
  const mean = marks.reduce((sum, mark) => sum + mark, 0) / answers;
  const variance = answers === 1 ? 0.25 : marks.reduce((sum, mark) => sum + (mark - mean) ** 2, 0) / (answers - 1);
  const standardError = Math.sqrt(variance / answers);
  return { answers, mean, standardError, raw: Math.max(0, mean - chance - caution * standardError) ** SHARPNESS };
}

/** Where all miners stand, by uid, after everything they were marked for. */
export function computeStandings(marksOf: ReadonlyMap<number, readonly Mark[]>, tracks: readonly Track[] = [MAIN_TRACK]): ReadonlyMap<number, Standing> {
  const byTrack = tracks.map((track) => standingsOn(track, marksOf));
  if (byTrack.length === 1) return byTrack[0]!;
  const earned = byTrack.map((standings) => computeShares(standings));
  return new Map([...marksOf].map(([uid, marks]) => {
    const raw = tracks.reduce((sum, { share }, i) => sum + share * (earned[i]?.get(uid) ?? 0), 0);
    return [uid, { ...computeStanding(marks.map(({ value }) => value), 0), raw }];
  }));
}

function standingsOn(track: Track, marksOf: ReadonlyMap<number, readonly Mark[]>): ReadonlyMap<number, Standing> {
  const here = [...marksOf].map(([uid, marks]) => [uid, marks.filter((mark) => (mark.track ?? '') === track.name)] as const);
  const chance = computeChance(here.flatMap(([, marks]) => marks));
  return new Map(here.map(([uid, marks]) => [uid, computeStanding(marks.map(({ value }) => value), chance, track.caution)]));
}

/** Shares that sum to 1; undefined when nobody earned anything: then there is nothing to set, and no uniform weights instead. */
export function computeShares(standings: ReadonlyMap<number, Standing>): ReadonlyMap<number, number> | undefined {
  const total = [...standings.values()].reduce((sum, { raw }) => sum + raw, 0);
  if (total === 0) return undefined;
  return new Map([...standings].map(([uid, { raw }]) => [uid, raw / total]));
}
