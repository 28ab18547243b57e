/**
 * Replays a file of pure mathematics (`taonet-math/1`): every figure upstream's code computed, recomputed here.
 * Integers are decimal text, fixed-point values their raw bits.
 */

import { replayBalancer } from './math/balancer.ts';
import { replayConstantProduct, replayMaxAmountMove } from './math/constantProduct.ts';
import { replayEpochMath, replayEpochTranscendental } from './math/epoch.ts';
import { replayFixed, replaySafeMath, replayTranscendental } from './math/fixed.ts';
import { replayBlockEmission } from './math/issuance.ts';
import { replayMovingPrice } from './math/movingPrice.ts';
import { replayPow } from './math/pow.ts';
import { replayAdjustment, replayLockCost } from './math/registrationTerms.ts';
import { replaySafeFloat, replaySharePool } from './math/shares.ts';
import { replaySharePoolU64F64 } from './math/sharesU64F64.ts';
import { replayWork } from './math/work.ts';
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

const { share_pool: _sharePoolOfToday, safe_float: _floats, balancer: _weighted, ...UNCHANGED } = REPLAYERS;

/** Sections of a file of spec 273; those without a replayer wait for theirs. */
const REPLAYERS_273: Readonly<Record<string, Replayer>> = {
  ...UNCHANGED,
  v2_pool: replayConstantProduct,
  max_amount_move: replayMaxAmountMove,
  share_pool: replaySharePoolU64F64,
  adjustment: replayAdjustment,
  lock_cost: replayLockCost,
  moving_price: replayMovingPrice,
  pow: replayWork,
};

/** How many cases of a file nobody replays yet, by section. */
export function unsupportedMath(json: MathFile): Readonly<Record<string, number>> {
  const replayers = replayersOf(json);
  return Object.fromEntries(
    Object.entries(json).flatMap(([section, body]) =>
      typeof body === 'object' && body !== null && replayers[section] === undefined ? [[section, (body as { readonly cases: readonly unknown[] }).cases.length]] : []),
  );
}

const replayersOf = (json: MathFile): Readonly<Record<string, Replayer | undefined>> => (json['spec'] === undefined ? REPLAYERS : REPLAYERS_273);

/** The outcome of every figure of every section that has a replayer. */
export function replayMath(json: MathFile): MathOutcome[] {
  return Object.entries(json).flatMap(([section, body]) => {
    if (typeof body !== 'object' || body === null) return [];
    const { cases } = body as { readonly cases: readonly never[] };
    return replayersOf(json)[section]?.(cases, section) ?? [];
  });
}
