/** Members of the collective. They follow its membership. source: pallets/collective/src/lib.rs, ChangeMembers @ 1b0c63a */

import type { Ctx } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import { S } from './pallet.ts';
import { removeVotes } from './votes.ts';

/** `members` (sorted) sit from now on; who left loses its votes, and nobody is prime. source: change_members_sorted */
export function changeMembers(ctx: Ctx, outgoing: readonly AccountId[], members: readonly AccountId[]): void {
  removeVotes(ctx, outgoing);
  S.Members.set(ctx, [...members]);
  S.Prime.remove(ctx);
}

/** Whose vote stands for missing ones. source: set_prime */
export function setPrime(ctx: Ctx, prime: AccountId | undefined): void {
  if (prime === undefined) S.Prime.remove(ctx);
  else S.Prime.set(ctx, prime);
}
