/** Averaged prices. source: pallets/subtensor/src/staking/stake_utils.rs @ 14bc6f9 */

import type { StateCtx } from '@taonet/frame';
import { compareBigints, I96F32, U64F64, type NetUid } from '@taonet/primitives';
import { currentAlphaPrice } from '../../swap/price.ts';
import { S } from '../pallet.ts';
import { ROOT_NETUID } from '../subnets/subnetwork.ts';

/** TAO per alpha, averaged over time; 1 on root and on subnets without a pool. source: get_moving_alpha_price */
export function getMovingAlphaPrice(ctx: StateCtx, netuid: NetUid): U64F64 {
  if (netuid === ROOT_NETUID || S.SubnetMechanism.get(ctx, netuid) === 0) return U64F64.one;
  return I96F32.to(U64F64, S.SubnetMovingPrice.get(ctx, netuid));
}

/**
 * Median spot price of all subnets with a price above 0; of an even number the mean of the two in the middle; 1 without any.
 *
 * source: get_median_subnet_alpha_price
 */
export function getMedianSubnetAlphaPrice(ctx: StateCtx): U64F64 {
  const prices = S.NetworksAdded.entries(ctx)
    .filter(([[netuid], added]) => added && netuid !== ROOT_NETUID)
    .map(([[netuid]]) => currentAlphaPrice(ctx, netuid))
    .filter((price) => price > 0n)
    .sort(compareBigints);
  if (prices.length === 0) return U64F64.one;
  const upper = prices[prices.length >> 1]!;
  if (prices.length % 2 === 1) return upper;
  const lower = prices[(prices.length >> 1) - 1]!;
  return U64F64.safeDiv(U64F64.saturatingAdd(lower, upper), U64F64.fromInt(2));
}
