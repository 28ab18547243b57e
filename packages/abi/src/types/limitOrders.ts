/** Limit orders. */

import { accountId, bool, boundedVec, option, param, plainEnum, row, spelled, struct, type ValueOf, u64, variant } from '@taonet/codec';
import { perbill } from './arithmetic.ts';
import { multiSignature } from './signature.ts';
import { genericAccountId, netUid } from './spelled.ts';

/** `pallet_limit_orders::OrderStatus` */
export const orderStatus = variant('pallet_limit_orders::OrderStatus', {
  Fulfilled: row(0),
  PartiallyFilled: row(1, [u64]),
  Cancelled: row(2),
});
export type OrderStatus = ValueOf<typeof orderStatus>;

/** `pallet_limit_orders::OrderType` */
export const orderType = plainEnum('pallet_limit_orders::OrderType', { LimitBuy: 0, TakeProfit: 1, StopLoss: 2 });
export type OrderType = ValueOf<typeof orderType>;

/** `pallet_limit_orders::Order` */
export const limitOrder = struct('pallet_limit_orders::Order', {
  signer: genericAccountId,
  hotkey: genericAccountId,
  netuid: netUid,
  order_type: orderType,
  amount: u64,
  limit_price: u64,
  expiry: u64,
  fee_rate: perbill,
  fee_recipient: genericAccountId,
  relayer: option(spelled(boundedVec(accountId, 10), 'BoundedVec<AccountId, ConstU32<10>>')),
  max_slippage: option(perbill),
  chain_id: u64,
  partial_fills_enabled: bool,
}, [param('AccountId', accountId)]);
export type LimitOrder = ValueOf<typeof limitOrder>;

/** `pallet_limit_orders::VersionedOrder` */
export const versionedOrder = variant('pallet_limit_orders::VersionedOrder', {
  V1: row(0, [spelled(limitOrder, 'Order<AccountId>')]),
}, [param('AccountId', accountId)]);
export type VersionedOrder = ValueOf<typeof versionedOrder>;

/** `pallet_limit_orders::SignedOrder` */
export const signedOrder = struct('pallet_limit_orders::SignedOrder', {
  order: spelled(versionedOrder, 'VersionedOrder<AccountId>'),
  signature: multiSignature,
  partial_fill: option(u64),
}, [param('AccountId', accountId)]);
export type SignedOrder = ValueOf<typeof signedOrder>;

/** `pallet_limit_orders::OrderSide` */
export const orderSide = plainEnum('pallet_limit_orders::OrderSide', { Buy: 0, Sell: 1 });
export type OrderSide = ValueOf<typeof orderSide>;
