/** Decides which epochs run in this block and takes what has accumulated for them. */

import type { Ctx, StateCtx } from '@taonet/frame';
import { saturatingAddU64, type NetUid } from '@taonet/primitives';
import { changeSubnetOwnerIfNeeded } from '../locks/subnetOwnership.ts';
import { Ev, S } from '../pallet.ts';
import { isEpochInputStateConsistent, shouldRunEpoch } from './epochSchedule.ts';

/** Alpha of one subnet's epoch, 10⁻⁹. */
export interface DrainedEmission {
  readonly netuid: NetUid;
  readonly server: bigint;
  readonly validator: bigint;
  readonly root: bigint;
  readonly ownerCut: bigint;
}

/**
 * Counts a block on every subnet; a due one gets its epoch, unless the block is full (then the next block) or its state is
 * not consistent (then the slot is lost and the alpha keeps accumulating).
 *
 * returns: in the order of `netuids`
 * source: pallets/subtensor/src/coinbase/run_coinbase.rs, drain_pending @ 14bc6f9
 */
export function drainPending(ctx: Ctx, netuids: readonly NetUid[], block: bigint): DrainedEmission[] {
  const cap = S.MaxEpochsPerBlock.get(ctx);
  const drained: DrainedEmission[] = [];
  for (const netuid of netuids) {
    S.BlocksSinceLastStep.mutate(ctx, netuid, (blocks) => saturatingAddU64(blocks, 1n));
    if (!shouldRunEpoch(ctx, netuid, block)) continue;
    if (drained.length >= cap) {
      deferEpoch(ctx, netuid, block);
      continue;
    }
    if (isEpochInputStateConsistent(ctx, netuid)) {
      drained.push(drainSubnet(ctx, netuid));
      changeSubnetOwnerIfNeeded(ctx, netuid);
    } else {
      ctx.deposit(Ev.EpochSkipped({ netuid, block }));
    }
    S.LastEpochBlock.set(ctx, netuid, block);
    S.PendingEpochAt.set(ctx, netuid, 0n);
    S.SubnetEpochIndex.mutate(ctx, netuid, (index) => saturatingAddU64(index, 1n));
  }
  return drained;
}

function deferEpoch(ctx: Ctx, netuid: NetUid, block: bigint): void {
  const next = saturatingAddU64(block, 1n);
  S.PendingEpochAt.set(ctx, netuid, next);
  ctx.deposit(Ev.EpochDeferred({ netuid, from_block: block, to_block: next }));
}

/** Takes all that is pending. */
export function drainSubnet(ctx: StateCtx, netuid: NetUid): DrainedEmission {
  S.BlocksSinceLastStep.set(ctx, netuid, 0n);
  const drain = (pending: typeof S.PendingOwnerCut): bigint => {
    const alpha = pending.get(ctx, netuid);
    pending.set(ctx, netuid, 0n);
    return alpha;
  };
  return {
    netuid,
    server: drain(S.PendingServerEmission),
    validator: drain(S.PendingValidatorEmission),
    root: drain(S.PendingRootAlphaDivs),
    ownerCut: drain(S.PendingOwnerCut),
  };
}
