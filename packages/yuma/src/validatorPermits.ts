import type { X32 } from './bits.ts';
import type { EpochInput } from './records.ts';
import { isTopkNonzero } from './vector.ts';

/**
 * The permits that decide who counts in **this** epoch: those stored by the previous one, and the owner's.
 *
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism @ 14bc6f9
 */
export function computeOldPermits(input: EpochInput): boolean[] {
  return withOwner(input.validatorPermit, input.ownerUid);
}

/**
 * The permits for the **next** epoch and for setting weights: the neurons with most stake, never one without, and
 * the owner. Of equal stakes at the cut the larger uids get in.
 *
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism @ 14bc6f9
 */
export function computeNewPermits(stake: readonly X32[], input: EpochInput): boolean[] {
  return withOwner(isTopkNonzero(stake, input.maxAllowedValidators), input.ownerUid);
}

function withOwner(permits: readonly boolean[], ownerUid: number | undefined): boolean[] {
  return permits.map((permit, uid) => permit || uid === ownerUid);
}
