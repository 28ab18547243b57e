/** A hotkey's owner names its children; they take effect at an epoch after the cooldown. */

import { forBuild, prodOrFast } from '@taonet/codec';
import { ensureSigned, type Ctx, type Origin } from '@taonet/frame';
import { ensure, saturatingAddU64, U64_MAX, type AccountId, type NetUid } from '@taonet/primitives';
import { CHILDREN_MAX, type Edge } from '../../../pallets/subtensor/children/relations.ts';
import type { ChildrenOrder } from '../../../pallets/subtensor/children/setChildren.ts';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { ensurePassesRateLimitOnSubnet, setLastBlockOnSubnet } from '../../../pallets/subtensor/rateLimits.ts';
import { ensureColdkeyOwnsHotkey } from '../../../pallets/subtensor/staking/accounts.ts';
import { ifSubnetExist, ROOT_NETUID } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { E, Ev, S } from '../pallet.ts';
import { getTotalStakeForHotkey } from '../staking/totals.ts';

/** A day. source: pallets/subtensor/src/lib.rs, DefaultPendingCooldown @ 1b0c63a */
const PENDING_COOLDOWN_BLOCKS = prodOrFast(7_200n, 15n);

/**
 * Orders new children for a hotkey on a subnet, in place of an order that still waits. Needs StakeThreshold in TAO over all
 * subnets, unless the list is empty or the hotkey stands for the subnet's owner. That a child may be a parent too is not looked at.
 *
 * refuses TxRateLimitExceeded, RegistrationNotPermittedOnRootSubnet, SubNetworkDoesNotExist, NonAssociatedColdKey, TooManyChildren,
 *   InvalidChild, ProportionOverflow, DuplicateChild, NotEnoughStakeToSetChildkeys
 * source: pallets/subtensor/src/staking/set_children.rs, do_schedule_children @ 1b0c63a
 */
export function doScheduleChildren(ctx: Ctx, origin: Origin, { hotkey, netuid, children }: ChildrenOrder): void {
  const coldkey = ensureSigned(origin);
  ensurePassesRateLimitOnSubnet(ctx, 'SetChildren', { key: hotkey, netuid });
  ensure(netuid !== ROOT_NETUID, E.RegistrationNotPermittedOnRootSubnet, { netuid });
  ensure(ifSubnetExist(ctx, netuid), E.SubNetworkDoesNotExist, { netuid });
  ensureColdkeyOwnsHotkey(ctx, coldkey, hotkey);
  ensureWellFormed(hotkey, netuid, children);
  if (children.length > 0) ensureMayHaveChildren(ctx, hotkey, netuid);
  const block = getCurrentBlockAsU64(ctx);
  setLastBlockOnSubnet(ctx, 'SetChildren', hotkey, netuid, block);
  const cooldownBlock = saturatingAddU64(block, forBuild(PENDING_COOLDOWN_BLOCKS, ctx.build));
  S.PendingChildKeys.set(ctx, netuid, hotkey, [children, cooldownBlock]);
  ctx.deposit(Ev.SetChildrenScheduled([hotkey, netuid, cooldownBlock, children]));
}

/** refuses TooManyChildren, InvalidChild, ProportionOverflow, DuplicateChild */
function ensureWellFormed(hotkey: AccountId, netuid: NetUid, children: readonly Edge[]): void {
  ensure(children.length <= CHILDREN_MAX, E.TooManyChildren, { hotkey, actual: children.length, required: CHILDREN_MAX });
  const names = children.map(([, child]) => child);
  ensure(!names.includes(hotkey), E.InvalidChild, { hotkey, check: 'a hotkey is not its own child' });
  const total = children.reduce((sum, [proportion]) => sum + proportion, 0n);
  ensure(total <= U64_MAX, E.ProportionOverflow, { hotkey, actual: total, required: U64_MAX });
  ensure(new Set(names).size === names.length, E.DuplicateChild, { netuid, hotkey, child: names.find((name, i) => names.indexOf(name) < i) });
}

function ensureMayHaveChildren(ctx: Ctx, hotkey: AccountId, netuid: NetUid): void {
  const stake = getTotalStakeForHotkey(ctx, hotkey);
  const needed = S.StakeThreshold.get(ctx);
  if (stake >= needed) return;
  ensure(S.SubnetOwnerHotkey.tryGet(ctx, netuid) === hotkey, E.NotEnoughStakeToSetChildkeys, { netuid, hotkey, actual: stake, required: needed });
}
