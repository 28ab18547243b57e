/** Averaged prices. source: pallets/subtensor/src/staking/stake_utils.rs @ 1b0c63a */

import type { StateCtx } from '@taonet/frame';
import { I96F32, saturatingSubU64, U96F32, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { S } from '../pallet.ts';
import { getAlphaPrice, isStable } from '../staking/poolSwaps.ts';
import { computeMovingPriceMay2025 } from './computeMovingPrice.ts';

/** TAO per alpha, averaged over time; 1 on stable subnets. source: get_moving_alpha_price */
export function getMovingAlphaPrice(ctx: StateCtx, netuid: NetUid): U96F32 {
  return isStable(ctx, netuid) ? U96F32.one : I96F32.to(U96F32, S.SubnetMovingPrice.get(ctx, netuid));
}

/** One step of the average. source: update_moving_price */
export function updateMovingPrice(ctx: StateCtx, netuid: NetUid): void {
  const startCallBlock = saturatingSubU64(S.FirstEmissionBlockNumber.get(ctx, netuid) ?? 0n, 1n);
  S.SubnetMovingPrice.set(ctx, netuid, computeMovingPriceMay2025({
    ageBlocks: saturatingSubU64(getCurrentBlockAsU64(ctx), startCallBlock),
    halvingBlocks: S.EMAPriceHalvingBlocks.get(ctx, netuid),
    movingAlpha: S.SubnetMovingAlpha.get(ctx),
    before: getMovingAlphaPrice(ctx, netuid),
    spot: getAlphaPrice(ctx, netuid),
  }));
}
