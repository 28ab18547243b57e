/** Money in and out of a loan while it is open. Amounts in rao. source: pallets/crowdloan/src/lib.rs @ 14bc6f9 */

import type { CrowdloanInfo } from '@taonet/abi';
import type { Ctx, StateCtx } from '@taonet/frame';
import { checkedAddU64, ensure, refuse, saturatingSubU64, type AccountId } from '@taonet/primitives';
import { getFreeBalance } from '../balances/inspect.ts';
import { transfer } from '../balances/transfer.ts';
import { S as System } from '../system/pallet.ts';
import { getCrowdloan } from './loans.ts';
import { C, E, Ev, S } from './pallet.ts';

/**
 * Takes as much of `offered` as fits under the loan's cap and the contributor's limit.
 *
 * refuses InvalidCrowdloanId, ContributionPeriodEnded, CapRaised, ContributionTooLow, MaxContributorsReached,
 *   MaxContributionReached, Overflow, InsufficientBalance, and what Balances refuses
 */
export function contribute(ctx: Ctx, contributor: AccountId, id: number, offered: bigint): void {
  const loan = getCrowdloan(ctx, id);
  ensureTakesContributions(ctx, loan, offered);
  const before = S.Contributions.get(ctx, id, contributor);
  const amount = acceptedAmount(ctx, { id, loan, offered, before: before ?? 0n });
  const raised = checkedAddU64(loan.raised, amount) ?? refuse(E.Overflow, { raised: loan.raised, amount });
  const contribution = checkedAddU64(before ?? 0n, amount) ?? refuse(E.Overflow, { before, amount });
  const free = getFreeBalance(ctx, contributor);
  ensure(free >= amount, E.InsufficientBalance, { actual: free, required: amount });
  transfer(ctx, contributor, loan.funds_account, amount, 'Expendable');
  S.Contributions.set(ctx, id, contributor, contribution);
  S.Crowdloans.set(ctx, id, { ...loan, raised, contributors_count: loan.contributors_count + (before === undefined ? 1 : 0) });
  ctx.deposit(Ev.Contributed({ crowdloan_id: id, contributor, amount }));
}

function ensureTakesContributions(ctx: StateCtx, loan: CrowdloanInfo, offered: bigint): void {
  const now = System.Number.get(ctx);
  ensure(now < loan.end, E.ContributionPeriodEnded, { actual: now, required: loan.end - 1 });
  ensure(loan.raised < loan.cap, E.CapRaised, { actual: loan.raised, required: loan.cap - 1n });
  ensure(offered >= loan.min_contribution, E.ContributionTooLow, { actual: offered, required: loan.min_contribution });
  // Somebody who has contributed before is refused as well.
  ensure(loan.contributors_count < C.MaxContributors(ctx), E.MaxContributorsReached, { actual: loan.contributors_count, required: C.MaxContributors(ctx) - 1 });
}

interface Offer {
  readonly id: number;
  readonly loan: CrowdloanInfo;
  readonly offered: bigint;
  /** What the contributor has given so far. */
  readonly before: bigint;
}

function acceptedAmount(ctx: StateCtx, { id, loan, offered, before }: Offer): bigint {
  const room = loan.cap - loan.raised;
  const max = S.MaxContributions.get(ctx, id);
  if (max === undefined) return least(offered, room);
  ensure(before < max, E.MaxContributionReached, { actual: before, required: max - 1n });
  return least(offered, least(max - before, room));
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/**
 * Gives a contributor's money back; the creator's initial deposit stays.
 *
 * refuses InvalidCrowdloanId, AlreadyFinalized, NoContribution, DepositCannotBeWithdrawn, Underflow, and what Balances refuses
 */
export function withdraw(ctx: Ctx, contributor: AccountId, id: number): void {
  const loan = getCrowdloan(ctx, id);
  ensure(!loan.finalized, E.AlreadyFinalized, { crowdloan_id: id });
  const contribution = S.Contributions.get(ctx, id, contributor) ?? 0n;
  ensure(contribution > 0n, E.NoContribution, { contributor });
  const isCreator = contributor === loan.creator;
  const amount = isCreator ? saturatingSubU64(contribution, loan.deposit) : contribution;
  ensure(amount > 0n, E.DepositCannotBeWithdrawn, { actual: contribution, required: loan.deposit + 1n });
  if (isCreator) S.Contributions.set(ctx, id, contributor, loan.deposit);
  else S.Contributions.remove(ctx, id, contributor);
  const contributors_count = isCreator ? loan.contributors_count : oneLess(loan.contributors_count);
  transfer(ctx, loan.funds_account, contributor, amount, 'Expendable');
  S.Crowdloans.set(ctx, id, { ...loan, contributors_count, raised: saturatingSubU64(loan.raised, amount) });
  ctx.deposit(Ev.Withdrew({ crowdloan_id: id, contributor, amount }));
}

const oneLess = (count: number): number => (count > 0 ? count - 1 : refuse(E.Underflow, { actual: count, required: 1 }));
