/** What people say about themselves and their subnets. */

import { ensureSigned, type CallCtx, type Origin } from '@taonet/frame';
import { ensure, refuse, type Facts, type NetUid } from '@taonet/primitives';
import { E, Ev, S } from '../pallet.ts';
import { isHotkeyRegisteredOnAnyNetwork } from './uids.ts';

export type ChainIdentity = Parameters<typeof S.IdentitiesV2.set>[2];
export type SubnetIdentity = Parameters<typeof S.SubnetIdentitiesV3.set>[2];

/** Longest length of each field in bytes. */
const CHAIN_IDENTITY_BYTES: Readonly<Record<keyof ChainIdentity, number>> = {
  name: 256, url: 256, github_repo: 256, image: 1024, discord: 256, description: 1024, additional: 1024,
};
const SUBNET_IDENTITY_BYTES: Readonly<Record<keyof SubnetIdentity, number>> = {
  subnet_name: 256, github_repo: 1024, subnet_contact: 1024, subnet_url: 1024, discord: 256, description: 1024, logo_url: 1024, additional: 1024,
};

/** Refuses InvalidIdentity unless every field is within its length. (Upstream's limit on the sum cannot be reached then.) */
function ensureFits<F extends string>(fields: Readonly<Record<F, Uint8Array>>, limits: Readonly<Record<F, number>>, subject: Facts): void {
  for (const field of Object.keys(limits) as F[]) {
    const { length } = fields[field];
    if (length > limits[field]) refuse(E.InvalidIdentity, { ...subject, field, actual: length, required: limits[field] });
  }
}

/** source: pallets/subtensor/src/utils/identity.rs, is_valid_subnet_identity @ 14bc6f9 */
export function ensureValidSubnetIdentity(identity: SubnetIdentity, netuid: NetUid): void {
  ensureFits(identity, SUBNET_IDENTITY_BYTES, { netuid });
}

/**
 * Sets the signer's identity; it must own a hotkey that is registered somewhere.
 *
 * refuses HotKeyNotRegisteredInNetwork, InvalidIdentity
 * source: pallets/subtensor/src/utils/identity.rs, do_set_identity, is_valid_identity @ 14bc6f9
 */
export function doSetIdentity(ctx: CallCtx, origin: Origin, identity: ChainIdentity): void {
  const coldkey = ensureSigned(origin);
  const isRegistered = S.OwnedHotkeys.get(ctx, coldkey).some((hotkey) => isHotkeyRegisteredOnAnyNetwork(ctx, hotkey));
  ensure(isRegistered, E.HotKeyNotRegisteredInNetwork, { coldkey });
  ensureFits(identity, CHAIN_IDENTITY_BYTES, { coldkey });
  S.IdentitiesV2.set(ctx, coldkey, identity);
  ctx.deposit(Ev.ChainIdentitySet(coldkey));
}

/**
 * Sets a subnet's identity.
 *
 * refuses NotSubnetOwner, InvalidIdentity
 * source: pallets/subtensor/src/utils/identity.rs, do_set_subnet_identity @ 14bc6f9
 */
export function doSetSubnetIdentity(ctx: CallCtx, origin: Origin, netuid: NetUid, identity: SubnetIdentity): void {
  const coldkey = ensureSigned(origin);
  const owner = S.SubnetOwner.get(ctx, netuid);
  ensure(owner === coldkey, E.NotSubnetOwner, { netuid, actual: coldkey, required: owner });
  ensureValidSubnetIdentity(identity, netuid);
  S.SubnetIdentitiesV3.set(ctx, netuid, identity);
  ctx.deposit(Ev.SubnetIdentitySet(netuid));
}
