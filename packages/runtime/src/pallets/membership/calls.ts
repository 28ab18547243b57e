/** Calls of the two memberships: root says who sits, a member may change its own key. source: pallet-membership 38.0.0, lib.rs */

import { senateMembers, triumvirateMembers } from '@taonet/abi';
import { bindCalls, ensureRoot, ensureSigned, type CallHandlers } from '@taonet/frame';
import { lookup } from '../system/lookup.ts';
import {
  addMember, changeKey, clearPrime, removeMember, resetMembers, setPrime, swapMember,
} from './members.ts';
import { addMemberWeight, changeKeyWeight, removeMemberWeight, setPrimeWeight, swapMemberWeight } from './memberWeights.ts';
import { senate, triumvirateSeats, type Seats } from './pallet.ts';

/** Each with an address refuses CannotLookup besides. */
function membershipCalls(seats: Seats): CallHandlers<(typeof triumvirateMembers)['calls']> {
  return {
    add_member(ctx, origin, { who }) {
      ensureRoot(origin);
      const before = seats.S.Members.get(ctx).length;
      addMember(ctx, seats, lookup(who));
      return { actualWeight: addMemberWeight(before) };
    },

    remove_member(ctx, origin, { who }) {
      ensureRoot(origin);
      const before = seats.S.Members.get(ctx).length;
      removeMember(ctx, seats, lookup(who));
      return { actualWeight: removeMemberWeight(before) };
    },

    swap_member(ctx, origin, { remove, add }) {
      ensureRoot(origin);
      const [leaving, coming] = [lookup(remove), lookup(add)];
      swapMember(ctx, seats, leaving, coming);
      return leaving === coming ? {} : { actualWeight: swapMemberWeight(seats.S.Members.get(ctx).length) };
    },

    reset_members(ctx, origin, { members }) {
      ensureRoot(origin);
      resetMembers(ctx, seats, members);
    },

    change_key(ctx, origin, args) {
      const [before, after] = [ensureSigned(origin), lookup(args.new)];
      changeKey(ctx, seats, before, after);
      return before === after ? {} : { actualWeight: changeKeyWeight(seats.S.Members.get(ctx).length) };
    },

    set_prime(ctx, origin, { who }) {
      ensureRoot(origin);
      setPrime(ctx, seats, lookup(who));
      return { actualWeight: setPrimeWeight(seats.S.Members.get(ctx).length) };
    },

    clear_prime(ctx, origin) {
      ensureRoot(origin);
      clearPrime(ctx, seats);
    },
  };
}

/** Of pallet TriumvirateMembers. */
export const triumvirateMembersCalls = bindCalls(triumvirateMembers, membershipCalls(triumvirateSeats));
/** Of pallet SenateMembers. */
export const senateMembersCalls = bindCalls(senateMembers, membershipCalls(senate));
