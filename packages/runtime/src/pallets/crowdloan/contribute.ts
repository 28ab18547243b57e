/** Money goes into a crowdloan and back. Rao. source: pallets/crowdloan/src/lib.rs @ 14bc6f9 */

import type { CrowdloanInfo } from '@taonet/abi';
import type { Ctx, StateCtx } from '@taonet/frame';
import { ensure, refuse, U64_MAX, type AccountId } from '@taonet/primitives';
import { getFreeBalance } from '../balances/inspect.ts';
import { transfer } from '../balances/transfer.ts';
import { S as System } from '../system/pallet.ts';
import { C, E, Ev, S } from './pallet.ts';

/** refuses InvalidCrowdloanId */
export function getCrowdloan(ctx: StateCtx, id: number): CrowdloanInfo {
  return S.Crowdloans.get(ctx, id) ?? refuse(E.InvalidCrowdloanId, { id });
}

/**
 * Takes as much of `amount` as cap and the contributor's maximum leave room for.
 *
 * refuses ContributionPeriodEnded, CapRaised, ContributionTooLow, MaxContributorsReached, MaxContributionReached, InsufficientBalance
 */
export function doContribute(ctx: Ctx, contributor: AccountId, crowdloan_id: number, amount: bigint): void {
  const crowdloan = getCrowdloan(ctx, crowdloan_id);
  const block = System.Number.get(ctx);
  ensure(block < crowdloan.end, E.ContributionPeriodEnded, { block, end: crowdloan.end });
  ensure(crowdloan.raised < crowdloan.cap, E.CapRaised);
  ensure(amount >= crowdloan.min_contribution, E.ContributionTooLow, { amount, min: crowdloan.min_contribution });
  ensure(crowdloan.contributors_count < C.MaxContributors(ctx), E.MaxContributorsReached);
  const before = S.Contributions.get(ctx, crowdloan_id, contributor);
  const taken = smaller(amount, smaller(crowdloan.cap - crowdloan.raised, roomOf(ctx, crowdloan_id, before ?? 0n)));
  ensure((before ?? 0n) + taken <= U64_MAX, E.Overflow);
  const balance = getFreeBalance(ctx, contributor);
  ensure(balance >= taken, E.InsufficientBalance, { balance, needed: taken });
  transfer(ctx, contributor, crowdloan.funds_account, taken, 'Expendable');
  S.Contributions.set(ctx, crowdloan_id, contributor, (before ?? 0n) + taken);
  const contributors_count = crowdloan.contributors_count + (before === undefined ? 1 : 0);
  S.Crowdloans.set(ctx, crowdloan_id, { ...crowdloan, raised: crowdloan.raised + taken, contributors_count });
  ctx.deposit(Ev.Contributed({ crowdloan_id, contributor, amount: taken }));
}

/** How much one more may contribute. refuses MaxContributionReached */
function roomOf(ctx: StateCtx, crowdloan_id: number, contributed: bigint): bigint {
  const max = S.MaxContributions.get(ctx, crowdloan_id);
  if (max === undefined) return U64_MAX;
  ensure(contributed < max, E.MaxContributionReached, { contributed, max });
  return max - contributed;
}

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** Gives back a contribution; of the creator's all but the deposit. refuses AlreadyFinalized, NoContribution, DepositCannotBeWithdrawn */
export function doWithdraw(ctx: Ctx, who: AccountId, crowdloan_id: number): void {
  const crowdloan = getCrowdloan(ctx, crowdloan_id);
  ensure(!crowdloan.finalized, E.AlreadyFinalized);
  const contribution = S.Contributions.get(ctx, crowdloan_id, who) ?? 0n;
  ensure(contribution > 0n, E.NoContribution);
  const isCreator = who === crowdloan.creator;
  const amount = isCreator ? contribution - smaller(contribution, crowdloan.deposit) : contribution;
  ensure(amount > 0n, E.DepositCannotBeWithdrawn);
  if (isCreator) S.Contributions.set(ctx, crowdloan_id, who, crowdloan.deposit);
  else S.Contributions.remove(ctx, crowdloan_id, who);
  transfer(ctx, crowdloan.funds_account, who, amount, 'Expendable');
  S.Crowdloans.set(ctx, crowdloan_id, {
    ...crowdloan, raised: crowdloan.raised - smaller(crowdloan.raised, amount), contributors_count: crowdloan.contributors_count - (isCreator ? 0 : 1),
  });
  ctx.deposit(Ev.Withdrew({ contributor: who, crowdloan_id, amount }));
}

/** Gives back up to 50 contributions other than the creator's. returns: how many, and whether none is left */
export function doRefund(ctx: Ctx, who: AccountId, crowdloan_id: number): { readonly count: number; readonly all: boolean } {
  const crowdloan = getOwn(ctx, who, crowdloan_id);
  const others = S.Contributions.entries(ctx, crowdloan_id).filter(([[, contributor]]) => contributor !== crowdloan.creator);
  const refunded = others.slice(0, C.RefundContributorsLimit(ctx));
  let { raised } = crowdloan;
  for (const [[, contributor], amount] of refunded) {
    transfer(ctx, crowdloan.funds_account, contributor, amount, 'Expendable');
    raised -= smaller(raised, amount);
  }
  S.Crowdloans.set(ctx, crowdloan_id, { ...crowdloan, raised, contributors_count: crowdloan.contributors_count - refunded.length });
  for (const [[, contributor]] of refunded) S.Contributions.remove(ctx, crowdloan_id, contributor);
  const all = refunded.length === others.length;
  ctx.deposit(all ? Ev.AllRefunded({ crowdloan_id }) : Ev.PartiallyRefunded({ crowdloan_id }));
  return { count: refunded.length, all };
}

/** A crowdloan that its creator may still change. refuses InvalidCrowdloanId, AlreadyFinalized, InvalidOrigin */
export function getOwn(ctx: StateCtx, who: AccountId, id: number): CrowdloanInfo {
  const crowdloan = getCrowdloan(ctx, id);
  ensure(!crowdloan.finalized, E.AlreadyFinalized);
  ensure(who === crowdloan.creator, E.InvalidOrigin, { creator: crowdloan.creator });
  return crowdloan;
}
