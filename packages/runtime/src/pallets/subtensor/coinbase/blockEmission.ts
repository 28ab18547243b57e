/**
 * This block's emission by the issuance in storage.
 *
 * source: pallets/subtensor/src/coinbase/block_emission.rs @ 14bc6f9
 */

import type { Ctx, StateCtx } from '@taonet/frame';
import { S } from '../pallet.ts';
import { computeBlockEmission, TOTAL_SUPPLY_RAO } from './computeBlockEmission.ts';
import { mintTao } from './tao.ts';

/**
 * Mints this block's TAO.
 *
 * returns: the credit in rao · source: get_block_emission
 */
export function getBlockEmission(ctx: Ctx): bigint {
  const emission = calculateBlockEmission(ctx);
  return emission === 0n ? 0n : mintTao(ctx, emission);
}

/** Rao per block at the present issuance; mints nothing. source: calculate_block_emission */
export function calculateBlockEmission(ctx: StateCtx): bigint {
  return getBlockEmissionForIssuance(ctx, S.TotalIssuance.get(ctx));
}

/**
 * Units per block at an issuance (TAO in rao, or a subnet's alpha in 10⁻⁹). Leaves the answer in BlockEmission when it differs
 * from what is there; nothing reads it, but it is state.
 *
 * source: get_block_emission_for_issuance
 */
export function getBlockEmissionForIssuance(ctx: StateCtx, issuance: bigint): bigint {
  if (issuance >= TOTAL_SUPPLY_RAO) return 0n;
  const emission = computeBlockEmission(issuance);
  if (S.BlockEmission.get(ctx) !== emission) S.BlockEmission.set(ctx, emission);
  return emission;
}
