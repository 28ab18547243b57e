/** Seats of the senate: the hotkeys with most root stake. source: pallets/subtensor/src/coinbase/root.rs, runtime/src/lib.rs (ManageSenateMembers) @ 1b0c63a */

import type { Ctx, StateCtx } from '@taonet/frame';
import { ensure, type AccountId } from '@taonet/primitives';
import { addMember, swapMember } from '../../../pallets/membership/members.ts';
import { senate } from '../../../pallets/membership/pallet.ts';
import { E, S } from '../../../pallets/subtensor/pallet.ts';
import { ROOT_NETUID } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { removeVotes } from '../../../pallets/triumvirate/votes.ts';
import { getStakeForHotkeyOnSubnet } from '../staking/sharePools.ts';

/** Hotkeys that may vote, by account. source: SenateMembers::members */
export const senators = (ctx: StateCtx): readonly AccountId[] => senate.S.Members.get(ctx);

export const isSenator = (ctx: StateCtx, hotkey: AccountId): boolean => senators(ctx).includes(hotkey);

/** The seat of `remove` goes to `add`; its votes on open motions are void. refuses NotMember, AlreadyMember of SenateMembers. source: swap_member */
export function swapSenator(ctx: Ctx, remove: AccountId, add: AccountId): void {
  removeVotes(ctx, [remove]);
  swapMember(ctx, senate, remove, add);
}

/**
 * A seat for a hotkey on root: a free one, else that of the senator with least root stake when it has less. Nothing when all have as much.
 *
 * refuses HotKeyNotRegisteredInSubNet, HotKeyAlreadyRegisteredInSubNet (it sits already)
 * source: join_senate_if_eligible
 */
export function joinSenateIfEligible(ctx: Ctx, hotkey: AccountId): void {
  ensure(S.Uids.has(ctx, ROOT_NETUID, hotkey), E.HotKeyNotRegisteredInSubNet, { hotkey, netuid: ROOT_NETUID });
  ensure(!isSenator(ctx, hotkey), E.HotKeyAlreadyRegisteredInSubNet, { hotkey, netuid: ROOT_NETUID });
  if (senators(ctx).length < senate.seatsMax) {
    addMember(ctx, senate, hotkey);
    return;
  }
  const least = leastSenator(ctx);
  if (least.stake < rootStake(ctx, hotkey)) swapSenator(ctx, least.hotkey, hotkey);
}

const rootStake = (ctx: StateCtx, hotkey: AccountId): bigint => getStakeForHotkeyOnSubnet(ctx, hotkey, ROOT_NETUID);

/** Of equal ones the last by account. */
function leastSenator(ctx: StateCtx): { readonly hotkey: AccountId; readonly stake: bigint } {
  const all = senators(ctx).map((hotkey) => ({ hotkey, stake: rootStake(ctx, hotkey) }));
  return all.reduce((least, one) => (one.stake <= least.stake ? one : least));
}
