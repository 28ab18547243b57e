/** A subnet ceases to be, by root: its lock goes back to its owner; its pool and what people staked on it are left where they are. */

import type { Ctx } from '@taonet/frame';
import { ensure, saturatingSubU16, type AccountId, type NetUid } from '@taonet/primitives';
import { zeroRootWeights } from '../../../pallets/subtensor/subnets/removeNetwork.ts';
import { ifSubnetExist } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { E, Ev, S } from '../pallet.ts';
import { addBalanceToColdkeyAccount } from '../staking/coldkeyBalances.ts';

/** Items with one entry per subnet. */
const BY_NETUID = [
  S.SubnetworkN, S.NetworkModality, S.NetworksAdded, S.NetworkRegisteredAt,
  S.Rank, S.Trust, S.Active, S.Emission, S.Incentive, S.Consensus, S.Dividends, S.PruningScores, S.LastUpdate, S.ValidatorPermit, S.ValidatorTrust,
  S.Tempo, S.Kappa, S.Difficulty, S.MaxAllowedUids, S.ImmunityPeriod, S.ActivityCutoff, S.MaxWeightsLimit, S.MinAllowedWeights,
  S.RegistrationsThisInterval, S.POWRegistrationsThisInterval, S.BurnRegistrationsThisInterval,
] as const;

/**
 * Removes the subnet of `coldkey`.
 *
 * refuses SubNetworkDoesNotExist, NotSubnetOwner
 * source: pallets/subtensor/src/coinbase/root.rs, user_remove_network @ 1b0c63a
 */
export function userRemoveNetwork(ctx: Ctx, coldkey: AccountId, netuid: NetUid): void {
  ensure(ifSubnetExist(ctx, netuid), E.SubNetworkDoesNotExist, { netuid });
  const owner = S.SubnetOwner.get(ctx, netuid);
  ensure(owner === coldkey, E.NotSubnetOwner, { netuid, actual: coldkey, required: owner });
  if (S.SubnetIdentitiesV2.take(ctx, netuid) !== undefined) ctx.deposit(Ev.SubnetIdentityRemoved(netuid));
  removeNetwork(ctx, netuid, owner);
  ctx.deposit(Ev.NetworkRemoved(netuid));
}

/**
 * What is not named here stays, as it does upstream: pool, stake, mechanism, symbol, owner hotkey, axons, the rest of the parameters.
 *
 * source: pallets/subtensor/src/coinbase/root.rs, remove_network @ 1b0c63a
 */
function removeNetwork(ctx: Ctx, netuid: NetUid, owner: AccountId): void {
  const locked = S.SubnetLocked.get(ctx, netuid);
  S.TotalNetworks.mutate(ctx, (count) => saturatingSubU16(count, 1));
  for (const [, hotkey] of S.Keys.entries(ctx, netuid)) S.IsNetworkMember.remove(ctx, hotkey, netuid);
  for (const map of [S.Uids, S.Keys, S.Bonds, S.Weights]) map.clearPrefix(ctx, netuid);
  zeroRootWeights(ctx, netuid);
  for (const item of BY_NETUID) item.remove(ctx, netuid);
  addBalanceToColdkeyAccount(ctx, owner, locked);
  S.SubnetLocked.set(ctx, netuid, 0n);
  S.SubnetOwner.remove(ctx, netuid);
}
