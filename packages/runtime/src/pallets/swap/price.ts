/** Spot price of a subnet's alpha. */

import type { StateCtx } from '@taonet/frame';
import { computeAlphaForTao } from '@taonet/pools';
import { U64F64, type NetUid } from '@taonet/primitives';
import { S as Subtensor } from '../subtensor/pallet.ts';
import { poolRuleOf } from './pools/poolRuleOf.ts';

/** Mechanism of subnets with a pool; every other one trades 1:1. */
const DYNAMIC = 1;

export function isDynamic(ctx: StateCtx, netuid: NetUid): boolean {
  return Subtensor.SubnetMechanism.get(ctx, netuid) === DYNAMIC;
}

/**
 * TAO per alpha now: 1 without a pool, 0 for a pool without alpha.
 *
 * source: pallets/swap/src/pallet/impls.rs, current_price @ 14bc6f9
 */
export function currentAlphaPrice(ctx: StateCtx, netuid: NetUid): U64F64 {
  return isDynamic(ctx, netuid) ? poolRuleOf(ctx).price(ctx, netuid) : U64F64.one;
}

/** Alpha worth `taoRao` at the spot price, slippage left out. source: pallets/swap/src/pallet/impls.rs, get_alpha_amount_for_tao @ 14bc6f9 */
export function getAlphaAmountForTao(ctx: StateCtx, netuid: NetUid, taoRao: bigint): bigint {
  return isDynamic(ctx, netuid) ? computeAlphaForTao(currentAlphaPrice(ctx, netuid), taoRao) : taoRao;
}
