/** A hotkey buys a uid on a subnet: the price goes through the pool, what it bought is taken out of circulation. */

import { ensureSigned, type CallCtx, type Ctx, type Origin } from '@taonet/frame';
import { ensure, refuse, saturatingAddU16, saturatingAddU64, saturatingSubU64, type AccountId, type NetUid, type Uid } from '@taonet/primitives';
import { recordTaoInflow } from '../coinbase/flows.ts';
import { ensureCanRemoveBalance, transferTaoToSubnet } from '../coinbase/tao.ts';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { E, Ev, S } from '../pallet.ts';
import { createAccountIfNonExistent, ensureColdkeyOwnsHotkey } from '../staking/accounts.ts';
import { ANY_BUY_PRICE, swapTaoForAlpha } from '../staking/poolSwaps.ts';
import { getNeuronToPrune } from './neuronPruning.ts';
import { bumpRegistrationPriceAfterRegistration } from './registrationPrice.ts';
import { ifSubnetExist, ROOT_NETUID } from './subnetwork.ts';
import { appendNeuron, replaceNeuron } from './uids.ts';

/**
 * Gives the hotkey a uid: a new one while there is room, else a pruned one's.
 *
 * refuses NoNeuronIdAvailable
 * source: pallets/subtensor/src/subnets/registration.rs, register_neuron @ 14bc6f9
 */
export function registerNeuron(ctx: Ctx, netuid: NetUid, hotkey: AccountId): Uid {
  const block = getCurrentBlockAsU64(ctx);
  const neuronCount = S.SubnetworkN.get(ctx, netuid);
  if (neuronCount < S.MaxAllowedUids.get(ctx, netuid)) {
    appendNeuron(ctx, netuid, hotkey, block);
    return neuronCount;
  }
  const uid = getNeuronToPrune(ctx, netuid) ?? refuse(E.NoNeuronIdAvailable, { netuid, neuronCount });
  replaceNeuron(ctx, netuid, uid, hotkey, block);
  return uid;
}

/**
 * Registers `hotkey` for the signer at the present price.
 *
 * refuses RegistrationNotPermittedOnRootSubnet, SubnetNotExists, SubNetRegistrationDisabled, HotKeyAlreadyRegisteredInSubNet,
 *   NotEnoughBalanceToStake, CannotUseSystemAccount, NonAssociatedColdKey, NoNeuronIdAvailable, InsufficientBalance and what the pool refuses
 * keeps: price paid = TAO added to the pool
 * source: pallets/subtensor/src/subnets/registration.rs, do_register @ 14bc6f9
 */
export function doRegister(ctx: CallCtx, origin: Origin, netuid: NetUid, hotkey: AccountId): void {
  const coldkey = ensureSigned(origin);
  ensure(netuid !== ROOT_NETUID, E.RegistrationNotPermittedOnRootSubnet, { netuid });
  ensure(ifSubnetExist(ctx, netuid), E.SubnetNotExists, { netuid });
  ensure(S.NetworkRegistrationAllowed.get(ctx, netuid), E.SubNetRegistrationDisabled, { netuid });
  ensure(!S.Uids.has(ctx, netuid, hotkey), E.HotKeyAlreadyRegisteredInSubNet, { netuid, hotkey });
  const price = S.Burn.get(ctx, netuid);
  ensureCanRemoveBalance(ctx, coldkey, price, E.NotEnoughBalanceToStake);
  createAccountIfNonExistent(ctx, coldkey, hotkey);
  ensureColdkeyOwnsHotkey(ctx, coldkey, hotkey);
  ensureRoom(ctx, netuid);

  const paid = transferTaoToSubnet(ctx, netuid, coldkey, price);
  const bought = swapTaoForAlpha(ctx, netuid, paid, ANY_BUY_PRICE).amountPaidOut;
  S.SubnetAlphaOut.mutate(ctx, netuid, (total) => saturatingSubU64(total, bought));

  const uid = registerNeuron(ctx, netuid, hotkey);
  bumpRegistrationPriceAfterRegistration(ctx, netuid);
  S.RegistrationsThisBlock.mutate(ctx, netuid, (count) => saturatingAddU16(count, 1));
  increaseRaoRecycled(ctx, netuid, price);
  recordTaoInflow(ctx, netuid, paid);
  ctx.deposit(Ev.NeuronRegistered([netuid, uid, hotkey]));
}

/**
 * A free uid, or a neuron that may be pruned.
 *
 * refuses NoNeuronIdAvailable
 * source: pallets/subtensor/src/subnets/registration.rs, do_register @ 14bc6f9
 */
export function ensureRoom(ctx: Ctx, netuid: NetUid): void {
  const maxUids = S.MaxAllowedUids.get(ctx, netuid);
  ensure(maxUids !== 0, E.NoNeuronIdAvailable, { netuid, actual: maxUids, required: 1 });
  const neuronCount = S.SubnetworkN.get(ctx, netuid);
  if (neuronCount < maxUids) return;
  ensure(getNeuronToPrune(ctx, netuid) !== undefined, E.NoNeuronIdAvailable, { netuid, maxUids, check: 'somebody may be pruned' });
}

/**
 * As `doRegister`, if the price is at most `limitPrice` rao.
 *
 * refuses RegistrationPriceLimitExceeded and what `doRegister` refuses
 * source: pallets/subtensor/src/subnets/registration.rs, do_register_limit @ 14bc6f9
 */
export function doRegisterLimit(ctx: CallCtx, origin: Origin, netuid: NetUid, { hotkey, limitPrice }: { hotkey: AccountId; limitPrice: bigint }): void {
  ensureSigned(origin);
  ensure(netuid !== ROOT_NETUID, E.RegistrationNotPermittedOnRootSubnet, { netuid });
  ensure(ifSubnetExist(ctx, netuid), E.SubnetNotExists, { netuid });
  const price = S.Burn.get(ctx, netuid);
  ensure(price <= limitPrice, E.RegistrationPriceLimitExceeded, { netuid, actual: price, required: limitPrice });
  doRegister(ctx, origin, netuid, hotkey);
}

/** source: pallets/subtensor/src/utils/misc.rs, set_rao_recycled @ 14bc6f9 */
export function setRaoRecycled(ctx: Ctx, netuid: NetUid, recycledRao: bigint): void {
  S.RAORecycledForRegistration.set(ctx, netuid, recycledRao);
  ctx.deposit(Ev.RAORecycledForRegistrationSet([netuid, recycledRao]));
}

/** source: pallets/subtensor/src/utils/misc.rs, increase_rao_recycled @ 14bc6f9 */
export function increaseRaoRecycled(ctx: Ctx, netuid: NetUid, addedRao: bigint): void {
  setRaoRecycled(ctx, netuid, saturatingAddU64(S.RAORecycledForRegistration.get(ctx, netuid), addedRao));
}
