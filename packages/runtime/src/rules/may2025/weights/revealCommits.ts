/** At the start of an epoch the chain itself opens the time-locked weights that are due. */

import { inLayer, signed, type Ctx } from '@taonet/frame';
import { saturatingSubU64, type NetUid } from '@taonet/primitives';
import { openWithPulse } from '../../../pallets/drand/openWithPulse.ts';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { tryReadPlainPayload } from '../../../pallets/subtensor/weights/timelockPayload.ts';
import { Ev, S } from '../pallet.ts';
import { getEpochIndex } from './commitEpochs.ts';
import { doSetWeights } from './setWeights.ts';

/** account, commit, drand round. */
type Crv3Entry = ReturnType<typeof S.CRV3WeightCommits.get>[number];

/** Before this epoch of a subnet nothing is opened. */
const FIRST_REVEAL_EPOCH = 2n;

/**
 * Forgets commits of epochs that are over and opens those of the epoch that lies reveal period − 1 back. Commits whose round is not
 * known, that cannot be opened or cannot be set are lost.
 *
 * source: pallets/subtensor/src/coinbase/run_coinbase.rs, reveal_crv3_commits @ 1b0c63a
 */
export function revealCrv3Commits(ctx: Ctx, netuid: NetUid): void {
  const epoch = getEpochIndex(ctx, netuid, getCurrentBlockAsU64(ctx));
  const revealEpoch = saturatingSubU64(epoch, saturatingSubU64(S.RevealPeriodEpochs.get(ctx, netuid), 1n));
  for (const [, committed] of S.CRV3WeightCommits.keys(ctx, netuid)) {
    if (committed < revealEpoch) S.CRV3WeightCommits.remove(ctx, netuid, committed);
  }
  if (epoch < FIRST_REVEAL_EPOCH) return;
  for (const entry of S.CRV3WeightCommits.take(ctx, netuid, revealEpoch)) tryReveal(ctx, netuid, entry);
}

function tryReveal(ctx: Ctx, netuid: NetUid, [who, sealed, round]: Crv3Entry): void {
  const opened = openWithPulse(ctx, sealed, round);
  if (opened === undefined || opened === 'no pulse yet') return;
  const payload = tryReadPlainPayload(opened);
  if (payload === undefined) return;
  const { uids, values, version_key: versionKey } = payload;
  const outcome = inLayer(ctx, () => doSetWeights(ctx, signed(who), { netuid, uids, values, versionKey }));
  if ('ok' in outcome) ctx.deposit(Ev.CRV3WeightsRevealed([netuid, who]));
}
