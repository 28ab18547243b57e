/**
 * How much can be traded before a price limit, in rao per whole alpha. For moves the limit is origin price over destination
 * price, times 10⁹.
 *
 * source: pallets/subtensor/src/staking/{add_stake,remove_stake,move_stake}.rs @ 1b0c63a
 */

import type { StateCtx } from '@taonet/frame';
import { computeMaxAmountAdd, computeMaxAmountMove, computeMaxAmountRemove, type LimitedPool } from '@taonet/pools';
import { refuse, type NetUid } from '@taonet/primitives';
import { E } from '../../../pallets/subtensor/pallet.ts';
import { getReserves, isStable } from './poolSwaps.ts';

const poolOf = (ctx: StateCtx, netuid: NetUid): LimitedPool => (isStable(ctx, netuid) ? 'stable' : getReserves(ctx, netuid));

/** Rao that bring the price up to the limit. refuses ZeroMaxStakeAmount · source: get_max_amount_add */
export function getMaxAmountAdd(ctx: StateCtx, netuid: NetUid, limitRao: bigint): bigint {
  return computeMaxAmountAdd(poolOf(ctx, netuid), limitRao) ?? refuse(E.ZeroMaxStakeAmount, { netuid, limitRao, ...getReserves(ctx, netuid) });
}

/** Alpha that brings the price down to the limit. refuses ZeroMaxStakeAmount · source: get_max_amount_remove */
export function getMaxAmountRemove(ctx: StateCtx, netuid: NetUid, limitRao: bigint): bigint {
  return computeMaxAmountRemove(poolOf(ctx, netuid), limitRao) ?? refuse(E.ZeroMaxStakeAmount, { netuid, limitRao, ...getReserves(ctx, netuid) });
}

/** Alpha that brings the ratio of prices down to the limit. refuses ZeroMaxStakeAmount · source: get_max_amount_move */
export function getMaxAmountMove(ctx: StateCtx, origin: NetUid, destination: NetUid, limitRao: bigint): bigint {
  return computeMaxAmountMove(poolOf(ctx, origin), poolOf(ctx, destination), limitRao)
    ?? refuse(E.ZeroMaxStakeAmount, { originNetuid: origin, destinationNetuid: destination, limitRao, ...getReserves(ctx, origin) });
}

