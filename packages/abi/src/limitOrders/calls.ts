/** LimitOrders: calls. */

import { bool, boundedVec, callDecl, spelled } from '@taonet/codec';
import { signedOrder, versionedOrder } from '../types/limitOrders.ts';
import { netUid } from '../types/spelled.ts';

export const calls = {
  execute_orders: callDecl(0, {
    orders: spelled(boundedVec(signedOrder, 100), 'BoundedVec<SignedOrder<T::AccountId>, T::MaxOrdersPerBatch>'),
    should_fail: bool,
  }),
  execute_batched_orders: callDecl(1, {
    netuid: netUid,
    orders: spelled(boundedVec(signedOrder, 100), 'BoundedVec<SignedOrder<T::AccountId>, T::MaxOrdersPerBatch>'),
  }),
  cancel_order: callDecl(2, { order: spelled(versionedOrder, 'VersionedOrder<T::AccountId>') }),
  set_pallet_status: callDecl(3, { enabled: bool }),
} as const;
