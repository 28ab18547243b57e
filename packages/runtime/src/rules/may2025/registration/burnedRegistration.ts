/** A hotkey buys a uid: the price goes through the pool, what it bought is taken out of circulation. */

import { ensureSigned, type CallCtx, type Origin } from '@taonet/frame';
import { ensure, saturatingSubU64, type AccountId, type NetUid } from '@taonet/primitives';
import { ensureColdkeyOwnsHotkey } from '../../../pallets/subtensor/staking/accounts.ts';
import { increaseRaoRecycled } from '../../../pallets/subtensor/subnets/registration.ts';
import { ifSubnetExist, ROOT_NETUID } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { E, Ev, S } from '../pallet.ts';
import { createAccountIfNonExistent } from '../staking/accounts.ts';
import { canRemoveBalanceFromColdkeyAccount, getColdkeyBalance, removeBalanceFromColdkeyAccount } from '../staking/coldkeyBalances.ts';
import { swapTaoForAlpha } from '../staking/poolSwaps.ts';
import { ensureHasUids, registerNeuron } from './registerNeuron.ts';
import { countRegistration, ensureTakesMoreRegistrations } from './registrationLimits.ts';

/**
 * Registers `hotkey` for the signer at the present burn.
 *
 * refuses RegistrationNotPermittedOnRootSubnet, SubNetworkDoesNotExist, SubNetRegistrationDisabled, TooManyRegistrationsThisBlock,
 *   TooManyRegistrationsThisInterval, HotKeyAlreadyRegisteredInSubNet, NotEnoughBalanceToStake, NonAssociatedColdKey, NoNeuronIdAvailable,
 *   BalanceWithdrawalError, ZeroBalanceAfterWithdrawn
 * source: pallets/subtensor/src/subnets/registration.rs, do_burned_registration @ 1b0c63a
 */
export function doBurnedRegistration(ctx: CallCtx, origin: Origin, netuid: NetUid, hotkey: AccountId): void {
  const coldkey = ensureSigned(origin);
  ensure(netuid !== ROOT_NETUID, E.RegistrationNotPermittedOnRootSubnet, { netuid });
  ensure(ifSubnetExist(ctx, netuid), E.SubNetworkDoesNotExist, { netuid });
  ensure(S.NetworkRegistrationAllowed.get(ctx, netuid), E.SubNetRegistrationDisabled, { netuid });
  ensureTakesMoreRegistrations(ctx, netuid);
  ensure(!S.Uids.has(ctx, netuid, hotkey), E.HotKeyAlreadyRegisteredInSubNet, { netuid, hotkey });
  const burn = S.Burn.get(ctx, netuid);
  ensure(canRemoveBalanceFromColdkeyAccount(ctx, coldkey, burn), E.NotEnoughBalanceToStake, { coldkey, actual: getColdkeyBalance(ctx, coldkey), required: burn });
  createAccountIfNonExistent(ctx, coldkey, hotkey);
  ensureColdkeyOwnsHotkey(ctx, coldkey, hotkey);
  ensureHasUids(ctx, netuid);

  const paid = removeBalanceFromColdkeyAccount(ctx, coldkey, burn);
  const bought = swapTaoForAlpha(ctx, netuid, paid);
  S.SubnetAlphaOut.mutate(ctx, netuid, (total) => saturatingSubU64(total, bought));

  const uid = registerNeuron(ctx, netuid, hotkey);
  countRegistration(ctx, netuid, 'BurnRegistrationsThisInterval');
  increaseRaoRecycled(ctx, netuid, burn);
  ctx.deposit(Ev.NeuronRegistered([netuid, uid, hotkey]));
}
