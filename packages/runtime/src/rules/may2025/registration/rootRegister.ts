/** A hotkey takes a seat on root, and one in the senate that comes with it. */

import { ensureSigned, type CallCtx, type Origin, type StateCtx } from '@taonet/frame';
import { ensure, refuse, U64_MAX, type AccountId, type Uid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { ifSubnetExist, ROOT_NETUID } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { E, Ev, S } from '../pallet.ts';
import { joinSenateIfEligible } from '../senate/senateSeats.ts';
import { createAccountIfNonExistent } from '../staking/accounts.ts';
import { getStakeForHotkeyOnSubnet } from '../staking/sharePools.ts';
import { ensureTakesMoreRegistrations } from './registrationLimits.ts';
import { appendNeuron, replaceNeuron } from './uids.ts';

/** 18 % of 65535: the take a new root member gets. */
const DEFAULT_ROOT_TAKE = 11_796;

/**
 * Seats the hotkey on root; the signer becomes its owner if it has none, and need not be it.
 *
 * refuses RootNetworkDoesNotExist, TooManyRegistrationsThisBlock, TooManyRegistrationsThisInterval, HotKeyAlreadyRegisteredInSubNet,
 *   StakeTooLowForRoot
 * source: pallets/subtensor/src/coinbase/root.rs, do_root_register @ 1b0c63a
 */
export function doRootRegister(ctx: CallCtx, origin: Origin, hotkey: AccountId): void {
  ensure(ifSubnetExist(ctx, ROOT_NETUID), E.RootNetworkDoesNotExist, { netuid: ROOT_NETUID });
  const coldkey = ensureSigned(origin);
  ensureTakesMoreRegistrations(ctx, ROOT_NETUID);
  ensure(!S.Uids.has(ctx, ROOT_NETUID, hotkey), E.HotKeyAlreadyRegisteredInSubNet, { netuid: ROOT_NETUID, hotkey });
  createAccountIfNonExistent(ctx, coldkey, hotkey);
  const uid = takeSeat(ctx, hotkey);
  joinSenateIfEligible(ctx, hotkey);
  if (!S.Delegates.has(ctx, hotkey)) S.Delegates.set(ctx, hotkey, DEFAULT_ROOT_TAKE);
  S.RegistrationsThisInterval.mutate(ctx, ROOT_NETUID, (count) => count + 1);
  S.RegistrationsThisBlock.mutate(ctx, ROOT_NETUID, (count) => count + 1);
  ctx.deposit(Ev.NeuronRegistered([ROOT_NETUID, uid, hotkey]));
}

/** A free seat, else that of the member with the least root stake, if the hotkey has more. */
function takeSeat(ctx: StateCtx, hotkey: AccountId): Uid {
  const block = getCurrentBlockAsU64(ctx);
  const memberCount = S.SubnetworkN.get(ctx, ROOT_NETUID);
  if (memberCount < S.MaxAllowedUids.get(ctx, ROOT_NETUID)) {
    appendNeuron(ctx, ROOT_NETUID, hotkey, block);
    return memberCount;
  }
  let lowestStake = U64_MAX;
  let lowestUid = 0;
  for (const [[, uid], member] of S.Keys.entries(ctx, ROOT_NETUID)) {
    const stake = getStakeForHotkeyOnSubnet(ctx, member, ROOT_NETUID);
    if (stake >= lowestStake) continue;
    lowestStake = stake;
    lowestUid = uid;
  }
  if (!S.Keys.has(ctx, ROOT_NETUID, lowestUid)) refuse(E.HotKeyNotRegisteredInSubNet, { netuid: ROOT_NETUID, uid: lowestUid });
  const stake = getStakeForHotkeyOnSubnet(ctx, hotkey, ROOT_NETUID);
  ensure(lowestStake < stake, E.StakeTooLowForRoot, { netuid: ROOT_NETUID, hotkey, actual: stake, required: lowestStake + 1n });
  replaceNeuron(ctx, ROOT_NETUID, lowestUid, hotkey, block);
  return lowestUid;
}
