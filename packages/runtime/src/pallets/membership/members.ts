/** Who sits: a sorted list and its prime. Changes of the triumvirate's seats are told to the triumvirate. source: pallet-membership 38.0.0, lib.rs */

import type { Ctx } from '@taonet/frame';
import { ensure, type AccountId } from '@taonet/primitives';
import { changeMembers, setPrime as setPrimeOfTriumvirate } from '../triumvirate/members.ts';
import { triumvirateSeats, type Seats } from './pallet.ts';

/** Tells who follows this membership: the collective of the triumvirate, nobody for the senate. source: MembershipChanged */
function tellChange(ctx: Ctx, seats: Seats, outgoing: readonly AccountId[], members: readonly AccountId[]): void {
  if (seats === triumvirateSeats) changeMembers(ctx, outgoing, members);
}

function tellPrime(ctx: Ctx, seats: Seats, prime: AccountId | undefined): void {
  if (seats === triumvirateSeats) setPrimeOfTriumvirate(ctx, prime);
}

/** The prime stays while it sits. source: rejig_prime */
function keepPrime(ctx: Ctx, seats: Seats, members: readonly AccountId[]): void {
  const prime = seats.S.Prime.get(ctx);
  if (prime === undefined) return;
  if (members.includes(prime)) tellPrime(ctx, seats, prime);
  else seats.S.Prime.remove(ctx);
}

/** One more. The collective's prime is lost, the membership's is not. refuses AlreadyMember, TooManyMembers. source: add_member */
export function addMember(ctx: Ctx, seats: Seats, who: AccountId): void {
  const before = seats.S.Members.get(ctx);
  ensure(!before.includes(who), seats.E.AlreadyMember, { who });
  ensure(before.length < seats.seatsMax, seats.E.TooManyMembers, { actual: before.length, required: seats.seatsMax - 1 });
  const members = [...before, who].sort();
  seats.S.Members.set(ctx, members);
  tellChange(ctx, seats, [], members);
  ctx.deposit(seats.Ev.MemberAdded());
}

/** One less. refuses NotMember. source: remove_member */
export function removeMember(ctx: Ctx, seats: Seats, who: AccountId): void {
  const members = without(ctx, seats, who);
  seats.S.Members.set(ctx, members);
  tellChange(ctx, seats, [who], members);
  keepPrime(ctx, seats, members);
  ctx.deposit(seats.Ev.MemberRemoved());
}

/** One in another's place; nothing for one and the same. refuses NotMember, AlreadyMember. source: swap_member */
export function swapMember(ctx: Ctx, seats: Seats, remove: AccountId, add: AccountId): void {
  if (remove === add) return;
  const members = replaced(ctx, seats, remove, add);
  seats.S.Members.set(ctx, members);
  tellChange(ctx, seats, [remove], members);
  keepPrime(ctx, seats, members);
  ctx.deposit(seats.Ev.MembersSwapped());
}

/** Others altogether. refuses TooManyMembers. source: reset_members */
export function resetMembers(ctx: Ctx, seats: Seats, given: readonly AccountId[]): void {
  ensure(given.length <= seats.seatsMax, seats.E.TooManyMembers, { actual: given.length, required: seats.seatsMax });
  const members = [...given].sort();
  tellChange(ctx, seats, leaving(seats.S.Members.get(ctx), members), members);
  keepPrime(ctx, seats, members);
  seats.S.Members.set(ctx, members);
  ctx.deposit(seats.Ev.MembersReset());
}

/** A member sits under another key, as prime too. refuses NotMember, AlreadyMember. source: change_key */
export function changeKey(ctx: Ctx, seats: Seats, before: AccountId, after: AccountId): void {
  if (before === after) return;
  const members = replaced(ctx, seats, before, after);
  seats.S.Members.set(ctx, members);
  tellChange(ctx, seats, [before], members);
  if (seats.S.Prime.get(ctx) === before) {
    seats.S.Prime.set(ctx, after);
    tellPrime(ctx, seats, after);
  }
  ctx.deposit(seats.Ev.KeyChanged());
}

/** refuses NotMember. source: set_prime */
export function setPrime(ctx: Ctx, seats: Seats, who: AccountId): void {
  ensure(seats.S.Members.get(ctx).includes(who), seats.E.NotMember, { who });
  seats.S.Prime.set(ctx, who);
  tellPrime(ctx, seats, who);
}

/** source: clear_prime */
export function clearPrime(ctx: Ctx, seats: Seats): void {
  seats.S.Prime.remove(ctx);
  tellPrime(ctx, seats, undefined);
}

function without(ctx: Ctx, seats: Seats, who: AccountId): AccountId[] {
  const before = seats.S.Members.get(ctx);
  const at = before.indexOf(who);
  ensure(at >= 0, seats.E.NotMember, { who });
  return before.toSpliced(at, 1);
}

function replaced(ctx: Ctx, seats: Seats, remove: AccountId, add: AccountId): AccountId[] {
  const rest = without(ctx, seats, remove);
  ensure(!rest.includes(add), seats.E.AlreadyMember, { who: add });
  return [...rest, add].sort();
}

/** Of two sorted lists, what the second has less often than the first. source: frame-support, compute_members_diff_sorted */
function leaving(before: readonly AccountId[], after: readonly AccountId[]): AccountId[] {
  const left: AccountId[] = [];
  let at = 0;
  for (const who of before) {
    while (at < after.length && after[at]! < who) at++;
    if (after[at] === who) at++;
    else left.push(who);
  }
  return left;
}
