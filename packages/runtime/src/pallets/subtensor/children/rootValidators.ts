/** A new subnet's owner hotkey becomes the child of every root validator that has not declined. */

import { inLayer, signed, type Ctx } from '@taonet/frame';
import { ensure, refuse, U64_MAX, type NetUid } from '@taonet/primitives';
import { E, S } from '../pallet.ts';
import { ifSubnetExist, ROOT_NETUID } from '../subnets/subnetwork.ts';
import { doScheduleChildren } from './setChildren.ts';

/**
 * Orders, for each root validator but the owner itself, its whole stake to work for the owner's hotkey; refusals are passed over.
 *
 * refuses RegistrationNotPermittedOnRootSubnet, SubnetNotExists
 * source: pallets/subtensor/src/staking/set_children.rs, do_set_root_validators_for_subnet @ 14bc6f9
 */
export function doSetRootValidatorsForSubnet(ctx: Ctx, netuid: NetUid): void {
  ensure(netuid !== ROOT_NETUID, E.RegistrationNotPermittedOnRootSubnet, { netuid });
  ensure(ifSubnetExist(ctx, netuid), E.SubnetNotExists, { netuid });
  const ownerHotkey = S.SubnetOwnerHotkey.tryGet(ctx, netuid) ?? refuse(E.SubnetNotExists, { netuid, check: 'an owner hotkey is set' });
  for (const [, validator] of S.Keys.entries(ctx, ROOT_NETUID)) {
    if (validator === ownerHotkey || !S.AutoParentDelegationEnabled.get(ctx, validator)) continue;
    const origin = signed(S.Owner.get(ctx, validator));
    inLayer(ctx, () => doScheduleChildren(ctx, origin, { hotkey: validator, netuid, children: [[U64_MAX, ownerHotkey]] }));
  }
}
