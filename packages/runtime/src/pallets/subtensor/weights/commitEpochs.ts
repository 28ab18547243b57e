/** When a commit may be revealed: exactly in the epoch that lies the reveal period after its own. */

import type { Ctx, StateCtx } from '@taonet/frame';
import { ensure, saturatingAddU64, type NetUid } from '@taonet/primitives';
import { shouldRunEpoch } from '../coinbase/epochSchedule.ts';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { E, Ev, S } from '../pallet.ts';

const REVEAL_PERIOD_EPOCHS_MIN = 1n;
const REVEAL_PERIOD_EPOCHS_MAX = 100n;

/**
 * The running epoch's number; in a block whose epoch is still due, the next one's.
 *
 * source: pallets/subtensor/src/subnets/weights.rs, current_epoch_with_lookahead @ 14bc6f9
 */
export function currentEpochWithLookahead(ctx: StateCtx, netuid: NetUid): bigint {
  const index = S.SubnetEpochIndex.get(ctx, netuid);
  return shouldRunEpoch(ctx, netuid, getCurrentBlockAsU64(ctx)) ? saturatingAddU64(index, 1n) : index;
}

function revealEpoch(ctx: StateCtx, netuid: NetUid, commitEpoch: bigint): bigint {
  return saturatingAddU64(commitEpoch, S.RevealPeriodEpochs.get(ctx, netuid));
}

/** source: pallets/subtensor/src/subnets/weights.rs, is_commit_expired @ 14bc6f9 */
export function isCommitExpired(ctx: StateCtx, netuid: NetUid, commitEpoch: bigint): boolean {
  return currentEpochWithLookahead(ctx, netuid) > revealEpoch(ctx, netuid, commitEpoch);
}

/**
 * Refuses RevealTooEarly (also when it is too late but the commit still stands).
 *
 * source: pallets/subtensor/src/subnets/weights.rs, is_reveal_block_range @ 14bc6f9
 */
export function ensureRevealBlockRange(ctx: StateCtx, netuid: NetUid, commitEpoch: bigint): void {
  const epoch = currentEpochWithLookahead(ctx, netuid);
  const required = revealEpoch(ctx, netuid, commitEpoch);
  ensure(epoch === required, E.RevealTooEarly, { netuid, actual: epoch, required });
}

/**
 * refuses RevealPeriodTooLarge, RevealPeriodTooSmall
 * source: pallets/subtensor/src/subnets/weights.rs, set_reveal_period @ 14bc6f9
 */
export function setRevealPeriod(ctx: Ctx, netuid: NetUid, periodEpochs: bigint): void {
  ensure(periodEpochs <= REVEAL_PERIOD_EPOCHS_MAX, E.RevealPeriodTooLarge, { netuid, actual: periodEpochs, required: REVEAL_PERIOD_EPOCHS_MAX });
  ensure(periodEpochs >= REVEAL_PERIOD_EPOCHS_MIN, E.RevealPeriodTooSmall, { netuid, actual: periodEpochs, required: REVEAL_PERIOD_EPOCHS_MIN });
  S.RevealPeriodEpochs.set(ctx, netuid, periodEpochs);
  ctx.deposit(Ev.CommitRevealPeriodsSet([netuid, periodEpochs]));
}
