/** What creating a subnet costs: today's formula; the block of the last one stands in an item of its own. */

import type { StateCtx } from '@taonet/frame';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { computeNetworkLockCost, getLockReductionInterval } from '../../../pallets/subtensor/subnets/lockCost.ts';
import { S } from '../pallet.ts';

/**
 * The price of a new subnet now, in rao.
 *
 * source: pallets/subtensor/src/coinbase/root.rs, get_network_lock_cost, get_network_last_lock_block @ 1b0c63a
 */
export function getNetworkLockCost(ctx: StateCtx): bigint {
  return computeNetworkLockCost({
    lastLock: S.NetworkLastLockCost.get(ctx), lastBlock: S.NetworkLastRegistered.get(ctx), minLock: S.NetworkMinLockCost.get(ctx),
    reductionInterval: getLockReductionInterval(ctx), block: getCurrentBlockAsU64(ctx),
  });
}
