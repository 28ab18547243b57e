/** Somebody creates a subnet: pays the lock cost, of which the minimum becomes the TAO of the new pool and the rest is burned. */

import { ensureSigned, type CallCtx, type Ctx, type Origin } from '@taonet/frame';
import { ensure, saturatingSubU64, type AccountId, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { ensureNobodyElseOwnsHotkey, increaseTotalStake } from '../../../pallets/subtensor/staking/accounts.ts';
import { getNextNetuid } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { C, E, Ev, S } from '../pallet.ts';
import { createAccountIfNonExistent } from '../staking/accounts.ts';
import { burnTokens, canRemoveBalanceFromColdkeyAccount, getColdkeyBalance, removeBalanceFromColdkeyAccount } from '../staking/coldkeyBalances.ts';
import { ensureValidSubnetIdentity, type SubnetIdentity } from './identity.ts';
import { initNewNetwork } from './initNewNetwork.ts';
import { applyLiveBirth } from './liveBirth.ts';
import { getNetworkLockCost } from './lockCost.ts';
import { getSymbolForSubnet } from './symbols.ts';
import { appendNeuron } from './uids.ts';

/** The only kind of subnet that can be made: with its own alpha and pool. */
const DYNAMIC_MECHANISM = 1;

/**
 * Creates a subnet owned by the signer, with `hotkey` as its first neuron. There is no limit to how many there are.
 *
 * refuses NonAssociatedColdKey, NetworkTxRateLimitExceeded, NotEnoughBalanceToStake, BalanceWithdrawalError, ZeroBalanceAfterWithdrawn, InvalidIdentity
 * source: pallets/subtensor/src/subnets/subnet.rs, do_register_network @ 1b0c63a
 */
export function doRegisterNetwork(ctx: CallCtx, origin: Origin, hotkey: AccountId, identity: SubnetIdentity | undefined): void {
  const coldkey = ensureSigned(origin);
  ensureNobodyElseOwnsHotkey(ctx, coldkey, hotkey);
  const block = getCurrentBlockAsU64(ctx);
  const earliest = S.NetworkLastRegistered.get(ctx) + S.NetworkRateLimit.get(ctx);
  ensure(block >= earliest, E.NetworkTxRateLimitExceeded, { actual: block, required: earliest });
  const lockCost = getNetworkLockCost(ctx);
  const canPay = canRemoveBalanceFromColdkeyAccount(ctx, coldkey, lockCost);
  ensure(canPay, E.NotEnoughBalanceToStake, { coldkey, actual: getColdkeyBalance(ctx, coldkey), required: lockCost });
  const netuid = getNextNetuid(ctx);
  const paid = removeBalanceFromColdkeyAccount(ctx, coldkey, lockCost);
  S.NetworkLastLockCost.set(ctx, paid);

  initNewNetwork(ctx, netuid, C.InitialTempo(ctx));
  createAccountIfNonExistent(ctx, coldkey, hotkey);
  appendNeuron(ctx, netuid, hotkey, block);
  S.SubnetMechanism.set(ctx, netuid, DYNAMIC_MECHANISM);
  S.NetworkLastRegistered.set(ctx, block);
  S.NetworkRegisteredAt.set(ctx, netuid, block);
  S.TokenSymbol.set(ctx, netuid, getSymbolForSubnet(netuid));
  fillPool(ctx, netuid, paid);
  S.SubnetOwner.set(ctx, netuid, coldkey);
  S.SubnetOwnerHotkey.set(ctx, netuid, hotkey);
  if (identity !== undefined) storeIdentity(ctx, netuid, identity);
  ctx.deposit(Ev.NetworkAdded([netuid, DYNAMIC_MECHANISM]));
  applyLiveBirth(ctx, netuid);
}

/** As much TAO as the minimum lock, whatever was paid, and one alpha for each. */
function fillPool(ctx: Ctx, netuid: NetUid, paid: bigint): void {
  const poolTao = S.NetworkMinLockCost.get(ctx);
  S.SubnetTAO.set(ctx, netuid, poolTao);
  S.SubnetAlphaIn.set(ctx, netuid, poolTao);
  const burned = saturatingSubU64(paid, poolTao);
  if (burned > 0n) burnTokens(ctx, burned);
  if (paid > 0n && poolTao > 0n) increaseTotalStake(ctx, poolTao);
}

function storeIdentity(ctx: Ctx, netuid: NetUid, identity: SubnetIdentity): void {
  ensureValidSubnetIdentity(identity, netuid);
  S.SubnetIdentitiesV2.set(ctx, netuid, identity);
  ctx.deposit(Ev.SubnetIdentitySet(netuid));
}
