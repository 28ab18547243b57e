/** The emission of a block, from its TAO to stakes paid. The order of steps is the protocol. */

import type { Ctx } from '@taonet/frame';
import { saturatingAddU64, U96F32, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { getAllSubnetNetuids, ROOT_NETUID } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { S } from '../pallet.ts';
import { revealCrv3Commits } from '../weights/revealCommits.ts';
import { drainPendingEmission, takePending } from './drainPending.ts';
import { emitToSubnets } from './emitToSubnets.ts';
import { shouldRunEpoch } from './epochSchedule.ts';
import { updateMovingPrice } from './movingPrice.ts';
import { getSubnetsToEmitTo, getSubnetTerms } from './subnetTerms.ts';

/**
 * blockEmission: rao of this block; only what subnets take comes into being
 * source: pallets/subtensor/src/coinbase/run_coinbase.rs, run_coinbase @ 1b0c63a
 */
export function runCoinbase(ctx: Ctx, blockEmission: bigint): void {
  const block = getCurrentBlockAsU64(ctx);
  const subnets = getAllSubnetNetuids(ctx).filter((netuid) => netuid !== ROOT_NETUID);
  const emitting = getSubnetsToEmitTo(ctx, subnets);
  emitToSubnets(ctx, getSubnetTerms(ctx, emitting, U96F32.fromInt(blockEmission)));
  for (const netuid of emitting) updateMovingPrice(ctx, netuid);
  for (const netuid of subnets) {
    if (shouldRunEpoch(ctx, netuid, block)) stepEpoch(ctx, netuid, block);
    else S.BlocksSinceLastStep.mutate(ctx, netuid, (blocks) => saturatingAddU64(blocks, 1n));
  }
}

function stepEpoch(ctx: Ctx, netuid: NetUid, block: bigint): void {
  revealCrv3Commits(ctx, netuid);
  S.BlocksSinceLastStep.set(ctx, netuid, 0n);
  S.LastMechansimStepBlock.set(ctx, netuid, block);
  drainPendingEmission(ctx, netuid, takePending(ctx, netuid));
}
