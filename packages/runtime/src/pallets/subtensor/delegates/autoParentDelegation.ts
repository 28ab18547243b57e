/** Whether a root validator's stake is lent to the owners of new subnets by itself. */

import { ensureSigned, type CallCtx, type Origin } from '@taonet/frame';
import { ensure, type AccountId } from '@taonet/primitives';
import { E, Ev, S } from '../pallet.ts';
import { ensureColdkeyOwnsHotkey } from '../staking/accounts.ts';
import { ROOT_NETUID } from '../subnets/subnetwork.ts';
import { isHotkeyRegisteredOnNetwork } from '../subnets/uids.ts';

/**
 * refuses NonAssociatedColdKey, HotKeyNotRegisteredInSubNet
 * source: pallets/subtensor/src/macros/dispatches.rs, set_auto_parent_delegation_enabled @ 14bc6f9
 */
export function setAutoParentDelegationEnabled(ctx: CallCtx, origin: Origin, hotkey: AccountId, enabled: boolean): void {
  const coldkey = ensureSigned(origin);
  ensureColdkeyOwnsHotkey(ctx, coldkey, hotkey);
  ensure(isHotkeyRegisteredOnNetwork(ctx, ROOT_NETUID, hotkey), E.HotKeyNotRegisteredInSubNet, { netuid: ROOT_NETUID, hotkey });
  S.AutoParentDelegationEnabled.set(ctx, hotkey, enabled);
  ctx.deposit(Ev.AutoParentDelegationEnabledSet({ hotkey, enabled }));
}
