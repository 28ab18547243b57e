import { crowdloan } from '@taonet/abi';
import { addWeight, bindCalls, ensureSigned, inLayer, signed, timesWeight, type CallCtx } from '@taonet/frame';
import { ensure, refuse, U32_MAX, type AccountId } from '@taonet/primitives';
import { getFreeBalance } from '../balances/inspect.ts';
import { transfer } from '../balances/transfer.ts';
import { boundCall, dropCall, peekCall } from '../preimage/boundedCall.ts';
import { decProviders, incProviders } from '../system/accounts.ts';
import { S as System } from '../system/pallet.ts';
import { measured } from '../../weights/weightRow.ts';
import { doContribute, doRefund, doWithdraw, getCrowdloan, getOwn } from './contribute.ts';
import { fundsAccount } from './fundsAccount.ts';
import { C, E, Ev, S } from './pallet.ts';

const REFUND_BASE = measured(110_703_000, 3_747, 2, 0);
const REFUND_EACH = measured(39_503_253, 2_579, 2, 2);

/** source: pallets/crowdloan/src/lib.rs @ 14bc6f9 */
export const calls = bindCalls(crowdloan, {
  /** The signer pays the deposit, which is the first contribution. The money goes to an address, or a call decides over it. */
  create(ctx, origin, { deposit, min_contribution, cap, end, call, target_address }) {
    const creator = ensureSigned(origin);
    ensure(deposit >= C.MinimumDeposit(ctx), E.DepositTooLow, { deposit, min: C.MinimumDeposit(ctx) });
    ensure(cap > deposit, E.CapTooLow, { cap, deposit });
    ensure(min_contribution >= C.AbsoluteMinimumContribution(ctx), E.MinimumContributionTooLow, { min: C.AbsoluteMinimumContribution(ctx) });
    ensure((call === undefined) !== (target_address === undefined), E.InvalidFinalizationConfig);
    ensureValidEnd(ctx, end);
    const balance = getFreeBalance(ctx, creator);
    ensure(balance >= deposit, E.InsufficientBalance, { balance, needed: deposit });
    const crowdloan_id = S.NextCrowdloanId.get(ctx);
    ensure(crowdloan_id < U32_MAX, E.Overflow);
    S.NextCrowdloanId.set(ctx, crowdloan_id + 1);
    const funds_account = fundsAccount(crowdloan_id);
    incProviders(ctx, funds_account);
    S.Crowdloans.set(ctx, crowdloan_id, {
      creator, deposit, min_contribution, end, cap, funds_account, raised: deposit, target_address,
      call: call === undefined ? undefined : boundCall(ctx, call), finalized: false, contributors_count: 1,
    });
    transfer(ctx, creator, funds_account, deposit, 'Expendable');
    S.Contributions.set(ctx, crowdloan_id, creator, deposit);
    ctx.deposit(Ev.Created({ crowdloan_id, creator, end, cap }));
  },

  contribute: (ctx, origin, { crowdloan_id, amount }) => doContribute(ctx, ensureSigned(origin), crowdloan_id, amount),

  withdraw: (ctx, origin, { crowdloan_id }) => doWithdraw(ctx, ensureSigned(origin), crowdloan_id),

  /** Once the cap is raised: makes the call as its creator, or pays out. refuses InvalidOrigin, CapNotRaised, AlreadyFinalized, CallUnavailable */
  finalize(ctx, origin, { crowdloan_id }) {
    const who = ensureSigned(origin);
    const info = getCrowdloan(ctx, crowdloan_id);
    ensure(who === info.creator, E.InvalidOrigin, { creator: info.creator });
    ensure(info.raised === info.cap, E.CapNotRaised, { raised: info.raised, cap: info.cap });
    ensure(!info.finalized, E.AlreadyFinalized);
    if (info.call !== undefined && info.target_address === undefined) makeCall(ctx, who, crowdloan_id);
    else if (info.call === undefined && info.target_address !== undefined) transfer(ctx, info.funds_account, info.target_address, info.raised, 'Expendable');
    else refuse(E.InvalidFinalizationConfig);
    S.Crowdloans.set(ctx, crowdloan_id, { ...info, finalized: true });
    ctx.deposit(Ev.Finalized({ crowdloan_id }));
  },

  refund(ctx, origin, { crowdloan_id }) {
    const { count, all } = doRefund(ctx, ensureSigned(origin), crowdloan_id);
    return all ? { actualWeight: addWeight(REFUND_BASE, timesWeight(REFUND_EACH, BigInt(count))) } : {};
  },

  /** When nobody but the creator has money in it. refuses NotReadyToDissolve */
  dissolve(ctx, origin, { crowdloan_id }) {
    const info = getOwn(ctx, ensureSigned(origin), crowdloan_id);
    const contribution = S.Contributions.get(ctx, crowdloan_id, info.creator) ?? refuse(E.NoContribution);
    ensure(contribution === info.raised, E.NotReadyToDissolve, { raised: info.raised, creators: contribution });
    transfer(ctx, info.funds_account, info.creator, contribution, 'Expendable');
    S.Contributions.remove(ctx, crowdloan_id, info.creator);
    if (info.call !== undefined) dropCall(ctx, info.call);
    decProviders(ctx, info.funds_account);
    S.Crowdloans.remove(ctx, crowdloan_id);
    S.MaxContributions.remove(ctx, crowdloan_id);
    ctx.deposit(Ev.Dissolved({ crowdloan_id }));
  },

  update_min_contribution(ctx, origin, { crowdloan_id, new_min_contribution }) {
    const info = getOwn(ctx, ensureSigned(origin), crowdloan_id);
    ensure(new_min_contribution >= C.AbsoluteMinimumContribution(ctx), E.MinimumContributionTooLow);
    const max = S.MaxContributions.get(ctx, crowdloan_id);
    ensure(max === undefined || new_min_contribution <= max, E.MinimumContributionTooHigh, { max });
    S.Crowdloans.set(ctx, crowdloan_id, { ...info, min_contribution: new_min_contribution });
    ctx.deposit(Ev.MinContributionUpdated({ crowdloan_id, new_min_contribution }));
  },

  update_end(ctx, origin, { crowdloan_id, new_end }) {
    const info = getOwn(ctx, ensureSigned(origin), crowdloan_id);
    ensureValidEnd(ctx, new_end);
    S.Crowdloans.set(ctx, crowdloan_id, { ...info, end: new_end });
    ctx.deposit(Ev.EndUpdated({ crowdloan_id, new_end }));
  },

  update_cap(ctx, origin, { crowdloan_id, new_cap }) {
    const info = getOwn(ctx, ensureSigned(origin), crowdloan_id);
    ensure(new_cap >= info.raised, E.CapTooLow, { raised: info.raised });
    S.Crowdloans.set(ctx, crowdloan_id, { ...info, cap: new_cap });
    ctx.deposit(Ev.CapUpdated({ crowdloan_id, new_cap }));
  },

  set_max_contribution(ctx, origin, { crowdloan_id, new_max_contribution }) {
    const info = getOwn(ctx, ensureSigned(origin), crowdloan_id);
    if (new_max_contribution === undefined) S.MaxContributions.remove(ctx, crowdloan_id);
    else {
      const creators = S.Contributions.get(ctx, crowdloan_id, info.creator) ?? 0n;
      ensure(new_max_contribution >= info.min_contribution && new_max_contribution >= creators, E.MaximumContributionTooLow, { creators });
      S.MaxContributions.set(ctx, crowdloan_id, new_max_contribution);
    }
    ctx.deposit(Ev.MaxContributionUpdated({ crowdloan_id, new_max_contribution }));
  },
});

/** refuses CannotEndInPast, BlockDurationTooShort, BlockDurationTooLong */
function ensureValidEnd(ctx: CallCtx, end: number): void {
  const block = System.Number.get(ctx);
  ensure(block < end, E.CannotEndInPast, { block, end });
  ensure(end - block >= C.MinimumBlockDuration(ctx), E.BlockDurationTooShort, { min: C.MinimumBlockDuration(ctx) });
  ensure(end - block <= C.MaximumBlockDuration(ctx), E.BlockDurationTooLong, { max: C.MaximumBlockDuration(ctx) });
}

/** While the call runs it can read which crowdloan it belongs to. What it refuses, finalize refuses. */
function makeCall(ctx: CallCtx, creator: AccountId, crowdloan_id: number): void {
  const { call } = getCrowdloan(ctx, crowdloan_id);
  S.CurrentCrowdloanId.set(ctx, crowdloan_id);
  const peeked = inLayer(ctx, () => peekCall(ctx, call!));
  if (!('ok' in peeked)) return refuse(E.CallUnavailable);
  const result = ctx.dispatch(peeked.ok.call, signed(creator));
  if (!result.ok) refuse(result.refusal);
  S.CurrentCrowdloanId.remove(ctx);
}
