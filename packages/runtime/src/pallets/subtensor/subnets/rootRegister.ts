/** A hotkey takes a seat on root: free, but when root is full only with more root stake than the poorest member. */

import { ensureSigned, type CallCtx, type Ctx, type Origin } from '@taonet/frame';
import { ensure, refuse, U16_MAX, U64_MAX, type AccountId, type Uid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { E, Ev, S } from '../pallet.ts';
import { createAccountIfNonExistent } from '../staking/accounts.ts';
import { getStakeForHotkeyOnSubnet } from '../staking/stakeShares.ts';
import { ifSubnetExist, ROOT_NETUID } from './subnetwork.ts';
import { appendNeuron, replaceNeuron } from './uids.ts';

/** 18 % of 65535: the take a new root member gets. */
const DEFAULT_ROOT_TAKE = 11_796;
/** An interval takes this many times the target number of registrations. */
const INTERVAL_FACTOR = 3;

/**
 * Seats the hotkey on root.
 *
 * refuses RootNetworkDoesNotExist, TooManyRegistrationsThisBlock, TooManyRegistrationsThisInterval,
 *   HotKeyAlreadyRegisteredInSubNet, CannotUseSystemAccount, StakeTooLowForRoot
 * source: pallets/subtensor/src/coinbase/root.rs, do_root_register @ 14bc6f9
 */
export function doRootRegister(ctx: CallCtx, origin: Origin, hotkey: AccountId): void {
  ensure(ifSubnetExist(ctx, ROOT_NETUID), E.RootNetworkDoesNotExist, { netuid: ROOT_NETUID });
  const coldkey = ensureSigned(origin);
  ensureRootTakesMore(ctx);
  ensure(!S.Uids.has(ctx, ROOT_NETUID, hotkey), E.HotKeyAlreadyRegisteredInSubNet, { netuid: ROOT_NETUID, hotkey });
  createAccountIfNonExistent(ctx, coldkey, hotkey);
  const uid = takeSeat(ctx, hotkey);
  if (!S.Delegates.has(ctx, hotkey)) S.Delegates.set(ctx, hotkey, DEFAULT_ROOT_TAKE);
  S.RegistrationsThisInterval.mutate(ctx, ROOT_NETUID, (count) => count + 1);
  S.RegistrationsThisBlock.mutate(ctx, ROOT_NETUID, (count) => count + 1);
  ctx.deposit(Ev.NeuronRegistered([ROOT_NETUID, uid, hotkey]));
}

function ensureRootTakesMore(ctx: Ctx): void {
  const thisBlock = S.RegistrationsThisBlock.get(ctx, ROOT_NETUID);
  const blockMax = S.MaxRegistrationsPerBlock.get(ctx, ROOT_NETUID);
  ensure(thisBlock < blockMax, E.TooManyRegistrationsThisBlock, { netuid: ROOT_NETUID, actual: thisBlock, required: blockMax - 1 });
  const thisInterval = S.RegistrationsThisInterval.get(ctx, ROOT_NETUID);
  const intervalMax = Math.min(S.TargetRegistrationsPerInterval.get(ctx, ROOT_NETUID) * INTERVAL_FACTOR, U16_MAX);
  ensure(thisInterval < intervalMax, E.TooManyRegistrationsThisInterval, { netuid: ROOT_NETUID, actual: thisInterval, required: intervalMax - 1 });
}

function takeSeat(ctx: Ctx, hotkey: AccountId): Uid {
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
