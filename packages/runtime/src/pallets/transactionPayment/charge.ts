/**
 * Taking a fee, giving back what was too much, paying the block's author.
 *
 * source: pallets/transaction-fee/src/lib.rs, SubtensorTxFeeHandler @ 14bc6f9
 */

import { inLayer, invalid, type Ctx, type StateCtx } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import { getBlockAuthor } from '../aura/slots.ts';
import { ensureCanWithdraw, getTotalBalance } from '../balances/inspect.ts';
import { depositInto, dropCredit, resolve, withdraw } from '../balances/issue.ts';

/** Throws Payment unless `who` can pay `fee` and keep its account. */
export function ensureCanPay(ctx: StateCtx, who: AccountId, fee: bigint): void {
  if (fee === 0n) return;
  const can = inLayer(ctx, () => ensureCanWithdraw(ctx, who, fee, true));
  if (!('ok' in can)) invalid('Payment', { ...can.refusal.facts, who, fee });
}

/** Takes `fee` from `who`, whose account stays alive. Throws Payment. returns: a credit to be settled */
export function withdrawFee(ctx: Ctx, who: AccountId, fee: bigint): bigint {
  if (fee === 0n) return 0n;
  const taken = inLayer(ctx, () => withdraw(ctx, who, fee, { precision: 'Exact', preservation: 'Preserve', fortitude: 'Polite' }));
  return 'ok' in taken ? taken.ok : invalid('Payment', { ...taken.refusal.facts, who, fee });
}

/** Settles `paid`: what exceeds `actual` goes back to `who` if its account still exists, the rest to the block's author. */
export function settleFee(ctx: Ctx, who: AccountId, { paid, actual }: { readonly paid: bigint; readonly actual: bigint }): void {
  if (paid === 0n) return;
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
