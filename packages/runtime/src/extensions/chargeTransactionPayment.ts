import { compactU64, unit } from '@taonet/codec';
import { actualPays, actualWeight, type BlockCtx, type DispatchResult, type Transaction, type TransactionExtension } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import { ensureCanPay, settleFee, withdrawFee, type WithdrawnFee } from '../pallets/transactionPayment/charge.ts';
import { inclusionFee, totalFee } from '../pallets/transactionPayment/fees.ts';
import { Ev } from '../pallets/transactionPayment/pallet.ts';
import { getFeePayer } from './feePayer.ts';

const NORMAL_PRIORITY = 1n;
const OPERATIONAL_PRIORITY = 10_000_000_000n;

interface Charge {
  readonly payer: AccountId;
  readonly fee: bigint;
  readonly tip: bigint;
}

interface Paid {
  readonly payer: AccountId;
  readonly tip: bigint;
  readonly withdrawn: WithdrawnFee | undefined;
}

/**
 * The fee is taken before the call, in alpha where TAO is short and the call allows it, and corrected after it; it goes to the block's author. Priorities are flat: the tip does not raise them.
 *
 * source: runtime/src/transaction_payment_wrapper.rs @ 14bc6f9; pallet-transaction-payment 41.0.0
 */
export const chargeTransactionPayment: TransactionExtension<bigint, undefined, Charge | undefined, Paid | undefined> = {
  identifier: 'ChargeTransactionPayment',
  explicit: compactU64,
  implicit: unit,
  validate(ctx, tx, tip) {
    if (tx.origin.kind !== 'signed') return { val: undefined };
    const payer = getFeePayer(ctx, tx.origin.who, tx.call);
    const fee = feeOf(ctx, tx, tip);
    ensureCanPay(ctx, payer, { call: tx.call, fee });
    const priority = tx.info.class === 'Operational' ? OPERATIONAL_PRIORITY : NORMAL_PRIORITY;
    return { validity: { priority }, val: { payer, fee, tip } };
  },
  prepare(ctx, tx, charge) {
    if (charge === undefined) return undefined;
    const { payer, fee, tip } = charge;
    return { payer, tip, withdrawn: withdrawFee(ctx, payer, { call: tx.call, fee }) };
  },
  postDispatch(ctx, tx, pre, result) {
    if (pre === undefined) return;
    const { payer, tip, withdrawn } = pre;
    const actual = feeOf(ctx, tx, tip, result);
    settleFee(ctx, payer, withdrawn, actual);
    ctx.deposit(Ev.TransactionFeePaid({ who: payer, actual_fee: actual, tip }));
  },
};

/** The announced fee, or with a result the actual one. */
function feeOf(ctx: BlockCtx, { info, lengthBytes }: Transaction, tip: bigint, result?: DispatchResult): bigint {
  const post = result?.post ?? {};
  if (!actualPays(info, post)) return totalFee(undefined, tip);
  return totalFee(inclusionFee(ctx, { weight: actualWeight(info, post), lengthBytes, dispatchClass: info.class }), tip);
}
