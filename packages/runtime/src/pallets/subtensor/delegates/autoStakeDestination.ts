/** Where a miner's incentive on a subnet goes: as stake to this hotkey. */

import { ensureSigned, type CallCtx, type Origin } from '@taonet/frame';
import { ensure, type AccountId, type NetUid } from '@taonet/primitives';
import { E, Ev, S } from '../pallet.ts';
import { ifSubnetExist } from '../subnets/subnetwork.ts';
import { isHotkeyRegisteredOnNetwork } from '../subnets/uids.ts';

/**
 * Sets the signer's target hotkey on the subnet; kept on both sides.
 *
 * refuses SubnetNotExists, HotKeyNotRegisteredInSubNet, SameAutoStakeHotkeyAlreadySet
 * source: pallets/subtensor/src/macros/dispatches.rs, set_coldkey_auto_stake_hotkey @ 14bc6f9
 */
export function setColdkeyAutoStakeHotkey(ctx: CallCtx, origin: Origin, netuid: NetUid, hotkey: AccountId): void {
  const coldkey = ensureSigned(origin);
  ensure(ifSubnetExist(ctx, netuid), E.SubnetNotExists, { netuid });
  ensure(isHotkeyRegisteredOnNetwork(ctx, netuid, hotkey), E.HotKeyNotRegisteredInSubNet, { netuid, hotkey });
  const current = S.AutoStakeDestination.get(ctx, coldkey, netuid);
  if (current !== undefined) {
    ensure(current !== hotkey, E.SameAutoStakeHotkeyAlreadySet, { coldkey, netuid, hotkey });
    S.AutoStakeDestinationColdkeys.mutate(ctx, current, netuid, (coldkeys) => coldkeys.filter((other) => other !== coldkey));
  }
  S.AutoStakeDestination.set(ctx, coldkey, netuid, hotkey);
  S.AutoStakeDestinationColdkeys.mutate(ctx, hotkey, netuid, (coldkeys) => (coldkeys.includes(coldkey) ? coldkeys : [...coldkeys, coldkey]));
  ctx.deposit(Ev.AutoStakeDestinationSet({ coldkey, netuid, hotkey }));
}
