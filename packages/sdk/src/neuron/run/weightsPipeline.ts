import type { WeightVector } from './chainView.ts';

/** What goes in, one row a UID. */
export interface Scored {
  readonly uid: number;
  /** At least 0. */
  readonly score: number;
  /** How often it was scored. */
  readonly asked: number;
}

export interface WeightRules {
  /** The validator's own UID, which gets nothing. */
  readonly self?: number;
  /** UIDs scored less often are left out; 1 when left out. */
  readonly askedMin?: number;
  /** Fewer weights than this are refused by the chain. */
  readonly minAllowedWeights: number;
  /** Neurons on the subnet: the chain asks for no more weights than these. */
  readonly neuronCount: number;
  /** Greatest share of one UID, of 65535. */
  readonly maxWeightsLimit: number;
}

/** One step and what it left, in words for the validator's log. */
export interface WeightStep {
  readonly step: 'asked' | 'self' | 'positive' | 'enough' | 'limit' | 'quantise';
  readonly left: number;
  readonly reason: string;
}

export type WeightRefusal = 'NothingScored' | 'TooFewScored' | 'LimitTooLow';

/** Weights, or why there are none. Nothing is ever filled up with equal weights: that would pay whoever is there. */
export type WeightsOutcome =
  | { readonly ok: true; readonly weights: WeightVector; readonly steps: readonly WeightStep[] }
  | { readonly ok: false; readonly refusal: WeightRefusal; readonly steps: readonly WeightStep[] };

const U16_MAX = 65_535;

interface Share {
  readonly uid: number;
  readonly share: number;
}

/**
 * Scores to u16 weights: left out who was asked too little, oneself, and zeros; shares of the sum; the limit of one UID, its surplus going to the others in
 * proportion; the greatest becomes 65535, the others in proportion, rounded to the nearest; what rounds to 0 is dropped.
 */
export function computeWeights(scores: readonly Scored[], rules: WeightRules): WeightsOutcome {
  const { self, askedMin = 1, minAllowedWeights, neuronCount, maxWeightsLimit } = rules;
  const steps: WeightStep[] = [];
  const pass = <T>(step: WeightStep['step'], rows: readonly T[], reason: string): readonly T[] => {
    steps.push({ step, left: rows.length, reason });
    return rows;
  };
  const refused = (refusal: WeightRefusal): WeightsOutcome => ({ ok: false, refusal, steps });
  const asked = pass('asked', scores.filter((row) => row.asked >= askedMin), `scored at least ${askedMin} times`);
  const others = pass('self', asked.filter(({ uid }) => uid !== self), 'not oneself');
  const positive = pass('positive', others.filter(({ score }) => Number.isFinite(score) && score > 0), 'a score above zero');
  if (positive.length === 0) return refused('NothingScored');
  const needed = Math.min(minAllowedWeights, neuronCount);
  pass('enough', positive, `the chain wants ${needed}`);
  if (positive.length < needed) return refused('TooFewScored');
  const shares = limitShares(toShares(positive), maxWeightsLimit / U16_MAX);
  if (shares === undefined) return refused('LimitTooLow');
  pass('limit', shares, `no share above ${maxWeightsLimit} of ${U16_MAX}`);
  const weights = quantise(shares);
  pass('quantise', weights, 'not rounded to zero');
  return weights.length < needed ? refused('TooFewScored') : { ok: true, weights: new Map(weights), steps };
}

function toShares(rows: readonly Scored[]): readonly Share[] {
  // Divided by the greatest first: sums of great scores must not overflow.
  const greatest = Math.max(...rows.map(({ score }) => score));
  const scaled = rows.map(({ uid, score }) => ({ uid, score: score / greatest }));
  const sum = scaled.reduce((total, { score }) => total + score, 0);
  return scaled.map(({ uid, score }) => ({ uid, share: score / sum }));
}

/** Undefined when even equal shares would be above the limit. */
function limitShares(shares: readonly Share[], limit: number): readonly Share[] | undefined {
  if (shares.length * limit < 1) return undefined;
  const capped = new Set<number>();
  let current = shares;
  for (let round = 0; round < shares.length; round++) {
    const over = current.filter(({ uid, share }) => share > limit && !capped.has(uid));
    if (over.length === 0) return current;
    for (const { uid } of over) capped.add(uid);
    const free = shares.filter(({ uid }) => !capped.has(uid)).reduce((sum, { share }) => sum + share, 0);
    const room = 1 - capped.size * limit;
    current = shares.map(({ uid, share }) => ({ uid, share: capped.has(uid) ? limit : (share / free) * room }));
  }
  return current;
}

function quantise(shares: readonly Share[]): readonly (readonly [number, number])[] {
  const greatest = Math.max(...shares.map(({ share }) => share));
  return [...shares].sort((a, b) => a.uid - b.uid).map(({ uid, share }) => [uid, Math.round((share / greatest) * U16_MAX)] as const).filter(([, weight]) => weight > 0);
}
