/** One order by itself, on the pool. source: pallets/limit-orders/src/lib.rs @ 14bc6f9 */

import type { LimitOrder, SignedOrder } from '@taonet/abi';
import type { Ctx } from '@taonet/frame';
import { Perbill, saturatingSubU64, type AccountId, type Hash } from '@taonet/primitives';
import { transfer } from '../balances/transfer.ts';
import { buyAlpha, sellAlpha } from '../subtensor/staking/orderSwap.ts';
import { currentAlphaPrice } from '../swap/price.ts';
import { effectiveSwapLimit, ensureOrderValid, isBuy, statusAfter } from './order.ts';
import { Ev, S } from './pallet.ts';

/** What went in and what the trader got for it, fees left out. */
interface Traded {
  readonly amountIn: bigint;
  readonly amountOut: bigint;
}

/** refuses what `ensureOrderValid`, `buyAlpha`, `sellAlpha` and Balances refuse; source: try_execute_order */
export function executeOrder(ctx: Ctx, signed: SignedOrder, id: Hash, relayer: AccountId): void {
  const order = signed.order.value;
  const { signer, netuid, order_type, amount } = order;
  ensureOrderValid(ctx, signed, { id, price: currentAlphaPrice(ctx, netuid), relayer });
  const { partial_fill } = signed;
  const { amountIn, amountOut } = (isBuy(order) ? buy : sell)(ctx, order, partial_fill ?? amount);
  S.Orders.set(ctx, id, statusAfter(ctx, id, partial_fill, amount));
  ctx.deposit(Ev.OrderExecuted({ order_id: id, signer, netuid, order_type, amount_in: amountIn, amount_out: amountOut }));
}

/** The fee is taken from the TAO that goes in. */
function buy(ctx: Ctx, order: LimitOrder, tao: bigint): Traded {
  const { signer: coldkey, hotkey, netuid, fee_rate, fee_recipient } = order;
  const fee = Perbill.mulFloor(fee_rate, tao);
  const amountIn = saturatingSubU64(tao, fee);
  const amountOut = buyAlpha(ctx, { coldkey, hotkey, netuid }, { amount: amountIn, limitRao: effectiveSwapLimit(order), validate: true });
  forwardFee(ctx, coldkey, fee_recipient, fee);
  return { amountIn, amountOut };
}

/** The fee is taken from the TAO that comes out. */
function sell(ctx: Ctx, order: LimitOrder, alpha: bigint): Traded {
  const { signer: coldkey, hotkey, netuid, fee_rate, fee_recipient } = order;
  const tao = sellAlpha(ctx, { coldkey, hotkey, netuid }, { amount: alpha, limitRao: effectiveSwapLimit(order), validate: true });
  const fee = Perbill.mulFloor(fee_rate, tao);
  forwardFee(ctx, coldkey, fee_recipient, fee);
  return { amountIn: alpha, amountOut: saturatingSubU64(tao, fee) };
}

/** source: forward_fee */
export function forwardFee(ctx: Ctx, payer: AccountId, recipient: AccountId, fee: bigint): void {
  if (fee !== 0n) transfer(ctx, payer, recipient, fee, 'Expendable');
}
