/** Which subnet gives way when all places are taken. */

import type { StateCtx } from '@taonet/frame';
import { compareBigints, saturatingAddU64, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { S } from '../pallet.ts';
import { getMovingAlphaPrice } from '../staking/prices.ts';
import { ROOT_NETUID } from './subnetwork.ts';

/**
 * The subnet out of its immunity period with the lowest moving price; among equals the one registered first, then the
 * first in key order. Undefined when all are immune.
 *
 * source: pallets/subtensor/src/coinbase/root.rs, get_network_to_prune @ 14bc6f9
 */
export function getNetworkToPrune(ctx: StateCtx): NetUid | undefined {
  const block = getCurrentBlockAsU64(ctx);
  const immunity = S.NetworkImmunityPeriod.get(ctx);
  const candidates = S.NetworksAdded.entries(ctx)
    .filter(([[netuid], added]) => added && netuid !== ROOT_NETUID)
    .map(([[netuid]]) => ({ netuid, price: getMovingAlphaPrice(ctx, netuid), registeredAt: S.NetworkRegisteredAt.get(ctx, netuid) }))
    .filter(({ registeredAt }) => block >= saturatingAddU64(registeredAt, immunity));
  // The sort is stable, so key order decides last.
  candidates.sort((a, b) => compareBigints(a.price, b.price) || compareBigints(a.registeredAt, b.registeredAt));
  return candidates[0]?.netuid;
}
