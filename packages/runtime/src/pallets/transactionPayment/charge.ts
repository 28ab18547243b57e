/**
 * Taking a fee, giving back what was too much, paying the block's author.
 *
 * source: pallets/transaction-fee/src/lib.rs, SubtensorTxFeeHandler @ 14bc6f9
 */

import { inLayer, type Ctx, type StateCtx } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import { getFeePayer } from '../../extensions/feePayer.ts';
import { getBlockAuthor } from '../aura/slots.ts';
import { ensureCanWithdraw, getTotalBalance } from '../balances/inspect.ts';
import { depositInto, dropCredit, resolve, withdraw } from '../balances/issue.ts';
import { Ev as Subtensor } from '../subtensor/pallet.ts';
import { ensureCanPayInAlpha, withdrawInAlpha, type AlphaFee, type Bill } from './alphaFee.ts';
import type { FeeRule } from './feeRule.ts';

/** What was taken before the call: rao that are settled after it, or alpha that is sold for good. */
export type WithdrawnFee = { readonly tao: bigint } | { readonly alpha: AlphaFee };

/** Throws Payment unless `who` can pay the fee and keep its account, or the call may be paid with a stake that is large enough. */
function ensureCanPay(ctx: StateCtx, who: AccountId, bill: Bill): void {
  if (bill.fee === 0n) return;
  const can = inLayer(ctx, () => ensureCanWithdraw(ctx, who, bill.fee, true));
  if (!('ok' in can)) ensureCanPayInAlpha(ctx, who, bill, can.refusal.facts);
}

/** Takes the fee from `who`, whose account stays alive; from a stake where the TAO is short and the call allows it. Throws Payment. */
function withdrawFee(ctx: Ctx, who: AccountId, bill: Bill): WithdrawnFee | undefined {
  if (bill.fee === 0n) return undefined;
  const taken = inLayer(ctx, () => withdraw(ctx, who, bill.fee, { precision: 'Exact', preservation: 'Preserve', fortitude: 'Polite' }));
  return 'ok' in taken ? { tao: taken.ok } : { alpha: withdrawInAlpha(ctx, who, bill, taken.refusal.facts) };
}

/**
 * Settles what was withdrawn: of TAO what exceeds `actual` goes back to `who` if its account still exists, the rest to the block's author.
 * Alpha is not given back. Event SubtensorModule.TransactionFeePaidWithAlpha.
 */
function settleFee(ctx: Ctx, who: AccountId, withdrawn: WithdrawnFee | undefined, actual: bigint): void {
  if (withdrawn === undefined) return;
  if ('tao' in withdrawn) {
    settleTao(ctx, who, withdrawn.tao, actual);
    return;
  }
  const { netuid, alphaFee, taoAmount } = withdrawn.alpha;
  ctx.deposit(Subtensor.TransactionFeePaidWithAlpha({ who, netuid, alpha_fee: alphaFee, tao_amount: taoAmount }));
}

function settleTao(ctx: Ctx, who: AccountId, paid: bigint, actual: bigint): void {
  const excess = paid > actual ? paid - actual : 0n;
  let refunded = 0n;
  if (getTotalBalance(ctx, who) > 0n) {
    const back = inLayer(ctx, () => depositInto(ctx, who, excess, 'BestEffort'));
    if ('ok' in back) refunded = back.ok;
  }
  payAuthor(ctx, paid - refunded);
}

function payAuthor(ctx: Ctx, amount: bigint): void {
  if (amount === 0n) return;
  const author = getBlockAuthor(ctx);
  if (author === undefined || !resolve(ctx, author, amount)) dropCredit(ctx, amount);
}

/** Taken before the call, in alpha where TAO is short and the call allows it; it goes to the block's author. */
export const feesOfJune2026: FeeRule = {
  payerOf: getFeePayer,
  validate(ctx, payer, bill) {
    ensureCanPay(ctx, payer, bill);
    return undefined;
  },
  prepare: withdrawFee,
  settle: settleFee,
};
