/** From the marks of single answers to a miner's share of the weights. */

/** One answer's mark: 0 (worthless) to 1 (all that was asked), and why it is not 1. */
export interface Mark {
  readonly value: number;
  readonly reason: string;
  /** What an answer that knows nothing would have got here: the validator played it itself. Left out where that is 0. */
  readonly chance?: number;
}

/** Standard errors that are taken off a mean before it counts: luck does not pay. */
export const CAUTION = 1;
/** Differences count cubed, so that the best work earns visibly more than half of it. */
export const SHARPNESS = 3;

export interface Standing {
  readonly answers: number;
  readonly mean: number;
  readonly standardError: number;
  /** max(0, mean − chance − CAUTION · standard error) ^ SHARPNESS. */
  readonly raw: number;
}

/** What an answer earns that knows nothing: the mean over everything that was asked, whoever was asked. */
export function computeChance(marks: readonly Mark[]): number {
  return marks.length === 0 ? 0 : marks.reduce((sum, { chance = 0 }) => sum + chance, 0) / marks.length;
}

/** Where a miner stands after `marks`; `chance` is what an answer earns that knows nothing. */
export function computeStanding(marks: readonly number[], chance: number): Standing {
  const answers = marks.length;
  if (answers === 0) return { answers, mean: 0, standardError: 0, raw: 0 };
  const mean = marks.reduce((sum, mark) => sum + mark, 0) / answers;
  const variance = answers === 1 ? 0.25 : marks.reduce((sum, mark) => sum + (mark - mean) ** 2, 0) / (answers - 1);
  const standardError = Math.sqrt(variance / answers);
  return { answers, mean, standardError, raw: Math.max(0, mean - chance - CAUTION * standardError) ** SHARPNESS };
}

/** Shares that sum to 1; undefined when nobody earned anything: then there is nothing to set, and no uniform weights instead. */
export function computeShares(standings: ReadonlyMap<number, Standing>): ReadonlyMap<number, number> | undefined {
  const total = [...standings.values()].reduce((sum, { raw }) => sum + raw, 0);
  if (total === 0) return undefined;
  return new Map([...standings].map(([uid, { raw }]) => [uid, raw / total]));
}
