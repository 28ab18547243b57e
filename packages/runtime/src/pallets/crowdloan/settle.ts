/** How a loan ends: its purpose is carried out, or everybody gets their money back. source: pallets/crowdloan/src/lib.rs @ 14bc6f9 */

import type { CrowdloanInfo } from '@taonet/abi';
import { inLayer, signed, type CallCtx, type Ctx, type PostInfo } from '@taonet/frame';
import { ensure, refuse, saturatingSubU64, type AccountId } from '@taonet/primitives';
import { ruleSetOf } from '../../rules/ruleSetOf.ts';
import { transfer } from '../balances/transfer.ts';
import { dropCall, peekCall } from '../preimage/boundedCall.ts';
import { decProviders } from '../system/accounts.ts';
import { getCrowdloan, getOpenCrowdloanOf } from './loans.ts';
import { C, E, Ev, S } from './pallet.ts';

/**
 * With the cap raised, its creator has the stored call dispatched in his name or the money sent to the target.
 *
 * refuses InvalidCrowdloanId, InvalidOrigin, CapNotRaised, AlreadyFinalized, CallUnavailable, InvalidFinalizationConfig,
 *   and what the call or Balances refuses
 */
export function finalize(ctx: CallCtx, who: AccountId, id: number): void {
  const loan = getCrowdloan(ctx, id);
  ensure(who === loan.creator, E.InvalidOrigin, { actual: who, required: loan.creator });
  ensure(loan.raised === loan.cap, E.CapNotRaised, { actual: loan.raised, required: loan.cap });
  ensure(!loan.finalized, E.AlreadyFinalized, { crowdloan_id: id });
  const { call, target_address: target } = loan;
  if (call !== undefined && target === undefined) dispatchStored(ctx, who, id, call);
  else if (call === undefined && target !== undefined) transfer(ctx, loan.funds_account, target, loan.raised, 'Expendable');
  else refuse(E.InvalidFinalizationConfig, { call: call !== undefined, target_address: target });
  S.Crowdloans.set(ctx, id, { ...loan, finalized: true });
  ctx.deposit(Ev.Finalized({ crowdloan_id: id }));
}

/** While the call runs it can see which loan it is dispatched for. */
function dispatchStored(ctx: CallCtx, who: AccountId, id: number, stored: NonNullable<CrowdloanInfo['call']>): void {
  S.CurrentCrowdloanId.set(ctx, id);
  const found = inLayer(ctx, () => peekCall(ctx, stored).call);
  if ('refusal' in found) return refuse(E.CallUnavailable, { ...found.refusal.facts, crowdloan_id: id, because: found.refusal.name });
  const result = ctx.dispatch(found.ok, signed(who));
  if (!result.ok) refuse(result.refusal);
  S.CurrentCrowdloanId.remove(ctx);
}

/**
 * Pays contributors back, a limited number at a time; the creator's own money stays until the loan is dissolved.
 *
 * refuses InvalidCrowdloanId, AlreadyFinalized, InvalidOrigin, and what Balances refuses
 */
export function refund(ctx: Ctx, who: AccountId, id: number): PostInfo {
  const loan = getOpenCrowdloanOf(ctx, id, who);
  const all = S.Contributions.entries(ctx, id).filter(([[, contributor]]) => contributor !== loan.creator);
  const now = all.slice(0, C.RefundContributorsLimit(ctx));
  let { raised } = loan;
  for (const [[, contributor], amount] of now) {
    transfer(ctx, loan.funds_account, contributor, amount, 'Expendable');
    raised = saturatingSubU64(raised, amount);
  }
  ensure(loan.contributors_count >= now.length, E.Underflow, { actual: loan.contributors_count, required: now.length });
  S.Crowdloans.set(ctx, id, { ...loan, raised, contributors_count: loan.contributors_count - now.length });
  for (const [[, contributor]] of now) S.Contributions.remove(ctx, id, contributor);
  if (now.length < all.length) {
    ctx.deposit(Ev.PartiallyRefunded({ crowdloan_id: id }));
    return {};
  }
  ctx.deposit(Ev.AllRefunded({ crowdloan_id: id }));
  return { actualWeight: ruleSetOf(ctx).weights.done.refund(now.length) };
}

/**
 * Removes a loan that holds its creator's money only, and gives that back.
 *
 * refuses InvalidCrowdloanId, AlreadyFinalized, InvalidOrigin, NoContribution, NotReadyToDissolve, and what Balances refuses
 */
export function dissolve(ctx: Ctx, who: AccountId, id: number): void {
  const loan = getOpenCrowdloanOf(ctx, id, who);
  const own = S.Contributions.get(ctx, id, who) ?? refuse(E.NoContribution, { creator: who });
  ensure(own === loan.raised, E.NotReadyToDissolve, { actual: loan.raised, required: own });
  transfer(ctx, loan.funds_account, who, own, 'Expendable');
  S.Contributions.remove(ctx, id, who);
  if (loan.call !== undefined) dropCall(ctx, loan.call);
  // Upstream only logs a failure here.
  inLayer(ctx, () => decProviders(ctx, loan.funds_account));
  S.Crowdloans.remove(ctx, id);
  S.MaxContributions.remove(ctx, id);
  ctx.deposit(Ev.Dissolved({ crowdloan_id: id }));
}
