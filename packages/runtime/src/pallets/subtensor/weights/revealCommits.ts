/** In their reveal epoch the chain itself opens time-locked weights, as soon as the drand round they wait for is known. */

import { inLayer, signed, type Ctx } from '@taonet/frame';
import { saturatingSubU64, type NetUid } from '@taonet/primitives';
import { splitStorageIndex } from '@taonet/yuma';
import { openWithPulse } from '../../drand/openWithPulse.ts';
import { epochsDeferredThisBlock } from '../coinbase/epochSchedule.ts';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { Ev, S } from '../pallet.ts';
import { mechanismIndices } from '../subnets/mechanismIndex.ts';
import { getAllSubnetNetuids, ROOT_NETUID } from '../subnets/subnetwork.ts';
import { currentEpochWithLookahead } from './commitEpochs.ts';
import { doSetMechanismWeights } from './setWeights.ts';
import { tryReadTimelockPayload } from './timelockPayload.ts';

/** account, block of the commit, commit, drand round. */
type TimelockedEntry = ReturnType<typeof S.TimelockedWeightCommits.get>[number];

/**
 * Opens what is due on every subnet whose epoch is not put off in this block.
 *
 * source: pallets/subtensor/src/coinbase/block_step.rs, reveal_crv3_commits @ 14bc6f9
 */
export function revealCrv3Commits(ctx: Ctx): void {
  const netuids = getAllSubnetNetuids(ctx).filter((netuid) => netuid !== ROOT_NETUID);
  const deferred = epochsDeferredThisBlock(ctx, netuids, getCurrentBlockAsU64(ctx));
  for (const netuid of netuids) if (!deferred.has(netuid)) revealCrv3CommitsForSubnet(ctx, netuid);
}

/**
 * Forgets commits of epochs that are over and opens those of the epoch that lies the reveal period back; commits whose round
 * is not known yet wait for the next block, commits that cannot be opened or set are dropped.
 *
 * source: pallets/subtensor/src/coinbase/reveal_commits.rs, reveal_crv3_commits_for_subnet @ 14bc6f9
 */
export function revealCrv3CommitsForSubnet(ctx: Ctx, netuid: NetUid): void {
  const period = S.RevealPeriodEpochs.get(ctx, netuid);
  const epoch = currentEpochWithLookahead(ctx, netuid);
  const revealEpoch = saturatingSubU64(epoch, period);
  for (const index of mechanismIndices(ctx, netuid)) {
    for (const [, committed] of S.TimelockedWeightCommits.keys(ctx, index)) {
      if (committed < revealEpoch) S.TimelockedWeightCommits.remove(ctx, index, committed);
    }
    // Too early in the subnet's life; its other mechanisms are left for the next block too.
    if (epoch < period) return;
    const waiting = S.TimelockedWeightCommits.take(ctx, index, revealEpoch).filter((entry) => !tryReveal(ctx, index, entry));
    if (waiting.length > 0) S.TimelockedWeightCommits.set(ctx, index, revealEpoch, waiting);
  }
}

/** True when the entry is dealt with, well or badly; false when its round is not known yet. */
function tryReveal(ctx: Ctx, index: number, [who, , sealed, round]: TimelockedEntry): boolean {
  const opened = openWithPulse(ctx, sealed, round);
  if (opened === 'no pulse yet') return false;
  const payload = opened === undefined ? undefined : tryReadTimelockPayload(opened, who);
  if (payload === undefined) return true;
  const { netuid, mechid } = splitStorageIndex(index);
  const outcome = inLayer(ctx, () =>
    doSetMechanismWeights(ctx, signed(who), { netuid, mechid, uids: payload.uids, values: payload.values, versionKey: payload.version_key }));
  if ('ok' in outcome) ctx.deposit(Ev.TimelockedWeightsRevealed([index, who]));
  return true;
}
