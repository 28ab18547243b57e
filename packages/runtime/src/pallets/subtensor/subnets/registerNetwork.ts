/** Somebody creates a subnet: pays the lock, which becomes the TAO of the new pool; the cheapest old subnet gives way if there is no place. */

import { ensureSigned, inLayer, type CallCtx, type Ctx, type Origin } from '@taonet/frame';
import { ensure, refuse, saturatingAddU64, saturatingSubU64, U64F64, type AccountId, type NetUid } from '@taonet/primitives';
import { doSetRootValidatorsForSubnet } from '../children/rootValidators.ts';
import { ensureCanRemoveBalance, recycleTao, transferTaoToSubnet } from '../coinbase/tao.ts';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { C, E, Ev, S } from '../pallet.ts';
import { ensurePassesRateLimit } from '../rateLimits.ts';
import { createAccountIfNonExistent, ensureNobodyElseOwnsHotkey, increaseTotalStake } from '../staking/accounts.ts';
import { getMedianSubnetAlphaPrice } from '../staking/prices.ts';
import { doDissolveNetwork } from './dissolveNetwork.ts';
import { ensureValidSubnetIdentity, type SubnetIdentity } from './identity.ts';
import { initNewNetwork } from './initNewNetwork.ts';
import { applyLiveBirth } from './liveBirth.ts';
import { getNetworkLockCost, setNetworkLastLockBlock } from './lockCost.ts';
import { getNetworkToPrune } from './networkToPrune.ts';
import { setSubnetOwnerHotkey } from './ownerHotkey.ts';
import { countSubnets, getNextNetuid, getSubnetAccountId, isSubnetAccountId } from './subnetwork.ts';
import { getNextAvailableSymbol } from './symbols.ts';
import { appendNeuron } from './uids.ts';

/** The only kind of subnet there is: with its own alpha and pool. */
const DYNAMIC_MECHANISM = 1;

/**
 * Creates a subnet owned by the signer, with `hotkey` as its first neuron.
 *
 * refuses NonAssociatedColdKey, CannotUseSystemAccount, SubNetRegistrationDisabled, NetworkTxRateLimitExceeded,
 *   SubnetLimitReached, CannotAffordLockCost, InvalidIdentity, InsufficientBalance
 * source: pallets/subtensor/src/subnets/subnet.rs, do_register_network @ 14bc6f9
 */
export function doRegisterNetwork(ctx: CallCtx, origin: Origin, hotkey: AccountId, identity: SubnetIdentity | undefined): void {
  const coldkey = ensureSigned(origin);
  ensureMayRegister(ctx, coldkey, hotkey);
  const pruned = subnetToReplace(ctx);
  const lockCost = getNetworkLockCost(ctx);
  ensureCanRemoveBalance(ctx, coldkey, lockCost, E.CannotAffordLockCost);
  if (pruned !== undefined) doDissolveNetwork(ctx, pruned);
  const netuid = pruned ?? getNextNetuid(ctx);
  // Before the new subnet exists, so that its own price does not count.
  const medianPrice = getMedianSubnetAlphaPrice(ctx);

  initNewNetwork(ctx, netuid, C.InitialTempo(ctx));
  const paid = transferTaoToSubnet(ctx, netuid, coldkey, lockCost);
  const block = getCurrentBlockAsU64(ctx);
  S.NetworkLastLockCost.set(ctx, paid);
  setNetworkLastLockBlock(ctx, block);
  createAccountIfNonExistent(ctx, coldkey, hotkey);
  appendNeuron(ctx, netuid, hotkey, block);
  S.SubnetMechanism.set(ctx, netuid, DYNAMIC_MECHANISM);
  S.NetworkRegisteredAt.set(ctx, netuid, block);
  S.RegisteredSubnetCounter.mutate(ctx, netuid, (count) => saturatingAddU64(count, 1n));
  S.TokenSymbol.set(ctx, netuid, getNextAvailableSymbol(ctx, netuid));

  fillPool(ctx, netuid, { paid, medianPrice, coldkey, hotkey });
  if (identity !== undefined) storeIdentity(ctx, netuid, identity);
  // Upstream only logs a failure here.
  inLayer(ctx, () => doSetRootValidatorsForSubnet(ctx, netuid));
  ctx.deposit(Ev.NetworkAdded([netuid, DYNAMIC_MECHANISM]));
  // A subnet earns nothing until root switches its emission on.
  S.SubnetEmissionEnabled.set(ctx, netuid, false);
  applyLiveBirth(ctx, netuid);
}

function ensureMayRegister(ctx: Ctx, coldkey: AccountId, hotkey: AccountId): void {
  ensureNobodyElseOwnsHotkey(ctx, coldkey, hotkey);
  ensure(isSubnetAccountId(hotkey) === undefined, E.CannotUseSystemAccount, { hotkey });
  const block = getCurrentBlockAsU64(ctx);
  const start = S.NetworkRegistrationStartBlock.get(ctx);
  ensure(block >= start, E.SubNetRegistrationDisabled, { actual: block, required: start });
  ensurePassesRateLimit(ctx, 'RegisterNetwork', coldkey, E.NetworkTxRateLimitExceeded);
}

/** The subnet whose place is taken; undefined while there are free places. */
function subnetToReplace(ctx: Ctx): NetUid | undefined {
  const count = countSubnets(ctx);
  const limit = S.SubnetLimit.get(ctx);
  if (count < limit) return undefined;
  return getNetworkToPrune(ctx) ?? refuse(E.SubnetLimitReached, { actual: count, required: limit - 1 });
}

interface Founding {
  readonly paid: bigint;
  readonly medianPrice: U64F64;
  readonly coldkey: AccountId;
  readonly hotkey: AccountId;
}

/** Pool of the new subnet: what was paid (at least the minimum lock) in TAO, and as much alpha as the median price gives for it. */
function fillPool(ctx: Ctx, netuid: NetUid, { paid, medianPrice, coldkey, hotkey }: Founding): void {
  const minLock = S.NetworkMinLockCost.get(ctx);
  const poolTao = paid >= minLock ? paid : minLock;
  const poolAlpha = U64F64.saturatingToU64(U64F64.safeDiv(U64F64.fromInt(poolTao), medianPrice));
  const recycled = saturatingSubU64(paid, poolTao);
  S.SubnetTAO.set(ctx, netuid, poolTao);
  S.SubnetAlphaIn.set(ctx, netuid, poolAlpha);
  S.SubnetOwner.set(ctx, netuid, coldkey);
  setSubnetOwnerHotkey(ctx, netuid, hotkey);
  S.SubnetLocked.set(ctx, netuid, paid);
  S.SubnetAlphaOut.set(ctx, netuid, 0n);
  S.SubnetVolume.set(ctx, netuid, 0n);
  S.RAORecycledForRegistration.set(ctx, netuid, recycled);
  const subnetAccount = getSubnetAccountId(ctx, netuid);
  // Upstream ignores a failure here; with today's minimum nothing is ever left to recycle.
  if (recycled > 0n && subnetAccount !== undefined) inLayer(ctx, () => recycleTao(ctx, subnetAccount, recycled));
  if (poolTao > 0n) increaseTotalStake(ctx, poolTao);
}

function storeIdentity(ctx: Ctx, netuid: NetUid, identity: SubnetIdentity): void {
  ensureValidSubnetIdentity(identity, netuid);
  S.SubnetIdentitiesV3.set(ctx, netuid, identity);
  ctx.deposit(Ev.SubnetIdentitySet(netuid));
}
