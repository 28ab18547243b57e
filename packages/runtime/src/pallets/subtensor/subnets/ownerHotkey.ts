/** The hotkey that stands for a subnet's owner. */

import type { CallCtx, Ctx, Origin } from '@taonet/frame';
import { ensure, type AccountId, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { ensureSubnetOwnerOrRoot } from '../ownerAccess.ts';
import { E, Ev, S } from '../pallet.ts';
import { ensurePassesRateLimitOnSubnet, setLastBlockOnSubnet } from '../rateLimits.ts';
import { ifSubnetExist, isSubnetAccountId } from './subnetwork.ts';

/**
 * refuses CannotUseSystemAccount
 * source: pallets/subtensor/src/utils/misc.rs, set_subnet_owner_hotkey @ 14bc6f9
 */
export function setSubnetOwnerHotkey(ctx: Ctx, netuid: NetUid, hotkey: AccountId): void {
  ensure(isSubnetAccountId(hotkey) === undefined, E.CannotUseSystemAccount, { hotkey });
  S.SubnetOwnerHotkey.set(ctx, netuid, hotkey);
  ctx.deposit(Ev.SubnetOwnerHotkeySet([netuid, hotkey]));
}

/**
 * The owner or root names the owner's hotkey; once in 50,400 blocks per subnet.
 *
 * refuses BadOrigin, SubnetNotExists, TxRateLimitExceeded, CannotUseSystemAccount
 * source: pallets/subtensor/src/subnets/subnet.rs, do_set_sn_owner_hotkey @ 14bc6f9
 */
export function doSetSnOwnerHotkey(ctx: CallCtx, origin: Origin, netuid: NetUid, hotkey: AccountId): void {
  ensureSubnetOwnerOrRoot(ctx, origin, netuid);
  ensure(ifSubnetExist(ctx, netuid), E.SubnetNotExists, { netuid });
  ensurePassesRateLimitOnSubnet(ctx, 'SetSNOwnerHotkey', { key: hotkey, netuid });
  setLastBlockOnSubnet(ctx, 'SetSNOwnerHotkey', hotkey, netuid, getCurrentBlockAsU64(ctx));
  setSubnetOwnerHotkey(ctx, netuid, hotkey);
}
