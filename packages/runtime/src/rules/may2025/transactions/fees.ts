/**
 * Fees of May 2025: the signer paid, in TAO, and what was paid left the issuance, the tip too.
 *
 * source: runtime/src/lib.rs, TransactionFeeHandler @ 1b0c63a; pallet-transaction-payment 38.0.2, FungibleAdapter
 */

import { inLayer, invalid, type Ctx } from '@taonet/frame';
import { saturatingSubU64, type AccountId } from '@taonet/primitives';
import { getTotalBalance } from '../../../pallets/balances/inspect.ts';
import { depositInto, dropCredit, withdraw } from '../../../pallets/balances/issue.ts';
import type { Bill } from '../../../pallets/transactionPayment/alphaFee.ts';
import type { WithdrawnFee } from '../../../pallets/transactionPayment/charge.ts';
import type { FeeRule } from '../../../pallets/transactionPayment/feeRule.ts';
import { burnTokens } from '../staking/coldkeyBalances.ts';

export const feesOfMay2025: FeeRule = {
  payerOf: (_ctx, signer) => signer,
  // Extensions came one after another: what a stake order is checked against is what the fee and the tip leave.
  validate: withdrawFee,
  prepare: (_ctx, _payer, _bill, held) => held,
  settle(ctx, payer, withdrawn, actual) {
    if (withdrawn === undefined || !('tao' in withdrawn)) return;
    const kept = withdrawn.tao - refund(ctx, payer, saturatingSubU64(withdrawn.tao, actual));
    burnTokens(ctx, kept);
    dropCredit(ctx, kept);
  },
};

/** Event Withdraw; nothing for a fee of 0. Throws Payment when the account would not live on. */
function withdrawFee(ctx: Ctx, payer: AccountId, { fee }: Bill): WithdrawnFee | undefined {
  if (fee === 0n) return undefined;
  const taken = inLayer(ctx, () => withdraw(ctx, payer, fee, { precision: 'Exact', preservation: 'Preserve', fortitude: 'Polite' }));
  return 'ok' in taken ? { tao: taken.ok } : invalid('Payment', { ...taken.refusal.facts, who: payer, fee });
}

/** Rao that went back. Event Deposit; nothing to an account that is no more. */
function refund(ctx: Ctx, payer: AccountId, excess: bigint): bigint {
  if (excess === 0n || getTotalBalance(ctx, payer) === 0n) return 0n;
  const back = inLayer(ctx, () => depositInto(ctx, payer, excess, 'BestEffort'));
  return 'ok' in back ? back.ok : 0n;
}
