/**
 * The weighted pool of June 2026: weights and the first-swap flag.
 *
 * source: pallets/swap/src/pallet/impls.rs @ 14bc6f9
 */

import type { StateCtx } from '@taonet/frame';
import {
  computeBalancerSwap, computeFeeOfAmount, computePrice, computeQuoteWeightForInjection, computeQuoteWeightForPrice, defaultLimitRao, QUOTE_WEIGHT_DEFAULT, quoteWeightForSwap, type BalancerPool,
} from '@taonet/pools';
import { saturatingSubU64, U64F64, type NetUid } from '@taonet/primitives';
import { S as Subtensor } from '../../subtensor/pallet.ts';
import { C, S } from '../pallet.ts';
import type { PoolRule, PoolSide } from './poolRule.ts';

function getPool(ctx: StateCtx, netuid: NetUid): BalancerPool {
  return {
    taoReserveRao: Subtensor.SubnetTAO.get(ctx, netuid),
    alphaReserveRao: Subtensor.SubnetAlphaIn.get(ctx, netuid),
    quoteWeight: S.SwapBalancer.get(ctx, netuid).quote,
    initialized: S.PalSwapInitialized.get(ctx, netuid),
    feeRateU16: S.FeeRate.get(ctx, netuid),
    reserveMinRao: C.MinimumReserve(ctx),
  };
}

/** 0 for a pool without alpha. source: current_price */
function price(ctx: StateCtx, netuid: NetUid): U64F64 {
  const alphaReserveRao = Subtensor.SubnetAlphaIn.get(ctx, netuid);
  if (alphaReserveRao === 0n) return U64F64.zero;
  const taoReserveRao = Subtensor.SubnetTAO.get(ctx, netuid);
  return computePrice({ taoReserveRao, alphaReserveRao, quoteWeight: S.SwapBalancer.get(ctx, netuid).quote });
}

const reserveOf = (side: PoolSide): typeof Subtensor.SubnetTAO => (side === 'tao' ? Subtensor.SubnetTAO : Subtensor.SubnetAlphaIn);

/** source: pallets/subtensor/src/staking/stake_utils.rs, decrease_provided_tao_reserve, decrease_provided_alpha_reserve @ 14bc6f9 */
export function decreaseReserve(ctx: StateCtx, netuid: NetUid, side: PoolSide, amount: bigint): void {
  if (amount !== 0n) reserveOf(side).mutate(ctx, netuid, (total) => saturatingSubU64(total, amount));
}

/** source: do_clear_protocol_liquidity */
export function emptyReserves(ctx: StateCtx, netuid: NetUid): void {
  decreaseReserve(ctx, netuid, 'tao', Subtensor.SubnetTAO.get(ctx, netuid));
  decreaseReserve(ctx, netuid, 'alpha', Subtensor.SubnetAlphaIn.get(ctx, netuid));
}

function forget(ctx: StateCtx, netuid: NetUid): void {
  S.PalSwapInitialized.remove(ctx, netuid);
  S.SwapBalancer.remove(ctx, netuid);
}

export const weighted: PoolRule = {
  price,
  /** The first swap of a pool sets its weights to one half. source: do_swap, maybe_initialize_palswap */
  swap(ctx, netuid, order) {
    const pool = getPool(ctx, netuid);
    const outcome = computeBalancerSwap(pool, order);
    if (outcome.ok && !pool.initialized) {
      S.SwapBalancer.set(ctx, netuid, { quote: quoteWeightForSwap(pool) });
      S.PalSwapInitialized.set(ctx, netuid, true);
    }
    return outcome;
  },
  quote: (ctx, netuid, order) => computeBalancerSwap(getPool(ctx, netuid), order),
  anyPriceRao: defaultLimitRao,
  feeOf: (ctx, netuid, amount) => computeFeeOfAmount(amount, S.FeeRate.get(ctx, netuid)),
  decrease: decreaseReserve,
  /** Moves the weights so that the price stays; nothing when a weight would leave its range. source: adjust_protocol_liquidity */
  inject(ctx, netuid, injected) {
    const quote = computeQuoteWeightForInjection(getPool(ctx, netuid), { taoDeltaRao: injected.tao, alphaDeltaRao: injected.alpha });
    if (quote === undefined) return { tao: 0n, alpha: 0n };
    S.SwapBalancer.set(ctx, netuid, { quote });
    return injected;
  },
  clear(ctx, netuid) {
    emptyReserves(ctx, netuid);
    forget(ctx, netuid);
    S.FeeRate.remove(ctx, netuid);
  },
  /** Weights that have the price; one half where they would be out of range. source: maybe_initialize_palswap, with a price */
  enter(ctx, netuid, at) {
    if (at === undefined) return;
    const quote = computeQuoteWeightForPrice(getPool(ctx, netuid), at) ?? QUOTE_WEIGHT_DEFAULT;
    S.SwapBalancer.set(ctx, netuid, { quote });
    S.PalSwapInitialized.set(ctx, netuid, true);
  },
  leave(ctx, netuid) {
    const ofReserves = S.SwapBalancer.get(ctx, netuid).quote === QUOTE_WEIGHT_DEFAULT;
    const before = ofReserves ? undefined : price(ctx, netuid);
    forget(ctx, netuid);
    return before;
  },
};
