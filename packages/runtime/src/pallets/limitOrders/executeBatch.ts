/**
 * Orders of one subnet settled together: buys and sales meet at the spot price, only the rest goes to the pool, all share in
 * what came out.
 *
 * source: pallets/limit-orders/src/lib.rs, do_execute_batched_orders @ 14bc6f9
 */

import type { SignedOrder } from '@taonet/abi';
import type { Ctx } from '@taonet/frame';
import { ensure, Perbill, refuse, saturatingAddU128, saturatingAddU64, saturatingSubU64, U64_MAX, type AccountId, type Hash, type NetUid } from '@taonet/primitives';
import { transfer } from '../balances/transfer.ts';
import { buyAlpha, sellAlpha, transferStakedAlpha } from '../subtensor/staking/orderSwap.ts';
import { ROOT_NETUID } from '../subtensor/subnets/subnetwork.ts';
import { currentAlphaPrice } from '../swap/price.ts';
import { PALLET_ACCOUNT, palletStaker } from './accounts.ts';
import { alphaToTao, asU64, residue, residueOfEvent, shareOf, sumBatch, type BatchSums, type OrderEntry } from './batchSums.ts';
import { forwardFee } from './executeOrder.ts';
import { deriveOrderId, effectiveSwapLimit, ensureOrderValid, isBuy, statusAfter } from './order.ts';
import { E, Ev, S } from './pallet.ts';

/** Checked orders, in the order they came. */
interface Batch {
  readonly netuid: NetUid;
  readonly buys: readonly OrderEntry[];
  readonly sells: readonly OrderEntry[];
  readonly sums: BatchSums;
}

/** All or nothing. refuses RootNetUidNotAllowed, DuplicateOrderInBatch, OrderNetUidMismatch, ZeroShareInBatch, SwapReturnedZero,
 *   ArithmeticOverflow, and what single orders refuse */
export function executeBatch(ctx: Ctx, netuid: NetUid, orders: readonly SignedOrder[], relayer: AccountId): void {
  ensure(netuid !== ROOT_NETUID, E.RootNetUidNotAllowed, { netuid });
  const batch = readBatch(ctx, netuid, orders, relayer);
  const executed_count = batch.buys.length + batch.sells.length;
  if (executed_count === 0) return;
  collectAssets(ctx, batch);
  const out = swapResidue(ctx, batch);
  distributeAlpha(ctx, batch, out);
  const fees = distributeTao(ctx, batch, out);
  payFees(ctx, batch, fees);
  const { side } = batch.sums;
  const net_amount = residueOfEvent(batch.sums, side === 'Sell' ? alphaOfBuys(batch) : 0n);
  ctx.deposit(Ev.GroupExecutionSummary({ netuid, net_side: side, net_amount, actual_out: asU64(out), executed_count }));
}

/** source: validate_and_classify */
function readBatch(ctx: Ctx, netuid: NetUid, orders: readonly SignedOrder[], relayer: AccountId): Batch {
  const price = currentAlphaPrice(ctx, netuid);
  const seen = new Set<Hash>();
  const entries = orders.map((signed): OrderEntry => {
    const id = deriveOrderId(ctx, signed.order);
    ensure(!seen.has(id), E.DuplicateOrderInBatch, { order_id: id });
    seen.add(id);
    const order = signed.order.value;
    ensure(order.netuid === netuid, E.OrderNetUidMismatch, { order_id: id, actual: order.netuid, required: netuid });
    ensureOrderValid(ctx, signed, { id, price, relayer });
    const gross = signed.partial_fill ?? order.amount;
    const net = isBuy(order) ? saturatingSubU64(gross, Perbill.mulFloor(order.fee_rate, gross)) : gross;
    return { id, order, gross, net, limitRao: effectiveSwapLimit(order), partialFill: signed.partial_fill };
  });
  const buys = entries.filter(({ order }) => isBuy(order));
  const sells = entries.filter(({ order }) => !isBuy(order));
  return { netuid, buys, sells, sums: sumBatch(buys, sells, price) };
}

/** source: collect_assets */
function collectAssets(ctx: Ctx, { netuid, buys, sells }: Batch): void {
  for (const { order, gross } of buys) transfer(ctx, order.signer, PALLET_ACCOUNT, gross, 'Expendable');
  for (const { order, gross } of sells) {
    transferStakedAlpha(ctx, netuid, { from: { coldkey: order.signer, hotkey: order.hotkey }, to: palletStaker(ctx), alpha: gross, validate: 'sender' });
  }
}

/** refuses ArithmeticOverflow */
function alphaOfBuys({ sums }: Batch): bigint {
  return sums.buyAlpha ?? refuse(E.ArithmeticOverflow, { buyTao: sums.buyTao });
}

/** returns: alpha (buy) or rao (sell) that the pool gave; source: net_pool_swap */
function swapResidue(ctx: Ctx, batch: Batch): bigint {
  const { netuid, sums } = batch;
  const isBuying = sums.side === 'Buy';
  const amount = residue(sums, isBuying ? 0n : alphaOfBuys(batch));
  if (amount === 0n) return 0n;
  const out = (isBuying ? buyAlpha : sellAlpha)(ctx, { ...palletStaker(ctx), netuid }, { amount, limitRao: tightestLimit(batch), validate: false });
  ensure(out > 0n, E.SwapReturnedZero, { amount });
  return out;
}

/** The lowest ceiling of the buys, or the highest floor of the sales. */
function tightestLimit({ buys, sells, sums }: Batch): bigint {
  if (sums.side === 'Buy') return buys.reduce((least, { limitRao }) => (limitRao < least ? limitRao : least), U64_MAX);
  return sells.reduce((most, { limitRao }) => (limitRao > most ? limitRao : most), 0n);
}

/** source: distribute_alpha_pro_rata */
function distributeAlpha(ctx: Ctx, batch: Batch, out: bigint): void {
  const { netuid, buys, sums } = batch;
  const total = sums.side === 'Buy' ? saturatingAddU128(out, sums.sellAlpha) : alphaOfBuys(batch);
  for (const entry of buys) {
    const share = shareOf(total, entry.net, sums.buyTao);
    ensure(share > 0n, E.ZeroShareInBatch, { order_id: entry.id });
    const to = { coldkey: entry.order.signer, hotkey: entry.order.hotkey };
    transferStakedAlpha(ctx, netuid, { from: palletStaker(ctx), to, alpha: share, validate: 'receiver' });
    noteExecuted(ctx, netuid, entry, share);
  }
}

/** A recipient's fees, rao. */
interface Fee {
  readonly recipient: AccountId;
  amount: bigint;
}

/** returns: the fees of the sales; source: distribute_tao_pro_rata */
function distributeTao(ctx: Ctx, { netuid, sells, sums }: Batch, out: bigint): Fee[] {
  const total = sums.side === 'Sell' ? saturatingAddU128(out, sums.buyTao) : sums.sellTao;
  const fees: Fee[] = [];
  for (const entry of sells) {
    const gross = shareOf(total, alphaToTao(entry.net, sums.price), sums.sellTao);
    const fee = Perbill.mulFloor(entry.order.fee_rate, gross);
    const net = saturatingSubU64(gross, fee);
    ensure(net > 0n, E.ZeroShareInBatch, { order_id: entry.id });
    addFee(fees, entry.order.fee_recipient, fee);
    transfer(ctx, PALLET_ACCOUNT, entry.order.signer, net, 'Expendable');
    noteExecuted(ctx, netuid, entry, net);
  }
  return fees;
}

/** One transfer per recipient, those of sales first. source: collect_fees */
function payFees(ctx: Ctx, { buys }: Batch, fees: Fee[]): void {
  for (const { order, gross, net } of buys) addFee(fees, order.fee_recipient, saturatingSubU64(gross, net));
  for (const { recipient, amount } of fees) forwardFee(ctx, PALLET_ACCOUNT, recipient, amount);
}

function addFee(fees: Fee[], recipient: AccountId, amount: bigint): void {
  if (amount === 0n) return;
  const known = fees.find((fee) => fee.recipient === recipient);
  if (known === undefined) fees.push({ recipient, amount });
  else known.amount = saturatingAddU64(known.amount, amount);
}

function noteExecuted(ctx: Ctx, netuid: NetUid, { id, order, gross, partialFill }: OrderEntry, amountOut: bigint): void {
  const { signer, order_type, amount } = order;
  S.Orders.set(ctx, id, statusAfter(ctx, id, partialFill, amount));
  ctx.deposit(Ev.OrderExecuted({ order_id: id, signer, netuid, order_type, amount_in: gross, amount_out: amountOut }));
}
