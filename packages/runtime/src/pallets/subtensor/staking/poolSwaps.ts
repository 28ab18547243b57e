/**
 * Swaps with everything that moves along: reserves, alpha outside the pool, total stake, volume.
 *
 * source: pallets/subtensor/src/staking/stake_utils.rs, swap_tao_for_alpha, swap_alpha_for_tao @ 14bc6f9
 */

import type { StateCtx } from '@taonet/frame';
import { PRICE_LIMIT_MAX_RAO, PRICE_LIMIT_MIN_RAO, type SwapResult } from '@taonet/pools';
import { I64_MAX, saturatingAddU128, saturatingAddU64, saturatingSubU64, type NetUid } from '@taonet/primitives';
import { isDynamic } from '../../swap/price.ts';
import { decreaseReserve } from '../../swap/protocolLiquidity.ts';
import { swap } from '../../swap/swap.ts';
import { S } from '../pallet.ts';

export interface SwapTerms {
  /** Rao per whole alpha at which the swap stops. */
  readonly limitRao: bigint;
  readonly dropFees: boolean;
}

/** Buying at any price, with the fee. */
export const ANY_BUY_PRICE: SwapTerms = { limitRao: PRICE_LIMIT_MAX_RAO, dropFees: false };
/** Selling at any price, with the fee. */
export const ANY_SELL_PRICE: SwapTerms = { limitRao: PRICE_LIMIT_MIN_RAO, dropFees: false };
/** Selling at any price without fee: sales of the protocol itself. */
export const FEELESS_SALE: SwapTerms = { limitRao: PRICE_LIMIT_MIN_RAO, dropFees: true };

/** Reserves move by what fits an i64. */
const clamped = (amount: bigint): bigint => (amount > I64_MAX ? I64_MAX : amount);

const oneToOne = (amount: bigint): SwapResult => ({ ok: true, amountPaidIn: amount, amountPaidOut: amount, feePaid: 0n, feeToBlockAuthor: 0n });

/**
 * Buys alpha with `tao` rao. Total stake and volume count the whole amount, the reserve what is left after the fee.
 *
 * refuses SwapInputTooLarge, ReservesTooLow, PriceLimitExceeded
 */
export function swapTaoForAlpha(ctx: StateCtx, netuid: NetUid, tao: bigint, terms: SwapTerms): SwapResult {
  const result = isDynamic(ctx, netuid) ? swap(ctx, netuid, { direction: 'buy', amountIn: tao, ...terms }) : oneToOne(tao);
  decreaseReserve(ctx, netuid, 'alpha', clamped(result.amountPaidOut));
  S.SubnetAlphaOut.mutate(ctx, netuid, (total) => saturatingAddU64(total, result.amountPaidOut));
  S.SubnetTAO.mutate(ctx, netuid, (total) => saturatingAddU64(total, clamped(result.amountPaidIn)));
  S.TotalStake.mutate(ctx, (total) => saturatingAddU64(total, tao));
  S.SubnetVolume.mutate(ctx, netuid, (total) => saturatingAddU128(total, tao));
  return result;
}

/**
 * Sells `alpha`. The alpha fee stays outside the pool.
 *
 * refuses SwapInputTooLarge, ReservesTooLow, PriceLimitExceeded
 */
export function swapAlphaForTao(ctx: StateCtx, netuid: NetUid, alpha: bigint, terms: SwapTerms): SwapResult {
  const result = isDynamic(ctx, netuid) ? swap(ctx, netuid, { direction: 'sell', amountIn: alpha, ...terms }) : oneToOne(alpha);
  const paidIn = clamped(result.amountPaidIn);
  S.SubnetAlphaIn.mutate(ctx, netuid, (total) => saturatingAddU64(total, paidIn));
  S.SubnetAlphaOut.mutate(ctx, netuid, (total) => saturatingSubU64(total, paidIn));
  decreaseReserve(ctx, netuid, 'tao', clamped(result.amountPaidOut));
  S.TotalStake.mutate(ctx, (total) => saturatingSubU64(total, result.amountPaidOut));
  S.SubnetVolume.mutate(ctx, netuid, (total) => saturatingAddU128(total, result.amountPaidOut));
  return result;
}
