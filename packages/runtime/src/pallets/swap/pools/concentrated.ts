/**
 * The pool of concentrated liquidity of November 2025.
 *
 * source: pallets/swap/src/pallet/impls.rs @ 459fa72
 */

import type { StateCtx } from '@taonet/frame';
import {
  adjustProtocolPosition, computeConcentratedPrice, computeConcentratedSwap, computeFeeOfAmount, computeInitialization, concentratedDefaultLimitRao, quoteConcentratedSwap,
} from '@taonet/pools';
import { saturatingAddU64, saturatingSubU64, U64F64, type NetUid } from '@taonet/primitives';
import { S as Subtensor } from '../../subtensor/pallet.ts';
import { S } from '../pallet.ts';
import { forgetConcentrated, getConcentratedPool, getProtocolPosition, PROTOCOL_ACCOUNT, writeChange, writePosition, writeScraps } from './concentratedState.ts';
import type { PoolRule, PoolSide } from './poolRule.ts';
import { decreaseReserve, emptyReserves } from './weighted.ts';

const price = (ctx: StateCtx, netuid: NetUid): U64F64 => computeConcentratedPrice(getConcentratedPool(ctx, netuid));

/** What positions provided goes first. source: pallets/subtensor/src/staking/stake_utils.rs, decrease_provided_tao_reserve, decrease_provided_alpha_reserve @ 459fa72 */
function decrease(ctx: StateCtx, netuid: NetUid, side: PoolSide, amount: bigint): void {
  const item = side === 'tao' ? Subtensor.SubnetTaoProvided : Subtensor.SubnetAlphaInProvided;
  const provided = item.get(ctx, netuid);
  item.set(ctx, netuid, saturatingSubU64(provided, amount));
  decreaseReserve(ctx, netuid, side, saturatingSubU64(amount, provided));
}

function forgetProvided(ctx: StateCtx, netuid: NetUid): void {
  Subtensor.SubnetTaoProvided.remove(ctx, netuid);
  Subtensor.SubnetAlphaInProvided.remove(ctx, netuid);
}

export const concentrated: PoolRule = {
  price,
  swap(ctx, netuid, order) {
    const outcome = computeConcentratedSwap(getConcentratedPool(ctx, netuid), order);
    if (outcome.ok) writeChange(ctx, netuid, outcome.change);
    return outcome;
  },
  quote: (ctx, netuid, order) => quoteConcentratedSwap(getConcentratedPool(ctx, netuid), order),
  anyPriceRao: concentratedDefaultLimitRao,
  feeOf: (ctx, netuid, amount) => computeFeeOfAmount(amount, S.FeeRate.get(ctx, netuid)),
  decrease,
  /** Any proportion may be added; what does not fit the price waits as scraps. A pool that has not begun is left alone. source: adjust_protocol_liquidity */
  inject(ctx, netuid, injected) {
    const protocol = getProtocolPosition(ctx, netuid);
    if (protocol === undefined) return injected;
    const before = { tao: S.ScrapReservoirTao.get(ctx, netuid), alpha: S.ScrapReservoirAlpha.get(ctx, netuid) };
    const { position, scraps, change } = adjustProtocolPosition(getConcentratedPool(ctx, netuid), protocol.position, injected, before);
    writeScraps(ctx, netuid, scraps);
    writeChange(ctx, netuid, change);
    writePosition(ctx, netuid, PROTOCOL_ACCOUNT, protocol.id, position);
    return injected;
  },
  /** Positions of accounts must be paid out before. source: do_clear_protocol_liquidity */
  clear(ctx, netuid) {
    emptyReserves(ctx, netuid);
    forgetConcentrated(ctx, netuid);
    forgetProvided(ctx, netuid);
    S.FeeRate.remove(ctx, netuid);
  },
  /** A pool without TAO or alpha begins with its first swap, as one of a new subnet does. */
  enter(ctx, netuid, at) {
    const pool = getConcentratedPool(ctx, netuid);
    if (pool.taoReserveRao > 0n && pool.alphaReserveRao > 0n) writeChange(ctx, netuid, computeInitialization(pool, at));
  },
  /** What is left of provided reserves once all positions are paid joins the protocol's. */
  leave(ctx, netuid) {
    const sqrtPrice = S.AlphaSqrtPrice.get(ctx, netuid);
    const before = S.SwapV3Initialized.get(ctx, netuid) ? U64F64.saturatingMul(sqrtPrice, sqrtPrice) : undefined;
    Subtensor.SubnetTAO.mutate(ctx, netuid, (total) => saturatingAddU64(total, Subtensor.SubnetTaoProvided.get(ctx, netuid)));
    Subtensor.SubnetAlphaIn.mutate(ctx, netuid, (total) => saturatingAddU64(total, Subtensor.SubnetAlphaInProvided.get(ctx, netuid)));
    forgetProvided(ctx, netuid);
    forgetConcentrated(ctx, netuid);
    return before;
  },
};
