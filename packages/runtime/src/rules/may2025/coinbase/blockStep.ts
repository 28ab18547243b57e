/** What the chain did by itself at the start of every block. */

import type { Ctx, Weight } from '@taonet/frame';
import { calculateBlockEmission } from '../../../pallets/subtensor/coinbase/blockEmission.ts';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { BLOCK_STEP_WEIGHT } from '../../../pallets/subtensor/hooks.ts';
import { getAllSubnetNetuids } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { doSetPendingChildren } from '../children/pendingChildren.ts';
import { adjustRegistrationTermsForNetworks } from '../registration/adjustment.ts';
import { shouldRunEpoch } from './epochSchedule.ts';
import { runCoinbase } from './runCoinbase.ts';

/**
 * Registration terms, emission, children; the order is the protocol.
 *
 * source: pallets/subtensor/src/coinbase/block_step.rs, block_step @ 1b0c63a
 */
export function blockStep(ctx: Ctx): void {
  const block = getCurrentBlockAsU64(ctx);
  adjustRegistrationTermsForNetworks(ctx);
  runCoinbase(ctx, calculateBlockEmission(ctx));
  for (const netuid of getAllSubnetNetuids(ctx)) if (shouldRunEpoch(ctx, netuid, block)) doSetPendingChildren(ctx, netuid);
}

/** returns: what the block step counts as, whatever it does · source: pallets/subtensor/src/macros/hooks.rs, on_initialize @ 1b0c63a */
export function onInitialize(ctx: Ctx): Weight {
  blockStep(ctx);
  return BLOCK_STEP_WEIGHT;
}
