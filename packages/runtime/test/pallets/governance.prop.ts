/** What holds of votes and seats whatever is done. */

import { createCrypto } from '@taonet/crypto';
import { BlockCtx, MemoryState, Overlay, type Ctx } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addMember, changeKey, clearPrime, removeMember, resetMembers, setPrime, swapMember } from '../../src/pallets/membership/members.ts';
import { senate, triumvirateSeats } from '../../src/pallets/membership/pallet.ts';
import { S } from '../../src/pallets/triumvirate/pallet.ts';
import { doVote } from '../../src/pallets/triumvirate/votes.ts';
import { createSpec } from '../../src/spec.ts';
import { account } from '../createTestCtx.ts';

const spec = createSpec({ fast: false, powFaucet: false, extended: true }, await createCrypto());
const createCtx = (): BlockCtx => new BlockCtx(spec, new Overlay(new MemoryState()), { rootOf: () => '' });
const who = fc.integer({ min: 1, max: 6 }).map(account);
const HASH = 'ab'.repeat(32);

/** True unless it was refused; a refusal changes nothing here. */
function did(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

it('a key stands on one side at most, counts are those of the last vote each, and only the first vote is a first', () => {
  fc.assert(fc.property(fc.array(fc.tuple(who, fc.boolean()), { maxLength: 40 }), (votes) => {
    const ctx = createCtx();
    S.Voting.set(ctx, HASH, { index: 3, threshold: 2, ayes: [], nays: [], end: 9 });
    const last = new Map<AccountId, boolean>();
    for (const [voter, approve] of votes) {
      const before = last.get(voter);
      let first: boolean | undefined;
      expect(did(() => { first = doVote(ctx, voter, { proposal: HASH, index: 3, approve }); })).toBe(before !== approve);
      if (before !== approve) expect(first).toBe(before === undefined);
      last.set(voter, approve);
    }
    const { ayes, nays } = S.Voting.get(ctx, HASH)!;
    const of = (side: boolean): AccountId[] => [...last].filter(([, approve]) => approve === side).map(([voter]) => voter).sort();
    expect([[...ayes].sort(), [...nays].sort()]).toEqual([of(true), of(false)]);
  }));
});

type Step = (ctx: Ctx) => void;
const steps = (seats: typeof senate | typeof triumvirateSeats): fc.Arbitrary<Step> => fc.oneof(
  who.map((one): Step => (ctx) => addMember(ctx, seats, one)),
  who.map((one): Step => (ctx) => removeMember(ctx, seats, one)),
  fc.tuple(who, who).map(([out, into]): Step => (ctx) => swapMember(ctx, seats, out, into)),
  fc.tuple(who, who).map(([before, after]): Step => (ctx) => changeKey(ctx, seats, before, after)),
  fc.uniqueArray(who, { maxLength: 5 }).map((all): Step => (ctx) => resetMembers(ctx, seats, all)),
  who.map((one): Step => (ctx) => setPrime(ctx, seats, one)),
  fc.constant<Step>((ctx) => clearPrime(ctx, seats)),
);

it.each([['triumvirate', triumvirateSeats], ['senate', senate]] as const)('seats of the %s stay sorted, unique, within their number; the prime sits', (name, seats) => {
  fc.assert(fc.property(fc.array(steps(seats), { maxLength: 30 }), (work) => {
    const ctx = createCtx();
    for (const step of work) {
      did(() => step(ctx));
      const members = seats.S.Members.get(ctx);
      expect([...new Set(members)].sort()).toEqual([...members]);
      expect(members.length).toBeLessThanOrEqual(seats.seatsMax);
      const prime = seats.S.Prime.get(ctx);
      if (prime !== undefined) expect(members).toContain(prime);
      if (name === 'senate') continue;
      expect(S.Members.get(ctx)).toEqual([...members]);
      if (S.Prime.get(ctx) !== undefined) expect(S.Prime.get(ctx)).toBe(prime);
    }
  }));
});
