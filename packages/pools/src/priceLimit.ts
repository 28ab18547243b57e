/**
 * Price limits and prices of plain amounts.
 *
 * source: pallets/swap/src/pallet/impls.rs @ 14bc6f9
 */

import { U64F64 } from '@taonet/primitives';
import type { SwapDirection } from './swap.ts';

/** Lowest price limit, in rao per whole alpha: 10⁻⁶ TAO. */
export const PRICE_LIMIT_MIN_RAO = 1_000n;
/** Highest price limit, in rao per whole alpha: 10⁶ TAO. */
export const PRICE_LIMIT_MAX_RAO = 1_000_000_000_000_000n;

const RAO = U64F64.fromInt(1_000_000_000n);

/** TAO per alpha of a limit given in rao per whole alpha; truncated to 2⁻⁶⁴. source: impls.rs, SwapEngine::swap */
export function limitPriceOfRao(limitRao: bigint): U64F64 {
  return U64F64.safeDiv(U64F64.fromInt(limitRao), RAO);
}

/** The limit that never stops a swap. source: impls.rs, DefaultPriceLimit */
export function defaultLimitRao(direction: SwapDirection): bigint {
  return direction === 'buy' ? PRICE_LIMIT_MAX_RAO : PRICE_LIMIT_MIN_RAO;
}

/** Alpha worth `taoRao` at `price`, slippage left out; floored, 0 for price 0. source: impls.rs, get_alpha_amount_for_tao */
export function computeAlphaForTao(price: U64F64, taoRao: bigint): bigint {
  return U64F64.saturatingToU64(U64F64.safeDiv(U64F64.fromInt(taoRao), price));
}
