/** LimitOrders: events. */

import { bool, h256, row, spelled, u32, u64 } from '@taonet/codec';
import { dispatchError } from '../types/dispatch.ts';
import { orderSide, orderType } from '../types/limitOrders.ts';
import { netUid, tAccountId } from '../types/spelled.ts';

export const events = {
  OrderExecuted: row(0, { order_id: h256, signer: tAccountId, netuid: netUid, order_type: orderType, amount_in: u64, amount_out: u64 }),
  OrderSkipped: row(1, { order_id: h256, reason: spelled(dispatchError, 'sp_runtime::DispatchError') }),
  OrderCancelled: row(2, { order_id: h256, signer: tAccountId }),
  GroupExecutionSummary: row(3, { netuid: netUid, net_side: orderSide, net_amount: u64, actual_out: u64, executed_count: u32 }),
  LimitOrdersPalletStatusChanged: row(4, { enabled: bool }),
} as const;
