/** What a registration costs: rises with every registration, halves in BurnHalfLife blocks, stays between MinBurn and MaxBurn. */

import type { StateCtx } from '@taonet/frame';
import { U64_MAX, U64F64, type NetUid } from '@taonet/primitives';
import { shouldRunEpoch } from '../coinbase/epochSchedule.ts';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { S } from '../pallet.ts';
import { getAllSubnetNetuids, ROOT_NETUID } from './subnetwork.ts';

/** Fractions of the decay have 32 bits after the point. */
const Q32_BITS = 32n;
const ONE_Q32 = 1n << Q32_BITS;
const HALF_Q32 = 1n << 31n;

/** ⌊value · factor⌋, clamped to u64. source: pallets/subtensor/src/utils/misc.rs, mul_by_q32 @ 14bc6f9 */
export function mulByQ32(value: bigint, factorQ32: bigint): bigint {
  const product = (value * factorQ32) >> Q32_BITS;
  return product > U64_MAX ? U64_MAX : product;
}

/** base^exponent by squaring, each product floored. source: pallets/subtensor/src/utils/misc.rs, pow_q32 @ 14bc6f9 */
export function powQ32(baseQ32: bigint, exponent: number): bigint {
  let result = ONE_Q32;
  let factor = baseQ32;
  for (let power = exponent; power > 0; power >>= 1) {
    if ((power & 1) === 1) result = mulByQ32(result, factor);
    factor = mulByQ32(factor, factor);
  }
  return result;
}

/**
 * The largest factor whose `halfLife`-th power is not above one half; 1 for a half-life of 0.
 *
 * source: pallets/subtensor/src/utils/misc.rs, decay_factor_q32 @ 14bc6f9
 */
export function decayFactorQ32(halfLifeBlocks: number): bigint {
  const known = decayFactors.get(halfLifeBlocks);
  if (known !== undefined) return known;
  const factor = findDecayFactor(halfLifeBlocks);
  decayFactors.set(halfLifeBlocks, factor);
  return factor;
}

/** Found factors: every block asks for every subnet's, and half-lives are few (u16). */
const decayFactors = new Map<number, bigint>();

function findDecayFactor(halfLifeBlocks: number): bigint {
  if (halfLifeBlocks === 0) return ONE_Q32;
  let low = 0n;
  let high = ONE_Q32;
  while (low + 1n < high) {
    const middle = low + ((high - low) >> 1n);
    if (powQ32(middle, halfLifeBlocks) > HALF_Q32) high = middle;
    else low = middle;
  }
  return low;
}

/** MaxBurn wins where the bounds cross. */
function clampToBounds(ctx: StateCtx, netuid: NetUid, burnRao: bigint): bigint {
  const min = S.MinBurn.get(ctx, netuid);
  const max = S.MaxBurn.get(ctx, netuid);
  const atLeast = burnRao < min ? min : burnRao;
  return atLeast > max ? max : atLeast;
}

/**
 * Every block: lowers each subnet's price by one block's decay and starts the registration counters anew
 * (root's counter of the interval when root's epoch is due).
 *
 * source: pallets/subtensor/src/subnets/registration.rs, update_registration_prices_for_networks @ 14bc6f9
 */
export function updateRegistrationPricesForNetworks(ctx: StateCtx): void {
  const block = getCurrentBlockAsU64(ctx);
  for (const netuid of getAllSubnetNetuids(ctx)) {
    const burn = S.Burn.get(ctx, netuid);
    const halfLife = S.BurnHalfLife.get(ctx, netuid);
    const decayed = halfLife > 0 && block > 1n ? mulByQ32(burn, decayFactorQ32(halfLife)) : burn;
    const next = clampToBounds(ctx, netuid, decayed);
    if (next !== burn) S.Burn.set(ctx, netuid, next);
    S.RegistrationsThisBlock.set(ctx, netuid, 0);
    if (netuid === ROOT_NETUID && shouldRunEpoch(ctx, netuid, block)) S.RegistrationsThisInterval.set(ctx, netuid, 0);
  }
}

/**
 * After a registration: price × BurnIncreaseMult (at least 1), floored. Root has no price.
 *
 * source: pallets/subtensor/src/subnets/registration.rs, bump_registration_price_after_registration @ 14bc6f9
 */
export function bumpRegistrationPriceAfterRegistration(ctx: StateCtx, netuid: NetUid): void {
  if (netuid === ROOT_NETUID) return;
  const multiplier = U64F64.larger(S.BurnIncreaseMult.get(ctx, netuid), U64F64.one);
  const raised = U64F64.saturatingToU64(U64F64.saturatingMul(U64F64.fromInt(S.Burn.get(ctx, netuid)), multiplier));
  S.Burn.set(ctx, netuid, clampToBounds(ctx, netuid, raised));
}
