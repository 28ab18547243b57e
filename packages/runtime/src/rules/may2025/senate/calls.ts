/**
 * Calls by which the senate votes and the collective acts as root. They stand in the rules of May 2025 and, by the switch `governance`, in others.
 *
 * source: pallets/subtensor/src/macros/dispatches.rs, coinbase/root.rs @ 1b0c63a
 */

import type { subtensorModule } from '@taonet/abi';
import { BAD_ORIGIN, ensureSigned, ROOT, type CallCtx, type CallHandlers, type Origin, type PostInfo, type RuntimeCall } from '@taonet/frame';
import { ensure, refuse } from '@taonet/primitives';
import { E, Ev, S } from '../../../pallets/subtensor/pallet.ts';
import { ensureColdkeyOwnsHotkey } from '../../../pallets/subtensor/staking/accounts.ts';
import { ifSubnetExist, ROOT_NETUID } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { voteWeight } from '../../../pallets/triumvirate/motionWeights.ts';
import { outcomeOf } from '../../../pallets/triumvirate/outcome.ts';
import { doVote } from '../../../pallets/triumvirate/votes.ts';
import { createAccountIfNonExistent } from '../staking/accounts.ts';
import { isSenator, joinSenateIfEligible, senators } from './senateSeats.ts';

/** More than half of the seats agreed; not even root may otherwise. refuses BadOrigin. source: EnsureMajoritySenate */
function ensureMajority(origin: Origin): void {
  ensure(origin.kind === 'members' && origin.yes * 2 > origin.seats, BAD_ORIGIN, { actual: origin.kind, required: 'a majority of the senate' });
}

/** Makes a call as root, past the filter. What it refuses is refused, and the event is undone with it. refuses BadOrigin. source: sudo */
function actAsRoot(ctx: CallCtx, origin: Origin, call: RuntimeCall): PostInfo {
  ensureMajority(origin);
  const result = ctx.dispatchBypassFilter(call, ROOT);
  ctx.deposit(Ev.Sudid(outcomeOf(result)));
  if (result.ok) return result.post;
  ctx.postInfoIfRefused(result.post);
  return refuse(result.refusal);
}

export const senateCalls: CallHandlers<(typeof subtensorModule)['calls']> = {
  sudo: (ctx, origin, { call }) => actAsRoot(ctx, origin, call),

  /** As `sudo`; the caller states the weight. */
  sudo_unchecked_weight: (ctx, origin, { call }) => actAsRoot(ctx, origin, call),

  /**
   * A senator's coldkey votes with its hotkey; the first vote on a motion is free.
   *
   * refuses NonAssociatedColdKey, NotSenateMember; of Triumvirate ProposalNotExists, IndexMismatchProposalHash, DuplicateVote
   * source: do_vote_root
   */
  vote(ctx, origin, { hotkey, proposal, index, approve }) {
    ensureColdkeyOwnsHotkey(ctx, ensureSigned(origin), hotkey);
    ensure(isSenator(ctx, hotkey), E.NotSenateMember, { hotkey });
    const isFirst = doVote(ctx, hotkey, { proposal, index, approve });
    return { actualWeight: voteWeight({ m: senators(ctx).length }), paysFee: !isFirst };
  },

  /**
   * Anybody may ask for a seat for a hotkey on root. The event never names who lost it: upstream forgets that.
   *
   * refuses RootNetworkDoesNotExist, HotKeyNotRegisteredInSubNet, HotKeyAlreadyRegisteredInSubNet, StakeTooLowForRoot
   * source: do_adjust_senate
   */
  adjust_senate(ctx, origin, { hotkey }) {
    ensure(ifSubnetExist(ctx, ROOT_NETUID), E.RootNetworkDoesNotExist, { netuid: ROOT_NETUID });
    const coldkey = ensureSigned(origin);
    ensure(S.Uids.has(ctx, ROOT_NETUID, hotkey), E.HotKeyNotRegisteredInSubNet, { hotkey, netuid: ROOT_NETUID });
    createAccountIfNonExistent(ctx, coldkey, hotkey);
    joinSenateIfEligible(ctx, hotkey);
    ensure(isSenator(ctx, hotkey), E.StakeTooLowForRoot, { hotkey });
    ctx.deposit(Ev.SenateAdjusted({ old_member: undefined, new_member: hotkey }));
  },
};
