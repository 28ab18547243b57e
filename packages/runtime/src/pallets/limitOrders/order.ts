/** One order: its id, what it allows, whether it may be carried out now. source: pallets/limit-orders/src/lib.rs @ 14bc6f9 */

import { versionedOrder, type LimitOrder, type OrderStatus, type SignedOrder, type VersionedOrder } from '@taonet/abi';
import { encode } from '@taonet/codec';
import type { StateCtx } from '@taonet/frame';
import { bytesToHex, ensure, Perbill, saturatingAddU64, saturatingSubU64, U64F64, U64_MAX, type AccountId, type Hash } from '@taonet/primitives';
import { verifySignature } from '../../extensions/verifySignature.ts';
import { S as EvmChainId } from '../evmChainId/pallet.ts';
import { ROOT_NETUID } from '../subtensor/subnets/subnetwork.ts';
import { S as Timestamp } from '../timestamp/pallet.ts';
import { E, S } from './pallet.ts';

/** Limits are given in rao per whole alpha. */
const PRICE_SCALE = U64F64.fromInt(1_000_000_000n);

export const isBuy = ({ order_type }: Pick<LimitOrder, 'order_type'>): boolean => order_type === 'LimitBuy';

/** source: derive_order_id */
export function deriveOrderId(ctx: Pick<StateCtx, 'crypto'>, order: VersionedOrder): Hash {
  return bytesToHex(ctx.crypto.blake2b256(encode(versionedOrder, order)));
}

/** Rao per whole alpha at which the swap stops: no limit without a tolerance. source: compute_effective_swap_limit */
export function effectiveSwapLimit(order: LimitOrder): bigint {
  const { limit_price, max_slippage } = order;
  if (max_slippage === undefined) return isBuy(order) ? U64_MAX : 0n;
  const delta = Perbill.mulFloor(max_slippage, limit_price);
  return isBuy(order) ? saturatingAddU64(limit_price, delta) : saturatingSubU64(limit_price, delta);
}

/** How far an order is after `fill` more (all of it without). source: compute_order_status */
export function statusAfter(ctx: StateCtx, id: Hash, fill: bigint | undefined, amount: bigint): OrderStatus {
  if (fill === undefined) return { type: 'Fulfilled' };
  const total = saturatingAddU64(filledOf(S.Orders.get(ctx, id)) ?? 0n, fill);
  return total >= amount ? { type: 'Fulfilled' } : { type: 'PartiallyFilled', value: total };
}

const filledOf = (status: OrderStatus | undefined): bigint | undefined => (status?.type === 'PartiallyFilled' ? status.value : undefined);

export interface OrderCheck {
  readonly id: Hash;
  /** Spot price now. */
  readonly price: U64F64;
  readonly relayer: AccountId;
}

/**
 * refuses RootNetUidNotAllowed, ChainIdMismatch, InvalidSignature, OrderAlreadyProcessed, OrderCancelled, OrderExpired,
 *   PriceConditionNotMet, RelayerMissMatch, RelayerRequiredForPartialFill, PartialFillsNotEnabled, IncorrectPartialFillAmount
 * source: is_order_valid
 */
export function ensureOrderValid(ctx: StateCtx, signed: SignedOrder, { id, price, relayer }: OrderCheck): void {
  const order = signed.order.value;
  ensure(order.netuid !== ROOT_NETUID, E.RootNetUidNotAllowed, { netuid: order.netuid });
  const chainId = EvmChainId.ChainId.get(ctx);
  ensure(order.chain_id === chainId, E.ChainIdMismatch, { actual: order.chain_id, required: chainId });
  ensure(isSignedBySigner(ctx, signed), E.InvalidSignature, { signer: order.signer });
  const status = S.Orders.get(ctx, id);
  ensure(status?.type !== 'Fulfilled', E.OrderAlreadyProcessed, { order_id: id });
  ensure(status?.type !== 'Cancelled', E.OrderCancelled, { order_id: id });
  const now = Timestamp.Now.get(ctx);
  ensure(now <= order.expiry, E.OrderExpired, { actual: now, required: order.expiry });
  ensurePriceCondition(order, price);
  ensure(order.relayer === undefined || order.relayer.includes(relayer), E.RelayerMissMatch, { relayer });
  ensureFillAllowed(signed, status);
}

/** Only sr25519 keys sign orders. */
function isSignedBySigner({ crypto }: StateCtx, { order, signature }: SignedOrder): boolean {
  return signature.type === 'Sr25519' && verifySignature(crypto, { signature, message: encode(versionedOrder, order), signer: order.value.signer });
}

function ensurePriceCondition({ order_type, limit_price }: LimitOrder, price: U64F64): void {
  const scaled = U64F64.saturatingToU64(U64F64.saturatingMul(price, PRICE_SCALE));
  const isMet = order_type === 'TakeProfit' ? scaled >= limit_price : scaled <= limit_price;
  ensure(isMet, E.PriceConditionNotMet, { order_type, actual: scaled, required: limit_price });
}

/** An order that is partly filled can only be filled by further parts. */
function ensureFillAllowed({ order, partial_fill: fill }: SignedOrder, status: OrderStatus | undefined): void {
  const { amount, relayer, partial_fills_enabled } = order.value;
  const filled = filledOf(status);
  if (fill === undefined) return ensure(filled === undefined, E.IncorrectPartialFillAmount, { actual: 'the whole order', required: 'a part of what is left', filled });
  ensure(relayer !== undefined, E.RelayerRequiredForPartialFill, { fill });
  ensure(partial_fills_enabled, E.PartialFillsNotEnabled, { fill });
  const max = saturatingSubU64(amount, filled ?? 0n);
  ensure(fill > 0n && fill <= max, E.IncorrectPartialFillAmount, { actual: fill, required: max });
}
