/**
 * The slow price emission follows: an average that takes a part α of the spot price (at most 1) each block.
 *
 * α = SubnetMovingAlpha · b / (b + h), b = blocks since the subnet's start, h = EMAPriceHalvingBlocks; U64F64, stored as I96F32
 * source: pallets/subtensor/src/staking/stake_utils.rs; coinbase/block_step.rs @ 14bc6f9
 */

import type { StateCtx } from '@taonet/frame';
import { I96F32, saturatingSubU64, U64F64, type NetUid } from '@taonet/primitives';
import { currentAlphaPrice } from '../../swap/price.ts';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { S } from '../pallet.ts';
import { getMovingAlphaPrice } from '../staking/prices.ts';
import { getSubnetsToEmitTo } from './subnetEmissions.ts';

/** One step of the average. source: update_moving_price */
export function updateMovingPrice(ctx: StateCtx, netuid: NetUid): void {
  const startCallBlock = saturatingSubU64(S.FirstEmissionBlockNumber.get(ctx, netuid) ?? 0n, 1n);
  const age = U64F64.fromInt(saturatingSubU64(getCurrentBlockAsU64(ctx), startCallBlock));
  const halving = U64F64.fromInt(S.EMAPriceHalvingBlocks.get(ctx, netuid));
  const ageFactor = U64F64.safeDiv(age, U64F64.saturatingAdd(age, halving));
  const alpha = U64F64.saturatingMul(I96F32.to(U64F64, S.SubnetMovingAlpha.get(ctx)), ageFactor);
  const spot = U64F64.smaller(currentAlphaPrice(ctx, netuid), U64F64.one);
  const fromSpot = U64F64.saturatingMul(alpha, spot);
  const fromBefore = U64F64.saturatingMul(U64F64.saturatingSub(U64F64.one, alpha), getMovingAlphaPrice(ctx, netuid));
  S.SubnetMovingPrice.set(ctx, netuid, U64F64.to(I96F32, U64F64.saturatingAdd(fromSpot, fromBefore)));
}

/** One step of every emitting subnet. source: update_moving_prices */
export function updateMovingPrices(ctx: StateCtx, netuids: readonly NetUid[]): void {
  for (const netuid of getSubnetsToEmitTo(ctx, netuids)) updateMovingPrice(ctx, netuid);
}
