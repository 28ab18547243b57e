/**
 * Replays a file of pure mathematics (`taonet-math/1`): every figure upstream's code computed, recomputed here.
 * Integers are decimal text, fixed-point values their raw bits.
 */

import { replayBalancer } from './math/balancer.ts';
import { replayEpochMath, replayEpochTranscendental } from './math/epoch.ts';
import { replayFixed, replaySafeMath, replayTranscendental } from './math/fixed.ts';
import { replayBlockEmission } from './math/issuance.ts';
import { replayPow } from './math/pow.ts';
import { replaySafeFloat, replaySharePool } from './math/shares.ts';
import type { MathOutcome } from './math/replay.ts';

export type { MathOutcome } from './math/replay.ts';

/** A math file as parsed JSON. */
export type MathFile = Readonly<Record<string, unknown>>;

type Replayer = (cases: readonly never[], section: string) => MathOutcome[];

const REPLAYERS: Readonly<Record<string, Replayer>> = {
  fixed_I32F32: (cases, section) => replayFixed(section, cases),
  fixed_I64F64: (cases, section) => replayFixed(section, cases),
  fixed_I96F32: (cases, section) => replayFixed(section, cases),
  fixed_U64F64: (cases, section) => replayFixed(section, cases),
  fixed_U96F32: (cases, section) => replayFixed(section, cases),
  fixed_U110F18: (cases, section) => replayFixed(section, cases),
  transcendental_I32F32: (cases) => [...replayTranscendental(cases), ...replayEpochTranscendental(cases)],
  safe_math: replaySafeMath,
  balancer: replayBalancer,
  block_emission: replayBlockEmission,
  epoch_math: replayEpochMath,
  pow_ratio_scaled: replayPow,
  safe_float: replaySafeFloat,
  share_pool: replaySharePool,
};

/** The outcome of every figure of every section; a section without a replayer is one failed outcome. */
export function replayMath(json: MathFile): MathOutcome[] {
  return Object.entries(json).flatMap(([section, body]) => {
    if (typeof body !== 'object' || body === null) return [];
    const replayer = REPLAYERS[section];
    const { cases } = body as { readonly cases: readonly never[] };
    return replayer === undefined ? [{ name: section, ok: false, expected: `${cases.length} cases`, got: 'no replayer' }] : replayer(cases, section);
  });
}
