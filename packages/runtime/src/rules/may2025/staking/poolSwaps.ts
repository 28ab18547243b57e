/**
 * The constant-product pool of a subnet as May 2025 traded on it: price, swaps that write nothing, swaps with everything that
 * moves along. A swap has no fee and no price limit; one that would empty the pool moves nothing and pays 0.
 *
 * source: pallets/subtensor/src/staking/stake_utils.rs @ 1b0c63a
 */

import type { StateCtx } from '@taonet/frame';
import { computeConstantProductOut, computeConstantProductPrice, type Reserves, type SwapDirection } from '@taonet/pools';
import { saturatingAddU128, saturatingAddU64, saturatingSubU64, U96F32, type NetUid } from '@taonet/primitives';
import { isDynamic } from '../../../pallets/swap/price.ts';
import { S } from '../../../pallets/subtensor/pallet.ts';
import { ROOT_NETUID } from '../../../pallets/subtensor/subnets/subnetwork.ts';

/** Root and subnets of mechanism 0, where one alpha is one TAO. */
export function isStable(ctx: StateCtx, netuid: NetUid): boolean {
  return netuid === ROOT_NETUID || S.SubnetMechanism.get(ctx, netuid) === 0;
}

/** Both sides of the subnet's pool. */
export function getReserves(ctx: StateCtx, netuid: NetUid): Reserves {
  return { taoReserveRao: S.SubnetTAO.get(ctx, netuid), alphaReserveRao: S.SubnetAlphaIn.get(ctx, netuid) };
}

/** TAO per alpha, truncated to 2⁻³²; 1 on stable subnets, 0 for a pool without alpha. source: get_alpha_price */
export function getAlphaPrice(ctx: StateCtx, netuid: NetUid): U96F32 {
  return isStable(ctx, netuid) ? U96F32.one : computeConstantProductPrice(getReserves(ctx, netuid));
}

/** Only mechanism 1 has a pool; all others trade 1:1. */
function simSwap(ctx: StateCtx, netuid: NetUid, direction: SwapDirection, amountIn: bigint): bigint | undefined {
  return isDynamic(ctx, netuid) ? computeConstantProductOut(getReserves(ctx, netuid), direction, amountIn) : amountIn;
}

/** Alpha that `tao` rao would buy; undefined when too little alpha would stay in the pool. source: sim_swap_tao_for_alpha */
export function simSwapTaoForAlpha(ctx: StateCtx, netuid: NetUid, tao: bigint): bigint | undefined {
  return simSwap(ctx, netuid, 'buy', tao);
}

/** Rao that `alpha` would bring; undefined when too little TAO would stay in the pool. source: sim_swap_alpha_for_tao */
export function simSwapAlphaForTao(ctx: StateCtx, netuid: NetUid, alpha: bigint): bigint | undefined {
  return simSwap(ctx, netuid, 'sell', alpha);
}

/** Buys with `tao` rao. Total stake and volume count what was paid. returns: alpha · source: swap_tao_for_alpha */
export function swapTaoForAlpha(ctx: StateCtx, netuid: NetUid, tao: bigint): bigint {
  const alpha = simSwapTaoForAlpha(ctx, netuid, tao);
  if (alpha === undefined) return 0n;
  S.SubnetAlphaIn.mutate(ctx, netuid, (total) => saturatingSubU64(total, alpha));
  S.SubnetAlphaOut.mutate(ctx, netuid, (total) => saturatingAddU64(total, alpha));
  S.SubnetTAO.mutate(ctx, netuid, (total) => saturatingAddU64(total, tao));
  S.TotalStake.mutate(ctx, (total) => saturatingAddU64(total, tao));
  S.SubnetVolume.mutate(ctx, netuid, (total) => saturatingAddU128(total, tao));
  return alpha;
}

/** Sells `alpha`. Total stake and volume count what was paid out. returns: rao · source: swap_alpha_for_tao */
export function swapAlphaForTao(ctx: StateCtx, netuid: NetUid, alpha: bigint): bigint {
  const tao = simSwapAlphaForTao(ctx, netuid, alpha);
  if (tao === undefined) return 0n;
  S.SubnetAlphaIn.mutate(ctx, netuid, (total) => saturatingAddU64(total, alpha));
  S.SubnetAlphaOut.mutate(ctx, netuid, (total) => saturatingSubU64(total, alpha));
  S.SubnetTAO.mutate(ctx, netuid, (total) => saturatingSubU64(total, tao));
  S.TotalStake.mutate(ctx, (total) => saturatingSubU64(total, tao));
  S.SubnetVolume.mutate(ctx, netuid, (total) => saturatingAddU128(total, tao));
  return tao;
}
