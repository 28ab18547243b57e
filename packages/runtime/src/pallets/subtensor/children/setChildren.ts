/** A hotkey's owner names its children: at once before the subnet is started, else after a cooldown. */

import { ensureSigned, inLayer, type Ctx, type Origin } from '@taonet/frame';
import { ensure, saturatingAddU64, type AccountId, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { E, Ev, S } from '../pallet.ts';
import { ensurePassesRateLimitOnSubnet, setLastBlockOnSubnet } from '../rateLimits.ts';
import { ensureColdkeyOwnsHotkey } from '../staking/accounts.ts';
import { getTotalStakeForHotkey } from '../staking/totals.ts';
import { ifSubnetExist, ROOT_NETUID } from '../subnets/subnetwork.ts';
import { ensurePendingConsistency, loadRelations, loadRelationsFromPending, persistRelations, type Edge } from './relations.ts';

export interface ChildrenOrder {
  readonly hotkey: AccountId;
  readonly netuid: NetUid;
  readonly children: Edge[];
}

/**
 * Orders new children for a hotkey on a subnet. Needs StakeThreshold in TAO over all subnets, unless the list is empty or the
 * hotkey stands for the subnet's owner.
 *
 * refuses TxRateLimitExceeded, RegistrationNotPermittedOnRootSubnet, SubnetNotExists, NonAssociatedColdKey, DuplicateChild,
 *   InvalidChild, TooManyChildren, ProportionOverflow, ChildParentInconsistency, NotEnoughStakeToSetChildkeys
 * source: pallets/subtensor/src/staking/set_children.rs, do_schedule_children @ 14bc6f9
 */
export function doScheduleChildren(ctx: Ctx, origin: Origin, order: ChildrenOrder): void {
  const { hotkey, netuid, children } = order;
  const coldkey = ensureSigned(origin);
  ensurePassesRateLimitOnSubnet(ctx, 'SetChildren', { key: hotkey, netuid });
  ensure(netuid !== ROOT_NETUID, E.RegistrationNotPermittedOnRootSubnet, { netuid });
  ensure(ifSubnetExist(ctx, netuid), E.SubnetNotExists, { netuid });
  ensureColdkeyOwnsHotkey(ctx, coldkey, hotkey);
  const named = new Set<AccountId>();
  for (const [, child] of children) {
    ensure(!named.has(child), E.DuplicateChild, { netuid, hotkey, child });
    named.add(child);
  }
  ensurePendingConsistency(loadRelations(ctx, hotkey, netuid), children);
  if (children.length > 0) ensureMayHaveChildren(ctx, hotkey, netuid);
  setLastBlockOnSubnet(ctx, 'SetChildren', hotkey, netuid, getCurrentBlockAsU64(ctx));
  scheduleOrApply(ctx, order);
}

function ensureMayHaveChildren(ctx: Ctx, hotkey: AccountId, netuid: NetUid): void {
  const stake = getTotalStakeForHotkey(ctx, hotkey);
  const needed = S.StakeThreshold.get(ctx);
  if (stake >= needed) return;
  ensure(S.SubnetOwnerHotkey.tryGet(ctx, netuid) === hotkey, E.NotEnoughStakeToSetChildkeys, { netuid, hotkey, actual: stake, required: needed });
}

/** source: pallets/subtensor/src/staking/set_children.rs, schedule_or_apply_ck @ 14bc6f9 */
function scheduleOrApply(ctx: Ctx, order: ChildrenOrder): void {
  const { hotkey, netuid, children } = order;
  if (!S.SubtokenEnabled.get(ctx, netuid)) {
    applyChildren(ctx, order);
    return;
  }
  const cooldownBlock = saturatingAddU64(getCurrentBlockAsU64(ctx), S.PendingChildKeyCooldown.get(ctx));
  S.PendingChildKeys.set(ctx, netuid, hotkey, [children, cooldownBlock]);
  ctx.deposit(Ev.SetChildrenScheduled([hotkey, netuid, cooldownBlock, children]));
}

/**
 * Links the children; what cannot be linked any more is dropped without a word.
 *
 * source: pallets/subtensor/src/staking/set_children.rs, persist_pending_chidren_ok @ 14bc6f9
 */
export function applyChildren(ctx: Ctx, { hotkey, netuid, children }: ChildrenOrder): void {
  inLayer(ctx, () => {
    persistRelations(ctx, loadRelationsFromPending(ctx, hotkey, children, netuid), netuid);
    ctx.deposit(Ev.SetChildren([hotkey, netuid, children]));
  });
}
