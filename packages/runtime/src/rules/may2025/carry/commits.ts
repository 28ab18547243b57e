/**
 * Commits that wait for their reveal. In May 2025 a hash commit kept its block and a time-locked one nothing; epochs were counted by the block number. Today both keep
 * more, and epochs are counted by a counter. What may be revealed in which epoch stays.
 *
 * source: ours, docs/adr/0014
 */

import type { StateCtx } from '@taonet/frame';
import type { NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { S } from '../pallet.ts';
import { getEpochIndex } from '../weights/commitEpochs.ts';
import { dynamicSubnets } from './subnets.ts';

/** To today's counter, which goes on from the old one. */
export function countEpochs(ctx: StateCtx): void {
  const block = getCurrentBlockAsU64(ctx);
  for (const netuid of dynamicSubnets(ctx)) {
    const epoch = getEpochIndex(ctx, netuid, block);
    S.SubnetEpochIndex.set(ctx, netuid, epoch);
    S.LastEpochBlock.set(ctx, netuid, block);
    for (const [[, who], commits] of S.WeightCommits.entries(ctx, netuid)) {
      S.WeightCommits.set(ctx, netuid, who, commits.map(([hash, committed, first, last]) => [hash, getEpochIndex(ctx, netuid, committed), first, last]));
    }
    for (const [[, key], commits] of S.CRV3WeightCommits.entries(ctx, netuid)) {
      S.CRV3WeightCommits.remove(ctx, netuid, key);
      S.TimelockedWeightCommits.set(ctx, netuid, key, commits.map(([who, sealed, round]) => [who, block, sealed, round]));
    }
  }
}

/** To block numbers. Commits of other mechanisms than the first end. */
export function countBlocks(ctx: StateCtx): void {
  const block = getCurrentBlockAsU64(ctx);
  for (const netuid of dynamicSubnets(ctx)) {
    const ahead = getEpochIndex(ctx, netuid, block) - S.SubnetEpochIndex.get(ctx, netuid);
    for (const [[, who], commits] of S.WeightCommits.entries(ctx, netuid)) {
      S.WeightCommits.set(ctx, netuid, who, commits.map(([hash, epoch, first, last]) => [hash, blockOf(ctx, netuid, epoch + ahead), first, last]));
    }
    for (const [[, epoch], commits] of S.TimelockedWeightCommits.entries(ctx, netuid)) {
      S.TimelockedWeightCommits.remove(ctx, netuid, epoch);
      const then = epoch + ahead;
      if (then >= 0n) S.CRV3WeightCommits.set(ctx, netuid, then, commits.map(([who, , sealed, round]) => [who, sealed, round]));
    }
  }
}

/** A block of that epoch: its first. */
function blockOf(ctx: StateCtx, netuid: NetUid, epoch: bigint): bigint {
  const first = epoch * (BigInt(S.Tempo.get(ctx, netuid)) + 1n) - BigInt(netuid) - 1n;
  return first > 0n ? first : 0n;
}
