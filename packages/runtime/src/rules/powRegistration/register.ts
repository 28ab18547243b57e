/** `register` under the rules of June 2026 with the switch `pow_registration`. source: ours, docs/adr/0015 */

import { ensureSigned, type CallCtx, type Origin } from '@taonet/frame';
import { ensure, saturatingAddU16, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../pallets/subtensor/currentBlock.ts';
import { E, Ev, S } from '../../pallets/subtensor/pallet.ts';
import { createAccountIfNonExistent, ensureColdkeyOwnsHotkey } from '../../pallets/subtensor/staking/accounts.ts';
import { doRegister, ensureRoom, registerNeuron } from '../../pallets/subtensor/subnets/registration.ts';
import { intervalLimit } from '../may2025/registration/registrationLimits.ts';
import { bringsRealWork, type RegisterArgs } from './realWork.ts';

/** By work where there is real work, else as upstream: for the present price. */
export function registerByWorkOrBurn(ctx: CallCtx, origin: Origin, args: RegisterArgs): void {
  if (bringsRealWork(ctx, args)) registerByWork(ctx, origin, args);
  else doRegister(ctx, origin, args.netuid, args.hotkey);
}

/**
 * Admission is that of May 2025, the seat that of today: who is pruned and who may own a hotkey are today's rules.
 *
 * refuses TransactorAccountShouldBeHotKey, TooManyRegistrationsThisBlock, TooManyRegistrationsThisInterval, HotKeyAlreadyRegisteredInSubNet,
 *   CannotUseSystemAccount, NonAssociatedColdKey, NoNeuronIdAvailable
 */
function registerByWork(ctx: CallCtx, origin: Origin, { netuid, work, hotkey, coldkey }: RegisterArgs): void {
  const signer = ensureSigned(origin);
  ensure(signer === hotkey, E.TransactorAccountShouldBeHotKey, { actual: signer, required: hotkey });
  ensureTakesMoreRegistrations(ctx, netuid);
  ensure(!S.Uids.has(ctx, netuid, hotkey), E.HotKeyAlreadyRegisteredInSubNet, { netuid, hotkey });
  S.UsedWork.set(ctx, work, getCurrentBlockAsU64(ctx));
  createAccountIfNonExistent(ctx, coldkey, hotkey);
  ensureColdkeyOwnsHotkey(ctx, coldkey, hotkey);
  ensureRoom(ctx, netuid);
  const uid = registerNeuron(ctx, netuid, hotkey);
  S.POWRegistrationsThisInterval.mutate(ctx, netuid, (count) => saturatingAddU16(count, 1));
  S.RegistrationsThisBlock.mutate(ctx, netuid, (count) => saturatingAddU16(count, 1));
  ctx.deposit(Ev.NeuronRegistered([netuid, uid, hotkey]));
}

/** Registrations of every kind count; those of this block come into the interval's counter with the next one. */
function ensureTakesMoreRegistrations(ctx: CallCtx, netuid: NetUid): void {
  const thisBlock = S.RegistrationsThisBlock.get(ctx, netuid);
  const blockMax = S.MaxRegistrationsPerBlock.get(ctx, netuid);
  ensure(thisBlock < blockMax, E.TooManyRegistrationsThisBlock, { netuid, actual: thisBlock, required: blockMax - 1 });
  const thisInterval = S.RegistrationsThisInterval.get(ctx, netuid) + thisBlock;
  const intervalMax = intervalLimit(ctx, netuid);
  ensure(thisInterval < intervalMax, E.TooManyRegistrationsThisInterval, { netuid, actual: thisInterval, required: intervalMax - 1 });
}
