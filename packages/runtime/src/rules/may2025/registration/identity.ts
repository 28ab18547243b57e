/** What owners say about their subnets; there was no logo yet. */

import { ensureSigned, type CallCtx, type Origin } from '@taonet/frame';
import { ensure, refuse, type NetUid } from '@taonet/primitives';
import { E, Ev, S } from '../pallet.ts';

export type SubnetIdentity = Parameters<typeof S.SubnetIdentitiesV2.set>[2];

/** Longest length of each field in bytes. (Upstream's limit on the sum of the first three cannot be reached then.) */
const FIELD_BYTES: Readonly<Record<keyof SubnetIdentity, number>> = {
  subnet_name: 256, github_repo: 1024, subnet_contact: 1024, subnet_url: 1024, discord: 256, description: 1024, additional: 1024,
};
const FIELDS = ['subnet_name', 'github_repo', 'subnet_contact', 'subnet_url', 'discord', 'description', 'additional'] as const;

/** The same without what was not there yet. */
export function withoutLogo({ subnet_name, github_repo, subnet_contact, subnet_url, discord, description, additional }: SubnetIdentity): SubnetIdentity {
  return { subnet_name, github_repo, subnet_contact, subnet_url, discord, description, additional };
}

/**
 * refuses InvalidIdentity
 * source: pallets/subtensor/src/utils/identity.rs, is_valid_subnet_identity @ 1b0c63a
 */
export function ensureValidSubnetIdentity(identity: SubnetIdentity, netuid: NetUid): void {
  for (const field of FIELDS) {
    const { length } = identity[field];
    if (length > FIELD_BYTES[field]) refuse(E.InvalidIdentity, { netuid, field, actual: length, required: FIELD_BYTES[field] });
  }
}

/**
 * Sets a subnet's identity.
 *
 * refuses NotSubnetOwner, InvalidIdentity
 * source: pallets/subtensor/src/utils/identity.rs, do_set_subnet_identity @ 1b0c63a
 */
export function doSetSubnetIdentity(ctx: CallCtx, origin: Origin, netuid: NetUid, identity: SubnetIdentity): void {
  const coldkey = ensureSigned(origin);
  const owner = S.SubnetOwner.get(ctx, netuid);
  ensure(owner === coldkey, E.NotSubnetOwner, { netuid, actual: coldkey, required: owner });
  ensureValidSubnetIdentity(identity, netuid);
  S.SubnetIdentitiesV2.set(ctx, netuid, identity);
  ctx.deposit(Ev.SubnetIdentitySet(netuid));
}
