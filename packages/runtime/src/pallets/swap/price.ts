/** Spot price and state of a subnet's pool. Reserves belong to SubtensorModule, weights and fee to this pallet. */

import type { StateCtx } from '@taonet/frame';
import { computeAlphaForTao, computePrice, type BalancerPool } from '@taonet/pools';
import { U64F64, type NetUid } from '@taonet/primitives';
import { S as Subtensor } from '../subtensor/pallet.ts';
import { C, S } from './pallet.ts';

/** Mechanism of subnets with a pool; every other one trades 1:1. */
const DYNAMIC = 1;

export function isDynamic(ctx: StateCtx, netuid: NetUid): boolean {
  return Subtensor.SubnetMechanism.get(ctx, netuid) === DYNAMIC;
}

/** Everything a swap on the subnet reads. */
export function getPool(ctx: StateCtx, netuid: NetUid): BalancerPool {
  return {
    taoReserveRao: Subtensor.SubnetTAO.get(ctx, netuid),
    alphaReserveRao: Subtensor.SubnetAlphaIn.get(ctx, netuid),
    quoteWeight: S.SwapBalancer.get(ctx, netuid).quote,
    initialized: S.PalSwapInitialized.get(ctx, netuid),
    feeRateU16: S.FeeRate.get(ctx, netuid),
    reserveMinRao: C.MinimumReserve(ctx),
  };
}

/**
 * TAO per alpha now: 1 without a pool, 0 for a pool without alpha.
 *
 * source: pallets/swap/src/pallet/impls.rs, current_price @ 14bc6f9
 */
export function currentAlphaPrice(ctx: StateCtx, netuid: NetUid): U64F64 {
  if (!isDynamic(ctx, netuid)) return U64F64.one;
  const alphaReserveRao = Subtensor.SubnetAlphaIn.get(ctx, netuid);
  if (alphaReserveRao === 0n) return U64F64.zero;
  const taoReserveRao = Subtensor.SubnetTAO.get(ctx, netuid);
  return computePrice({ taoReserveRao, alphaReserveRao, quoteWeight: S.SwapBalancer.get(ctx, netuid).quote });
}

/** Alpha worth `taoRao` at the spot price, slippage left out. source: pallets/swap/src/pallet/impls.rs, get_alpha_amount_for_tao @ 14bc6f9 */
export function getAlphaAmountForTao(ctx: StateCtx, netuid: NetUid, taoRao: bigint): bigint {
  return isDynamic(ctx, netuid) ? computeAlphaForTao(currentAlphaPrice(ctx, netuid), taoRao) : taoRao;
}
