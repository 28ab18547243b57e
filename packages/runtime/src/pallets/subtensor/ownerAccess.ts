/** What only a subnet's owner (or root) may do, and when: ownership, the freeze window before an epoch, owner rate limits. */

import { BAD_ORIGIN, ensureSigned, ensureSignedOrRoot, type Origin, type StateCtx } from '@taonet/frame';
import { ensure, refuse, type AccountId, type Facts, type NetUid } from '@taonet/primitives';
import { blocksUntilNextAutoEpoch } from './coinbase/epochSchedule.ts';
import { getCurrentBlockAsU64 } from './currentBlock.ts';
import { E, S } from './pallet.ts';
import { ensurePassesRateLimitOnSubnet, setLastBlockOnSubnet, type TransactionType } from './rateLimits.ts';

/**
 * The owner's account, or undefined for root.
 *
 * refuses BadOrigin
 * source: pallets/subtensor/src/utils/misc.rs, ensure_subnet_owner_or_root @ 14bc6f9
 */
export function ensureSubnetOwnerOrRoot(ctx: StateCtx, origin: Origin, netuid: NetUid): AccountId | undefined {
  const who = ensureSignedOrRoot(origin);
  if (who !== undefined) ensureOwner(ctx, who, netuid);
  return who;
}

/**
 * The owner's account.
 *
 * refuses BadOrigin
 * source: pallets/subtensor/src/utils/misc.rs, ensure_subnet_owner @ 14bc6f9
 */
export function ensureSubnetOwner(ctx: StateCtx, origin: Origin, netuid: NetUid): AccountId {
  const who = ensureSigned(origin);
  ensureOwner(ctx, who, netuid);
  return who;
}

function ensureOwner(ctx: StateCtx, who: AccountId, netuid: NetUid): void {
  const owner = S.SubnetOwner.get(ctx, netuid);
  ensure(owner === who, BAD_ORIGIN, { netuid, owner, who });
}

/**
 * As `ensureSubnetOwnerOrRoot`; an owner must also pass each of the rate limits.
 *
 * refuses BadOrigin, TxRateLimitExceeded
 * source: pallets/subtensor/src/utils/misc.rs, ensure_sn_owner_or_root_with_limits @ 14bc6f9
 */
export function ensureSnOwnerOrRootWithLimits(ctx: StateCtx, origin: Origin, netuid: NetUid, limits: readonly TransactionType[]): AccountId | undefined {
  const who = ensureSubnetOwnerOrRoot(ctx, origin, netuid);
  if (who === undefined) return undefined;
  for (const type of limits) ensurePassesRateLimitOnSubnet(ctx, type, { key: who, netuid });
  return who;
}

/**
 * Remembers that the owner (if it was the owner) used the limited actions now.
 *
 * source: pallets/subtensor/src/utils/misc.rs, record_owner_rl @ 14bc6f9
 */
export function recordOwnerRl(ctx: StateCtx, owner: AccountId | undefined, netuid: NetUid, types: readonly TransactionType[]): void {
  if (owner === undefined) return;
  const now = getCurrentBlockAsU64(ctx);
  for (const type of types) setLastBlockOnSubnet(ctx, type, owner, netuid, now);
}

/**
 * Whether the subnet's parameters are frozen: a triggered epoch is pending, or the next one is nearer than the window.
 *
 * source: pallets/subtensor/src/utils/misc.rs, is_in_admin_freeze_window @ 14bc6f9
 */
export function isInAdminFreezeWindow(ctx: StateCtx, netuid: NetUid, block: bigint): boolean {
  const tempo = S.Tempo.get(ctx, netuid);
  if (tempo === 0) return false;
  const pending = S.PendingEpochAt.get(ctx, netuid);
  if (pending > 0n && pending > block) return true;
  return blocksUntilNextAutoEpoch(ctx, netuid, tempo, block) < BigInt(S.AdminFreezeWindow.get(ctx));
}

/** The pending epoch, or the blocks that are left before the next one and those that are needed. */
function whatFreezes(ctx: StateCtx, netuid: NetUid, block: bigint): Facts {
  const pending = S.PendingEpochAt.get(ctx, netuid);
  if (pending > block) return { netuid, check: 'no epoch is pending', actual: block, required: pending };
  return { netuid, check: 'blocks until the next epoch', actual: blocksUntilNextAutoEpoch(ctx, netuid, S.Tempo.get(ctx, netuid), block), required: S.AdminFreezeWindow.get(ctx) };
}

/**
 * refuses AdminActionProhibitedDuringWeightsWindow
 * source: pallets/subtensor/src/utils/misc.rs, ensure_admin_window_open @ 14bc6f9
 */
export function ensureAdminWindowOpen(ctx: StateCtx, netuid: NetUid): void {
  const block = getCurrentBlockAsU64(ctx);
  if (isInAdminFreezeWindow(ctx, netuid, block)) refuse(E.AdminActionProhibitedDuringWeightsWindow, whatFreezes(ctx, netuid, block));
}
