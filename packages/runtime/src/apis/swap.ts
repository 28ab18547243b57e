/** SwapRuntimeApi: prices, and what a swap would give. */

import { swapApi } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import { RAO_PER_TAO, saturatingSubU64, U64F64, type NetUid } from '@taonet/primitives';
import { getAllSubnetNetuids } from '../pallets/subtensor/subnets/subnetwork.ts';
import { currentAlphaPrice } from '../pallets/swap/price.ts';
import { ruleSetOf } from '../rules/ruleSetOf.ts';
import { bindTrait, type ApiResult } from './handlers.ts';

type SimSwapResult = ApiResult<typeof swapApi, 'sim_swap_tao_for_alpha'>;

/** What a swap that cannot be made answers. */
const NO_SWAP: SimSwapResult = { tao_amount: 0n, alpha_amount: 0n, tao_fee: 0n, alpha_fee: 0n, tao_slippage: 0n, alpha_slippage: 0n };

/** Rao per whole alpha. source: runtime/src/lib.rs, current_alpha_price @ 14bc6f9 */
function priceRao(ctx: StateCtx, netuid: NetUid): bigint {
  return U64F64.saturatingToU64(U64F64.saturatingMulInt(currentAlphaPrice(ctx, netuid), RAO_PER_TAO));
}

/** Slippage: what the whole amount would give at the spot price, less what it gives. source: runtime/src/lib.rs, sim_swap_tao_for_alpha @ 14bc6f9 */
function simBuy(ctx: StateCtx, netuid: NetUid, taoRao: bigint): SimSwapResult {
  const quote = ruleSetOf(ctx).views.quote(ctx, netuid, 'buy', taoRao);
  if (quote === undefined) return NO_SWAP;
  const { paidIn: tao_amount, paidOut: alpha_amount, taoFee: tao_fee, alphaFee: alpha_fee } = quote;
  const atSpot = U64F64.saturatingToU64(U64F64.safeDiv(U64F64.fromInt(taoRao), currentAlphaPrice(ctx, netuid)));
  return { ...NO_SWAP, tao_amount, alpha_amount, tao_fee, alpha_fee, alpha_slippage: saturatingSubU64(atSpot, alpha_amount) };
}

/** source: runtime/src/lib.rs, sim_swap_alpha_for_tao @ 14bc6f9 */
function simSell(ctx: StateCtx, netuid: NetUid, alpha: bigint): SimSwapResult {
  const quote = ruleSetOf(ctx).views.quote(ctx, netuid, 'sell', alpha);
  if (quote === undefined) return NO_SWAP;
  const { paidIn: alpha_amount, paidOut: tao_amount, taoFee: tao_fee, alphaFee: alpha_fee } = quote;
  const atSpot = U64F64.saturatingToU64(U64F64.saturatingMul(U64F64.fromInt(alpha), currentAlphaPrice(ctx, netuid)));
  return { ...NO_SWAP, tao_amount, alpha_amount, tao_fee, alpha_fee, tao_slippage: saturatingSubU64(atSpot, tao_amount) };
}

export const swapMethods = bindTrait(swapApi, {
  current_alpha_price: (ctx, { netuid }) => priceRao(ctx, netuid),
  current_alpha_price_all: (ctx) => getAllSubnetNetuids(ctx).map((netuid) => ({ netuid, price: priceRao(ctx, netuid) })),
  sim_swap_tao_for_alpha: (ctx, { netuid, tao }) => simBuy(ctx, netuid, tao),
  sim_swap_alpha_for_tao: (ctx, { netuid, alpha }) => simSell(ctx, netuid, alpha),
});
