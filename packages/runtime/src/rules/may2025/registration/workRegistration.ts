/** A hotkey earns a uid by work, for nothing else. */

import { ensureSigned, type CallCtx, type Origin, type StateCtx } from '@taonet/frame';
import { ensure, type AccountId, type NetUid } from '@taonet/primitives';
import { ensureColdkeyOwnsHotkey } from '../../../pallets/subtensor/staking/accounts.ts';
import { ifSubnetExist, ROOT_NETUID } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { E, Ev, S } from '../pallet.ts';
import { createAccountIfNonExistent } from '../staking/accounts.ts';
import { ensureHasUids, registerNeuron } from './registerNeuron.ts';
import { countRegistration, ensureTakesMoreRegistrations } from './registrationLimits.ts';
import { useWork, type ProofOfWork } from './usedWork.ts';

export interface WorkRegistration extends ProofOfWork {
  readonly netuid: NetUid;
  readonly hotkey: AccountId;
  /** Becomes the hotkey's owner if it has none, and must be it otherwise. It signs nothing. */
  readonly coldkey: AccountId;
}

/**
 * Registers the signing hotkey for its work.
 *
 * refuses TransactorAccountShouldBeHotKey, RegistrationNotPermittedOnRootSubnet, SubNetworkDoesNotExist, SubNetRegistrationDisabled,
 *   TooManyRegistrationsThisBlock, TooManyRegistrationsThisInterval, HotKeyAlreadyRegisteredInSubNet, InvalidWorkBlock, InvalidDifficulty,
 *   InvalidSeal, NonAssociatedColdKey, NoNeuronIdAvailable
 * source: pallets/subtensor/src/subnets/registration.rs, do_registration @ 1b0c63a
 */
export function doRegistration(ctx: CallCtx, origin: Origin, registration: WorkRegistration): void {
  const { netuid, hotkey, coldkey } = registration;
  const signer = ensureSigned(origin);
  ensure(signer === hotkey, E.TransactorAccountShouldBeHotKey, { actual: signer, required: hotkey });
  ensureTakesWork(ctx, netuid);
  ensureTakesMoreRegistrations(ctx, netuid);
  ensure(!S.Uids.has(ctx, netuid, hotkey), E.HotKeyAlreadyRegisteredInSubNet, { netuid, hotkey });
  useWork(ctx, registration, hotkey, S.Difficulty.get(ctx, netuid));
  createAccountIfNonExistent(ctx, coldkey, hotkey);
  ensureColdkeyOwnsHotkey(ctx, coldkey, hotkey);
  ensureHasUids(ctx, netuid);
  const uid = registerNeuron(ctx, netuid, hotkey);
  countRegistration(ctx, netuid, 'POWRegistrationsThisInterval');
  ctx.deposit(Ev.NeuronRegistered([netuid, uid, hotkey]));
}

function ensureTakesWork(ctx: StateCtx, netuid: NetUid): void {
  ensure(netuid !== ROOT_NETUID, E.RegistrationNotPermittedOnRootSubnet, { netuid });
  ensure(ifSubnetExist(ctx, netuid), E.SubNetworkDoesNotExist, { netuid });
  ensure(S.NetworkPowRegistrationAllowed.get(ctx, netuid), E.SubNetRegistrationDisabled, { netuid });
}
