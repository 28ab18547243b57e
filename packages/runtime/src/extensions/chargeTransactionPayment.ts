import { compactU64, unit } from '@taonet/codec';
import { actualPays, actualWeight, type BlockCtx, type DispatchResult, type Transaction, type TransactionExtension } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import type { WithdrawnFee } from '../pallets/transactionPayment/charge.ts';
import { inclusionFee, totalFee } from '../pallets/transactionPayment/fees.ts';
import { Ev } from '../pallets/transactionPayment/pallet.ts';
import { ruleSetOf } from '../rules/ruleSetOf.ts';

const NORMAL_PRIORITY = 1n;
const OPERATIONAL_PRIORITY = 10_000_000_000n;

interface Charge {
  readonly payer: AccountId;
  readonly fee: bigint;
  readonly tip: bigint;
  /** Taken while the transaction was checked. */
  readonly held?: WithdrawnFee | undefined;
}

interface Paid {
  readonly payer: AccountId;
  readonly tip: bigint;
  readonly withdrawn: WithdrawnFee | undefined;
}

/**
 * The fee is taken before the call and corrected after it, as the rules say. Priorities are flat: the tip does not raise them.
 *
 * source: runtime/src/transaction_payment_wrapper.rs @ 14bc6f9; pallet-transaction-payment 41.0.0
 */
export const chargeTransactionPayment: TransactionExtension<bigint, undefined, Charge | undefined, Paid | undefined> = {
  identifier: 'ChargeTransactionPayment',
  explicit: compactU64,
  implicit: unit,
  validate(ctx, tx, tip) {
    if (tx.origin.kind !== 'signed') return { val: undefined };
    const { fees } = ruleSetOf(ctx);
    const payer = fees.payerOf(ctx, tx.origin.who, tx.call);
    const fee = feeOf(ctx, tx, tip);
    const held = fees.validate(ctx, payer, { call: tx.call, fee });
    const priority = tx.info.class === 'Operational' ? OPERATIONAL_PRIORITY : NORMAL_PRIORITY;
    return { validity: { priority }, val: { payer, fee, tip, held } };
  },
  prepare(ctx, tx, charge) {
    if (charge === undefined) return undefined;
    const { payer, fee, tip, held } = charge;
    return { payer, tip, withdrawn: ruleSetOf(ctx).fees.prepare(ctx, payer, { call: tx.call, fee }, held) };
  },
  postDispatch(ctx, tx, pre, result) {
    if (pre === undefined) return;
    const { payer, tip, withdrawn } = pre;
    const actual = feeOf(ctx, tx, tip, result);
    ruleSetOf(ctx).fees.settle(ctx, payer, withdrawn, actual);
    ctx.deposit(Ev.TransactionFeePaid({ who: payer, actual_fee: actual, tip }));
  },
};

/** The announced fee, or with a result the actual one. */
function feeOf(ctx: BlockCtx, { info, lengthBytes }: Transaction, tip: bigint, result?: DispatchResult): bigint {
  const post = result?.post ?? {};
  if (!actualPays(info, post)) return totalFee(undefined, tip);
  return totalFee(inclusionFee(ctx, { weight: actualWeight(info, post), lengthBytes, dispatchClass: info.class }), tip);
}
