/** Calls of pallet Crowdloan: many raise money for one purpose. Amounts in rao. source: pallets/crowdloan/src/lib.rs @ 14bc6f9 */

import { crowdloan, type CrowdloanInfo } from '@taonet/abi';
import { bindCalls, ensureSigned, type CallCtx } from '@taonet/frame';
import { ensure, refuse, U32_MAX } from '@taonet/primitives';
import { getFreeBalance } from '../balances/inspect.ts';
import { transfer } from '../balances/transfer.ts';
import { boundCall } from '../preimage/boundedCall.ts';
import { incProviders } from '../system/accounts.ts';
import { contribute, withdraw } from './contribute.ts';
import { ensureValidEnd, fundsAccount, getOpenCrowdloanOf } from './loans.ts';
import { C, E, Ev, S } from './pallet.ts';
import { dissolve, finalize, refund } from './settle.ts';

export const calls = bindCalls(crowdloan, {
  /**
   * Opens a loan with the creator's deposit as its first contribution; for a call or for an account, not for both.
   *
   * refuses DepositTooLow, CapTooLow, MinimumContributionTooLow, InvalidFinalizationConfig, CannotEndInPast,
   *   BlockDurationTooShort, BlockDurationTooLong, InsufficientBalance, Overflow, and what Preimage and Balances refuse
   */
  create(ctx, origin, { deposit, min_contribution, cap, end, call, target_address }) {
    const creator = ensureSigned(origin);
    ensure(deposit >= C.MinimumDeposit(ctx), E.DepositTooLow, { actual: deposit, required: C.MinimumDeposit(ctx) });
    ensure(cap > deposit, E.CapTooLow, { actual: cap, required: deposit + 1n });
    ensureMinContribution(ctx, min_contribution);
    ensure((call === undefined) !== (target_address === undefined), E.InvalidFinalizationConfig, { call: call !== undefined, target_address });
    ensureValidEnd(ctx, end);
    const free = getFreeBalance(ctx, creator);
    ensure(free >= deposit, E.InsufficientBalance, { actual: free, required: deposit });

    const id = takeNextId(ctx);
    const funds_account = fundsAccount(id);
    incProviders(ctx, funds_account);
    const stored = call === undefined ? undefined : boundCall(ctx, call);
    S.Crowdloans.set(ctx, id, {
      creator, deposit, min_contribution, end, cap, funds_account, raised: deposit, target_address, call: stored, finalized: false, contributors_count: 1,
    });
    transfer(ctx, creator, funds_account, deposit, 'Expendable');
    S.Contributions.set(ctx, id, creator, deposit);
    ctx.deposit(Ev.Created({ crowdloan_id: id, creator, end, cap }));
  },

  contribute: (ctx, origin, { crowdloan_id, amount }) => contribute(ctx, ensureSigned(origin), crowdloan_id, amount),
  withdraw: (ctx, origin, { crowdloan_id }) => withdraw(ctx, ensureSigned(origin), crowdloan_id),
  finalize: (ctx, origin, { crowdloan_id }) => finalize(ctx, ensureSigned(origin), crowdloan_id),
  refund: (ctx, origin, { crowdloan_id }) => refund(ctx, ensureSigned(origin), crowdloan_id),
  dissolve: (ctx, origin, { crowdloan_id }) => dissolve(ctx, ensureSigned(origin), crowdloan_id),

  /** refuses InvalidCrowdloanId, AlreadyFinalized, InvalidOrigin, MinimumContributionTooLow, MinimumContributionTooHigh */
  update_min_contribution(ctx, origin, { crowdloan_id, new_min_contribution }) {
    const loan = getOpenCrowdloanOf(ctx, crowdloan_id, ensureSigned(origin));
    ensureMinContribution(ctx, new_min_contribution);
    const max = S.MaxContributions.get(ctx, crowdloan_id);
    ensure(max === undefined || new_min_contribution <= max, E.MinimumContributionTooHigh, { actual: new_min_contribution, required: max });
    S.Crowdloans.set(ctx, crowdloan_id, { ...loan, min_contribution: new_min_contribution });
    ctx.deposit(Ev.MinContributionUpdated({ crowdloan_id, new_min_contribution }));
  },

  /** refuses InvalidCrowdloanId, AlreadyFinalized, InvalidOrigin, CannotEndInPast, BlockDurationTooShort, BlockDurationTooLong */
  update_end(ctx, origin, { crowdloan_id, new_end }) {
    const loan = getOpenCrowdloanOf(ctx, crowdloan_id, ensureSigned(origin));
    ensureValidEnd(ctx, new_end);
    S.Crowdloans.set(ctx, crowdloan_id, { ...loan, end: new_end });
    ctx.deposit(Ev.EndUpdated({ crowdloan_id, new_end }));
  },

  /** refuses InvalidCrowdloanId, AlreadyFinalized, InvalidOrigin, CapTooLow */
  update_cap(ctx, origin, { crowdloan_id, new_cap }) {
    const loan = getOpenCrowdloanOf(ctx, crowdloan_id, ensureSigned(origin));
    ensure(new_cap >= loan.raised, E.CapTooLow, { actual: new_cap, required: loan.raised });
    S.Crowdloans.set(ctx, crowdloan_id, { ...loan, cap: new_cap });
    ctx.deposit(Ev.CapUpdated({ crowdloan_id, new_cap }));
  },

  /** The most that one account may give; none lifts the limit. refuses InvalidCrowdloanId, AlreadyFinalized, InvalidOrigin, MaximumContributionTooLow */
  set_max_contribution(ctx, origin, { crowdloan_id, new_max_contribution }) {
    const loan = getOpenCrowdloanOf(ctx, crowdloan_id, ensureSigned(origin));
    if (new_max_contribution === undefined) S.MaxContributions.remove(ctx, crowdloan_id);
    else {
      ensureMaxContribution(loan, S.Contributions.get(ctx, crowdloan_id, loan.creator) ?? 0n, new_max_contribution);
      S.MaxContributions.set(ctx, crowdloan_id, new_max_contribution);
    }
    ctx.deposit(Ev.MaxContributionUpdated({ crowdloan_id, new_max_contribution }));
  },
});

function takeNextId(ctx: CallCtx): number {
  const id = S.NextCrowdloanId.get(ctx);
  if (id === U32_MAX) refuse(E.Overflow, { actual: id, required: U32_MAX - 1 });
  S.NextCrowdloanId.set(ctx, id + 1);
  return id;
}

function ensureMinContribution(ctx: CallCtx, amount: bigint): void {
  const min = C.AbsoluteMinimumContribution(ctx);
  ensure(amount >= min, E.MinimumContributionTooLow, { actual: amount, required: min });
}

function ensureMaxContribution({ min_contribution }: CrowdloanInfo, ofCreator: bigint, max: bigint): void {
  ensure(max >= min_contribution && max >= ofCreator, E.MaximumContributionTooLow, { actual: max, required: min_contribution > ofCreator ? min_contribution : ofCreator });
}
